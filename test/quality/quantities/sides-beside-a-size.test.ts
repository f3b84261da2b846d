import { expect, it } from "vitest";
import { createChecksContext } from "../../../app/quality/checks-context.ts";
import { checkTexts } from "../../../app/quality/run-checks.ts";
import { contentConfigSchema } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

const config = contentConfigSchema.parse(defaultConfig);
const facts = someFacts({
  ...{ title: "Table", attributes: [], options: [], tags: [] },
  descriptionText: "Table 180 × 90 × 75 cm (L × W × H)",
});

function contradicted(locale: string, desc: string): string[] {
  const context = createChecksContext({ facts, config, locale });
  const found = checkTexts(context, { texts: new Map([["desc", { raw: desc, body: desc }]]) }).get("desc")?.warnings;
  return (found ?? []).flatMap(({ code, quote }) => (code === "CONTRADICTED_FACT" ? [quote ?? ""] : []));
}

it.each([
  ["de", "Tisch 180 × 90 × 75 cm (L × B × H)"],
  ["fr", "Table 180 × 90 × 75 cm (longueur × largeur × hauteur)"],
  ["es", "Mesa 180 × 90 × 75 cm (largo × ancho × alto)"],
  ["ru", "Стол 180 × 90 × 75 см (длина × ширина × высота)"],
  ["ja", "テーブル 180×90×75cm（長さ×幅×高さ）"],
  ["ja", "テーブル 180×90×75cm（長さ×ヨコ×高さ）"],
  ["zh-TW", "桌子 180×90×75 公分（長×寬×高）"],
  ["zh-CN", "桌子 180×90×75 厘米（长×宽×高）"],
  ["ko", "테이블 180×90×75cm(길이×너비×높이)"],
])("%s: the sides named behind a size belong to its numbers in their order: %s", (locale, text) => {
  expect(contradicted(locale, text)).toEqual([]);
});

it.each([
  ["ja", "テーブル 180×90×75cm（高さ×幅×長さ）"],
  ["zh-TW", "桌子 180×90×75 公分（高×寬×長）"],
  ["de", "Tisch 180 × 90 × 75 cm (Höhe × Breite × Länge)"],
])("%s: sides named in another order are told: %s", (locale, text) => {
  expect(contradicted(locale, text)).not.toEqual([]);
});
