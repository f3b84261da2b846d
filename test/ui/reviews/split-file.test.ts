import { expect, it } from "vitest";
import { parseCsv } from "../../../app/lib/parse-csv.ts";
import { readFileText, splitFile } from "../../../app/ui/reviews/split-file.ts";

const recordsOf = (csv: string) => {
  const parsed = parseCsv(csv);
  if ("unclosed" in parsed) throw new Error(`a quote is open on line ${parsed.unclosed}`);
  return parsed.records.map(({ cells }) => cells);
};

it("parts hold together what the file holds, each with the head and whole records", () => {
  const rows = Array.from({ length: 200 }, (_, at) => `${at},"line one\nsays ""${at}"", and more"`);
  const csv = `\ufeffid,body\r\n${rows.join("\r\n")}`;
  for (const most of [1, 40, 333, 100_000]) {
    const parts = splitFile(csv, most);
    const records = parts.map(recordsOf);
    for (const [head] of records) expect(head).toEqual(["id", "body"]);
    expect(records.flatMap((all) => all.slice(1))).toEqual(recordsOf(csv).slice(1));
    if (most === 333) expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(333);
  }
});

it("a small file is one part, one with a head alone too, and an empty one none", () => {
  expect(splitFile("id,body\n1,Fine.")).toEqual(["id,body\n1,Fine."]);
  expect(splitFile("id,body\n")).toEqual(["id,body\n"]);
  expect(splitFile("id,body")).toEqual(["id,body"]);
  expect(splitFile(" \n")).toEqual([" \n"]);
  expect(splitFile("")).toEqual([]);
});

it("a file that Excel wrote on Windows keeps its letters", async () => {
  const latin = new Blob([Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65])]);
  expect(await readFileText(latin)).toBe("Größe");
  expect(await readFileText(new Blob(["Größe 尺寸"]))).toBe("Größe 尺寸");
});

it("an inch sign within a cell opens no quote", () => {
  const rows = Array.from({ length: 40 }, (_, at) => `bag ${at},5" screen is great,"two\nlines"`);
  const csv = `name,size,body\n${rows.join("\n")}`;
  const parts = splitFile(csv, 200);
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.flatMap((part) => recordsOf(part).slice(1))).toEqual(recordsOf(csv).slice(1));
});
