import { expect, it } from "vitest";
import { compareLength } from "../../../app/quality/translation/compare-length.ts";
import { compareNumbers } from "../../../app/quality/translation/compare-numbers.ts";
import { compareSizes } from "../../../app/quality/translation/compare-sizes.ts";
import { compareTokens } from "../../../app/quality/translation/compare-tokens.ts";
import { unconventional } from "../../../app/quality/translation/conventions.ts";
import { misreadGroups } from "../../../app/quality/translation/group-signs.ts";
import { stillSource } from "../../../app/quality/translation/still-source.ts";
import { cpuMs } from "../../support/cpu-ms.ts";

const size = 60_000;
const repeated = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const source = { text: repeated("A washed linen shirt of 240 g, cool on warm days. "), locale: "en" };

/** The fewest CPU ms of three tries at comparing a text with the source. */
async function comparedMs(text: string, locale: string): Promise<number> {
  const target = { text, locale };
  const tries = [];
  for (let n = 0; n < 3; n++) {
    tries.push(
      await cpuMs(() => [
        stillSource(source, target),
        compareNumbers(source, target),
        compareTokens(source.text, text),
        unconventional(target),
        misreadGroups(source, target),
        compareSizes(source.text, text),
        compareLength(source, target),
      ]),
    );
  }
  return Math.min(...tries);
}

it.each([
  ["es", "one point, spaces, one letter", `.${" ".repeat(size)}x`],
  ["es", "points", repeated(". ")],
  ["es", "question marks", repeated("a? ")],
  ["de", "one word", repeated("a")],
  ["de", "a word with hyphens", repeated("a-")],
  ["de", "half mail addresses", repeated("a@a-")],
  ["de", "half addresses", repeated("www.")],
  ["de", "braces", repeated("{{a")],
  ["fr", "signs", repeated("a!")],
  ["ja", "one line of signs", repeated("あ、")],
  ["de", "numbers", repeated("1 2 ")],
  ["de", "dates and times", repeated("24.12.2025 18:00 Uhr ")],
  ["fr", "months", repeated("mars 12 mai ")],
  ["es", "numbers in words", repeated("dos mil tres ")],
  ["ar", "capitals in quotation marks", repeated("“Nord Wind” @a.b ")],
  ["ja", "signs of China alone", repeated("亚麻衬衫，")],
])("%s: 60 kB of %s take a small multiple of an ordinary text's time", async (locale, _name, text) => {
  const ordinary = await comparedMs(repeated("Ein gewaschenes Leinenhemd von 240 g, kühl an warmen Tagen. "), locale);
  // Texts of nothing but numbers take about eight times as long; what grows with the square of a text takes hundreds of times.
  expect(await comparedMs(text, locale)).toBeLessThan(Math.max(ordinary, 50) * 24);
});
