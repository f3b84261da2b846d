import { describe, expect, it } from "vitest";
import { runChecks } from "../../../../app/quality/run-checks.ts";
import { someFacts } from "../../../support/content/facts.ts";

/** What becomes of a sentence: `block`, `warn`, or nothing. */
type Row = [text: string, outcome: "block" | "warn" | ""];
type Facts = [name: string, value: string][];

const codes: ReadonlySet<string> = new Set(["CONTRADICTED_FACT", "UNSUPPORTED_FACT"]);

function outcomeOf(locale: string, attributes: Facts, sentence: string): string {
  const facts = someFacts({ attributes: attributes.map(([name, value]) => ({ name, value })) });
  const body = `<p>${sentence}</p>`;
  const result = runChecks({ texts: new Map([["desc", { body, raw: body }]]), facts, config: {}, locale }).get("desc");
  const found = (result?.warnings ?? []).filter(({ code }) => codes.has(code));
  if (found.some(({ severity }) => severity === "block")) return "block";
  return found.length > 0 ? "warn" : "";
}

function expectAll(locale: string, attributes: Facts, rows: readonly Row[]): void {
  expect(rows.map(([text]) => [text, outcomeOf(locale, attributes, text)])).toEqual(rows);
}

describe("sentences that contradict the facts or must be proved are blocked, and true ones stay silent", () => {
  it("in Thai, of a pan and of a shirt", () => {
    const pan: Facts = [
      ["วัสดุ", "เหล็กหล่อ"],
      ["เตาแม่เหล็กไฟฟ้า", "ใช้ได้"],
      ["เครื่องล้างจาน", "ไม่ได้"],
      ["ไมโครเวฟ", "ไม่ได้"],
      ["สี", "ดำ"],
      ["ด้ามจับ", "ไม้สัก"],
    ];
    expectAll("th", pan, [
      ["เข้าเครื่องล้างจานได้ สะดวกทุกวัน", "block"],
      ["ล้างในเครื่องล้างจานได้อย่างปลอดภัย", "block"],
      ["นำเข้าไมโครเวฟได้", "block"],
      ["ทำจากสแตนเลส", "block"],
      ["ทำจากอะลูมิเนียมน้ำหนักเบา", "block"],
      ["ผ่านการรับรองว่าปลอดสารพิษ", "block"],
      ["ช่วยลดคอเลสเตอรอลและความดันโลหิต", "block"],
      ["ได้รับรางวัลเหรียญทอง", "block"],
      ["ย่อยสลายได้ตามธรรมชาติ", "block"],
      ["ใช้กับเตาแม่เหล็กไฟฟ้าได้", ""],
      ["ทำจากเหล็กหล่อ", ""],
      ["ห้ามเข้าเครื่องล้างจาน", ""],
      ["ไม่สามารถใช้กับไมโครเวฟ", ""],
      ["กระทะสีดำ พร้อมด้ามไม้สัก", ""],
      ["ความสุขในครัวเริ่มต้นที่นี่", ""],
      ["สีสันของอาหารน่ากินยิ่งขึ้น", ""],
    ]);
    const shirt: Facts = [
      ["วัสดุ", "ผ้าลินิน 100%"],
      ["การดูแล", "ซักมือเท่านั้น ห้ามซักเครื่อง ห้ามอบผ้า"],
      ["สี", "ขาว, น้ำเงิน"],
      ["กระเป๋า", "ไม่มี"],
      ["ซับใน", "ไม่มี"],
    ];
    expectAll("th", shirt, [
      ["ซักเครื่องได้", "block"],
      ["อบผ้าได้ไม่มีปัญหา", "block"],
      ["ผ้าฝ้าย 100%", "block"],
      ["เหมาะสำหรับผิวแพ้ง่าย", "block"],
      ["ซักด้วยมือ", ""],
      ["ผ้าลินินแท้ 100%", ""],
      ["เบาเหมือนผ้าไหม", ""],
    ]);
  });
});
