import { isAscii } from "../../texts/text-body.ts";

/** Languages of the Cyrillic script that are also written in Latin letters: both are right. */
const inTwoScripts = new Set(["sr", "bs", "ku", "kk", "mn", "uz", "az", "tg"]);

/** Script → languages written in it. */
const scripts: [string, RegExp, readonly string[]][] = [
  ["Cyrillic", /\p{Script=Cyrillic}/gu, ["ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky", "tg", "bs", "uz", "az"]],
  ["Greek", /\p{Script=Greek}/gu, ["el"]],
  ["Hebrew", /\p{Script=Hebrew}/gu, ["he", "iw", "yi"]],
  ["Arabic", /\p{Script=Arabic}/gu, ["ar", "fa", "ur", "ps", "ku", "sd", "ug"]],
  ["Devanagari", /\p{Script=Devanagari}/gu, ["hi", "mr", "ne", "sa"]],
  ["Thai", /\p{Script=Thai}/gu, ["th"]],
  ["Hangul", /\p{Script=Hangul}/gu, ["ko"]],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ["ja"]],
  ["Han", /\p{Script=Han}/gu, ["zh", "ja", "yue", "ko"]],
  ["Latin", /\p{Script=Latin}/gu, []],
];
const foreignToLatin: ReadonlySet<string> = new Set(
  scripts.flatMap(([, , languages]) => languages).filter((language) => !inTwoScripts.has(language)),
);

/** True of a language that Latin letters are foreign to. @param language ISO 639-1 */
export function isWrittenInSigns(language: string): boolean {
  return foreignToLatin.has(language);
}

/** A text in its own script says little about loan words; below this they may be all that there is. */
const fewestLetters = 25;
const shareOfNames = 0.4;
const leastOwn = 0.2;

/**
 * The script that a text is written in, where its language is not written in it.
 * @param letters how many letters the text has @param language ISO 639-1 @returns e.g. `in Cyrillic script`; undefined: none is foreign
 */
export function foreignScript(text: string, letters: number, language: string): string | undefined {
  if (isAscii(text) && !foreignToLatin.has(language)) return undefined;
  const shares = scripts.map(([name, pattern, languages]) => ({
    name,
    languages,
    share: (text.match(pattern)?.length ?? 0) / letters,
  }));
  const latin = shares.find(({ name }) => name === "Latin")?.share ?? 0;
  if (foreignToLatin.has(language)) {
    const own = shares
      .filter(({ languages }) => languages.includes(language))
      .reduce((sum, { share }) => sum + share, 0);
    // Chinese has no kana: a text full of it is Japanese.
    const kana = shares.find(({ name }) => name === "Kana")?.share ?? 0;
    if (language === "zh" && kana > leastOwn) return "Japanese";
    return own < leastOwn && letters >= fewestLetters
      ? latin > 0.5
        ? "in Latin script"
        : "in another script"
      : undefined;
  }
  const foreign = shares.find(
    ({ name, share, languages }) => name !== "Latin" && share > shareOfNames && !languages.includes(language),
  );
  return foreign ? `in ${foreign.name} script` : undefined;
}
