import words from "./data/number-words.json" with { type: "json" };
import { dozenWords, handNumberWords } from "./number-words-by-hand.ts";
import { languageOf } from "./unit-names.ts";

/** The words of numbers in one language. */
export interface NumberWords {
  /** lower case word or words → value */
  values: ReadonlyMap<string, number>;
  /** first words of entries that have several words */
  starts: ReadonlySet<string>;
  /** words of a hundred and of a thousand, the longest first */
  hundreds: readonly (readonly [name: string, value: number])[];
  /** for scripts without spaces: finds the longest word; null where words are apart */
  glued: RegExp | null;
}

const loaded = new Map<string, NumberWords>();
const scriptsWithoutSpaces = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Hiragana}]/u;

/** Read once for each language; English holds where the language has no words of its own. */
export function numberWordsOf(locale: string | undefined): NumberWords {
  const language = locale === undefined ? "en" : localeKey(locale);
  const known = loaded.get(language);
  if (known) return known;
  const built = build(language);
  loaded.set(language, built);
  return built;
}

const rowsOf: Readonly<Record<string, string>> = words;

function localeKey(locale: string): string {
  if (/^zh-(?:hant|tw|hk|mo)/i.test(locale)) return "zh-Hant";
  if (/^sr-latn/i.test(locale)) return "sr-Latn";
  return languageOf(locale);
}

function build(language: string): NumberWords {
  const values = new Map<string, number>();
  const starts = new Set<string>();
  const add = (name: string, value: number) => {
    if (name === "" || values.has(name)) return;
    values.set(name, value);
    // Both "twenty-five" and "twenty five" are written.
    if (name.includes("-")) values.set(name.replaceAll("-", " "), value);
    const first = /^[^\s-]+(?=[\s-])/.exec(name)?.[0];
    if (first !== undefined) starts.add(first);
  };
  for (const row of [rowsOf[language] ?? "", handNumberWords[language] ?? ""]) {
    for (const entry of row.split(";")) {
      const [value = "", names = ""] = entry.split("=");
      for (const name of names.split("|")) {
        add(name, Number(value));
        add(inOneScript(name), Number(value));
      }
    }
  }
  const dozens = (dozenWords[language] ?? "").split("|").filter((word) => word !== "");
  const counts = [...values].filter(([, value]) => Number.isInteger(value) && value > 0 && value < 10);
  for (const word of dozens) {
    add(word, dozen);
    for (const [name, value] of counts) add(`${name} ${word}`, value * dozen);
  }
  for (const [word, more] of partsBefore[language] ?? []) {
    starts.add(word);
    for (const [name, value] of [...values]) {
      if (Number.isInteger(value) && value > 0 && value < mostWithParts) add(`${word} ${name}`, value + more);
    }
  }
  const long = [...values].filter(([name]) => /^\p{L}{4,}$/u.test(name));
  for (const joined of joinedBefore[language] ?? []) for (const [name, value] of long) add(`${joined}${name}`, value);
  const hundreds = [...values].filter(([, value]) => value >= 100);
  for (const [name] of hundreds) starts.add(name.split(" ")[0] ?? name);
  const glued = [...values.keys()].some((name) => scriptsWithoutSpaces.test(name)) ? pattern(values) : null;
  const plain = hundreds
    .filter(([name, value]) => (value === 100 || value === 1_000) && /^\p{L}{4,}$/u.test(name))
    .sort(([one], [other]) => other.length - one.length);
  return { values, starts, hundreds: plain, glued };
}

const dozen = 12;
/** Words before a number that add to it: "साढ़े पाँच" is five and a half. */
const partsBefore: Readonly<Record<string, readonly (readonly [word: string, more: number])[]>> = {
  hi: [
    ["साढ़े", 0.5],
    ["साढे", 0.5],
    ["सवा", 0.25],
    ["पौने", -0.25],
  ],
};
const mostWithParts = 100;
/** Small words that are written as one with the number behind them: بثلاثة is "with three". Not "and", which numbers have between their parts. */
const joinedBefore: Readonly<Record<string, readonly string[]>> = {
  ar: ["ب", "ل", "ك", "ال", "بال", "لل"],
  fa: ["ب"],
  he: ["ב", "ל", "ה", "מ"],
};

/** The Ukrainian words of n2words have a Latin i among their Cyrillic letters. */
function inOneScript(name: string): string {
  return /\p{Script=Cyrillic}/u.test(name) ? name.replaceAll("i", "і") : name;
}

function pattern(values: ReadonlyMap<string, number>): RegExp {
  const longestFirst = [...values.keys()].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.join("|"), "gu");
}
