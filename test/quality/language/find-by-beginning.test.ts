import { describe, expect, it } from "vitest";
import { effectRows } from "../../../app/quality/language/data/effect-rows.ts";
import { proofRows } from "../../../app/quality/language/data/proof-rows.ts";
import { findByBeginning } from "../../../app/quality/language/find-by-beginning.ts";
import { firstSignsOf } from "../../../app/quality/language/first-signs.ts";
import { readLabelledSet } from "../../../bench/support/evidence/labelled-set.ts";

const signs = (source: string) => [...(firstSignsOf(source) ?? ["any"])].toSorted().join("");

describe("the signs that a regular expression may begin with", () => {
  it.each([
    ["award|prize", "ap"],
    ["(?:lab|field) tested", "fl"],
    ["(?:anti-?)?age", "a"],
    ["(?:not )?tested", "nt"],
    ["s*a", "as"],
    ["a{0,2}b", "ab"],
    ["a+b", "a"],
    ["(?<!not )safe(?!ty)", "s"],
    ["[dt]e|x", "dtx"],
    ["\\d ?%", "0123456789"],
    ["\\/5", "/"],
    ["(?:(?:a|b)?c|d)e", "abcd"],
    ["\\p{L}+ test", "any"],
    ["[a-z]x", "any"],
    ["[^a]x", "any"],
    [".x", "any"],
    ["a|", "any"],
    ["a?", "any"],
    ["^a", "any"],
    ["𝒜x", "any"],
  ])("%s: %s", (source, expected) => {
    expect(signs(source)).toBe(expected);
  });
});

const undivided = new Set(["ja", "zh", "ko", "th"]);

it("finds in every language what one regular expression of all its words does", () => {
  const byLanguage = new Map<string, string[]>();
  for (const { locale, sentences } of readLabelledSet("develop")) {
    const language = locale.slice(0, 2);
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), ...sentences.map(({ text }) => text.toLowerCase())]);
  }
  let found = 0;
  for (const [language, row] of [
    ...Object.entries(proofRows),
    ...Object.entries(effectRows).map(([key, { on }]) => [key, on] as const),
  ]) {
    const all = Object.entries(row).map(([key, words]) => ({ key, words }));
    const anywhere = undivided.has(language);
    const find = findByBeginning(all, { anywhere });
    const groups = all.map(({ words }) => `(${words})`).join("|");
    const whole = new RegExp(`${anywhere ? "" : "(?<![\\p{L}\\p{M}])"}(?:${groups})`, "gu");
    for (const text of [...(byLanguage.get(language) ?? []), ...(byLanguage.get("en") ?? [])]) {
      const expected = [...text.matchAll(whole)].map((match) => ({
        key: all[match.slice(1).findIndex((group) => group !== undefined)]?.key,
        start: match.index,
        end: match.index + match[0].length,
      }));
      found += expected.length;
      expect(find(text), `${language}: ${text}`).toEqual(expected);
    }
  }
  expect(found).toBeGreaterThan(150);
});

it("takes what may stand before each word as a part of it, and stops after the most that are asked for", () => {
  const find = findByBeginning([{ key: "award", words: "جائزة" }], { prefix: "(?:و?(?:ال)?)" });
  expect(find("والجائزة و جائزة").map(({ start, end }) => [start, end])).toEqual([
    [0, 8],
    [11, 16],
  ]);
  expect(find("جائزة جائزة جائزة", 2)).toHaveLength(2);
});
