import { detectAll } from "tinyld";
import { comparable, isAscii } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { functionWordShares } from "../language/function-words.ts";

/** Shorter texts are names more than language. */
const fewestLetters = 25;
const fewestWords = 5;
/** N-grams need more text than function words do. */
const fewestLettersForNgrams = 60;
/** Enough to judge by; more only costs time. */
const sampleChars = 400;
const certain = 0.15;
const shortestName = 3;

/** Languages that share most of their words: one taken for the other is no finding. */
const families = [
  "no nb nn da sv",
  "hr sr bs sl",
  "cs sk",
  "id ms",
  "pt gl es ca",
  "ru uk be bg",
  "de lb",
  "nl af",
  "hi mr ne",
  "zh yue",
];

/** Script → languages written in it; a text mostly in a foreign script is in the wrong language, however short. */
const scripts: [string, RegExp, readonly string[]][] = [
  ["Cyrillic", /\p{Script=Cyrillic}/gu, ["ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky", "tg"]],
  ["Greek", /\p{Script=Greek}/gu, ["el"]],
  ["Hebrew", /\p{Script=Hebrew}/gu, ["he", "iw", "yi"]],
  ["Arabic", /\p{Script=Arabic}/gu, ["ar", "fa", "ur", "ps", "ku", "sd"]],
  ["Devanagari", /\p{Script=Devanagari}/gu, ["hi", "mr", "ne", "sa"]],
  ["Thai", /\p{Script=Thai}/gu, ["th"]],
  ["Hangul", /\p{Script=Hangul}/gu, ["ko"]],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ["ja"]],
  ["Han", /\p{Script=Han}/gu, ["zh", "ja", "yue", "ko"]],
  ["Latin", /\p{Script=Latin}/gu, []],
];
const foreignToLatin: ReadonlySet<string> = new Set(
  scripts.flatMap(([, , languages]) => languages).filter((language) => !["sr", "ku", "kk", "mn"].includes(language)),
);

/** WRONG_LANGUAGE: by script, then by function words, then by n-grams; short texts and names are left alone. */
export function checkLanguage(input: CheckInput): Finding[] {
  const expected = languageOf(input.locale);
  const text = withoutNames(input).slice(0, sampleChars);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 8) return [];
  const seen = foreignScript(text, letters, expected) ?? foreignWords(text, letters, expected);
  if (seen === undefined) return [];
  return [
    {
      code: "WRONG_LANGUAGE",
      description: `${input.contentType} is not written in ${nameOf(expected)} but seems to be ${seen}`,
      hint: `write in ${input.locale}`,
    },
  ];
}

function foreignScript(text: string, letters: number, expected: string): string | undefined {
  if (isAscii(text) && !foreignToLatin.has(expected)) return undefined;
  const shares = scripts.map(([name, pattern, languages]) => ({
    name,
    languages,
    share: (text.match(pattern)?.length ?? 0) / letters,
  }));
  const latin = shares.find(({ name }) => name === "Latin")?.share ?? 0;
  if (foreignToLatin.has(expected)) {
    const own = shares
      .filter(({ languages }) => languages.includes(expected))
      .reduce((sum, { share }) => sum + share, 0);
    // Chinese has no kana: a text full of it is Japanese.
    const kana = shares.find(({ name }) => name === "Kana")?.share ?? 0;
    if (expected === "zh" && kana > 0.2) return "Japanese";
    return own < 0.2 && letters >= fewestLetters ? (latin > 0.5 ? "in Latin script" : "in another script") : undefined;
  }
  const foreign = shares.find(
    ({ name, share, languages }) => name !== "Latin" && share > 0.4 && !languages.includes(expected),
  );
  return foreign ? `in ${foreign.name} script` : undefined;
}

function foreignWords(text: string, letters: number, expected: string): string | undefined {
  const words = comparable(text).split(" ");
  if (letters < fewestLetters || (words.length < fewestWords && /\p{Script=Latin}/u.test(text))) return undefined;
  const shares = functionWordShares(words);
  const own = shares.get(expected)?.share ?? 0;
  const [best, bestShare] = [...shares].reduce(
    (a, b) => (b[1].share > a[1].share ? b : a),
    ["", { share: 0, distinct: 0 }],
  );
  if (sameFamily(best, expected)) {
    if (bestShare.share >= 0.1) return undefined;
  } else if (bestShare.distinct >= 3 && bestShare.share >= 0.15 && own * 3 < bestShare.share) {
    return nameOf(best);
  }
  if (letters < fewestLettersForNgrams || own >= 0.08) return undefined;
  const detected = detectAll(text);
  const [top] = detected;
  if (!top || top.accuracy < certain || sameFamily(top.lang, expected)) return undefined;
  const ownAccuracy = detected.find(({ lang }) => sameFamily(lang, expected))?.accuracy ?? 0;
  return ownAccuracy * 3 < top.accuracy ? nameOf(top.lang) : undefined;
}

/** The product's own names and values may be in any language; a text may quote them. */
function withoutNames({ text, facts }: CheckInput): string {
  const { title, vendor, attributes, options } = facts.facts;
  const quoted = [title, vendor, ...attributes.map(({ value }) => value), ...options.flatMap(({ values }) => values)];
  let rest = text.slice(0, sampleChars * 10);
  for (const name of quoted) {
    if (name.length >= shortestName) rest = rest.replaceAll(name, " ");
  }
  return rest;
}

function sameFamily(a: string, b: string): boolean {
  return a === b || families.some((family) => family.split(" ").includes(a) && family.split(" ").includes(b));
}

function languageOf(locale: string): string {
  return (locale.split("-")[0] ?? locale).toLowerCase();
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

function nameOf(language: string): string {
  return names.of(language) ?? language;
}
