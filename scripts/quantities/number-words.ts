import { z } from "zod";
import { quantityLocales } from "./locales.ts";
import { wordsByHand } from "./words-by-hand.ts";

type ToCardinal = (value: number, options?: Record<string, unknown>) => string;
const n2words = z.object({ toCardinal: z.custom<ToCardinal>((value) => typeof value === "function") });

const values = [...Array(101).keys(), ...[200, 300, 400, 500, 600, 700, 800, 900, 1_000, 2_000, 3_000, 5_000, 10_000]];

/** The words of 0 to 100, of the hundreds and some thousands in all languages that have them: by locale `5=word|word;…`. */
export async function numberWords(): Promise<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const { cldr, words: module } of quantityLocales) {
    if (module === null) continue;
    const { toCardinal } = n2words.parse(await import(`n2words/${module}`));
    words[cldr] = rows((value) =>
      [{}, { gender: "feminine" }, { formal: false }, { accentOne: false }].map((options) =>
        toCardinal(value, options),
      ),
    );
  }
  for (const [locale, wordOf] of Object.entries(wordsByHand)) words[locale] = rows((value) => wordOf(value));
  return words;
}

function rows(namesOf: (value: number) => readonly string[]): string {
  return values
    .map((value) => `${value}=${[...new Set(namesOf(value).map((name) => name.toLowerCase()))].join("|")}`)
    .join(";");
}
