import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { foreignScript } from "../../../app/quality/language/foreign-scripts.ts";
import { foreignLanguage } from "../../../app/quality/language/verify-language.ts";

const set: Record<string, string[]> = JSON.parse(
  readFileSync(new URL("./detect-set.json", import.meta.url), "utf8"),
) as Record<string, string[]>;
const relatives = [
  "nb da sv is", "hr sr sl", "cs sk", "id ms", "pt gl es ca", "ru uk bg sr", "de lb", "tr az",
].map((family) => family.split(" ")); // biome-ignore format: a table
const areRelated = (a: string, b: string) =>
  a === b || relatives.some((family) => family.includes(a) && family.includes(b));
/** Six texts of a language, and the last three as one long text. */
const textsOf = (language: string) => {
  const texts = set[language] ?? [];
  return [...texts, `${texts.slice(3).join(" ")} ${texts.slice(2, 4).join(" ")}`];
};
const found = (text: string, wanted: string) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = foreignScript(text, letters, wanted);
  return script ? { language: script, certain: true } : foreignLanguage(text, wanted);
};

describe("the wanted language", () => {
  test("no text of the set is called foreign in its own language", () => {
    const wrong = Object.keys(set).flatMap((language) =>
      textsOf(language).flatMap((text) => {
        const seen = found(text, language);
        return seen ? [`${language} as ${seen.language}: ${text}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("a relative's text is never called foreign without a doubt", () => {
    const wrong = Object.keys(set).flatMap((wanted) =>
      Object.keys(set)
        .filter((language) => areRelated(language, wanted))
        .flatMap((language) => textsOf(language).filter((text) => foreignLanguage(text, wanted)?.certain)),
    );
    expect(wrong).toEqual([]);
  });

  test("texts of other languages are found, long ones nearly all", () => {
    const unknown = ["cy", "mt", "sw"];
    const share = { title: [0, 0], sentence: [0, 0], long: [0, 0] };
    for (const wanted of Object.keys(set).filter((one) => !unknown.includes(one))) {
      for (const language of Object.keys(set)) {
        if (areRelated(wanted, language) || unknown.includes(language)) continue;
        textsOf(language).forEach((text, i) => {
          const kind = i < 3 ? share.title : i < 6 ? share.sentence : share.long;
          kind[1] = (kind[1] ?? 0) + 1;
          const seen = found(text, wanted);
          if (i < 6 ? seen : seen?.certain) kind[0] = (kind[0] ?? 0) + 1;
        });
      }
    }
    const part = ([hits = 0, all = 1]: number[]) => hits / all;
    expect(part(share.title)).toBeGreaterThan(0.7);
    expect(part(share.sentence)).toBeGreaterThan(0.92);
    expect(part(share.long)).toBeGreaterThan(0.95);
  });
});
