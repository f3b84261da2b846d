import eld from "eld/extrasmall";
import { foreignLanguage } from "../language/verify-language.ts";

/** From so many letters on no text was taken for another language. */
const fewestLetters = 60;
/** From so many on relatives are told apart, too. */
const relativesLetters = 200;
/** A shorter text is in the language of the longer ones beside it, if it fits that better by so much. */
const margin = 0.1;
const fewestLettersBeside = 8;
const sampleChars = 1_000;

/** Those that a text of a close relative may be taken for. */
const relatives: ReadonlySet<string> = new Set(
  "no nb nn da sv hr sr bs sl mk cs sk id ms pt gl es ca ru uk be bg zh hi mr ne".split(" "),
);

/**
 * The languages of texts that are not in the one that they should be in, by their names: what a shop wrote in a language beside its
 * own, told only where there is no doubt. A short text beside a long one follows it.
 * @param texts of one product, as readers see them. @param expected BCP-47
 * @returns ISO 639-1, e.g. `de`; of what is in its language, or too short to tell, nothing
 */
export function languagesOfSources(
  texts: readonly { name: string; text: string }[],
  expected: string,
): ReadonlyMap<string, string> {
  const wanted = expected.split("-")[0]?.toLowerCase() ?? "";
  const found = new Map<string, string>();
  for (const { name, text } of texts) {
    const language = certainLanguage(text, wanted);
    if (language !== null) found.set(name, language);
  }
  const [beside, ...others] = new Set(found.values());
  if (beside === undefined || others.length > 0) return found;
  for (const { name, text } of texts) {
    if (!found.has(name) && fitsBetter(text, beside, wanted)) found.set(name, beside);
  }
  return found;
}

/** Whether a text in a language needs no translation into another one. Of two ways of writing, or none told apart, it is not said. */
export function isSameLanguage(language: string, locale: string): boolean {
  const wanted = locale.split("-")[0]?.toLowerCase() ?? "";
  return language !== "zh" && language !== "ms" && language === (wanted === "nb" ? "no" : wanted);
}

function certainLanguage(text: string, wanted: string): string | null {
  const letters = lettersOf(text);
  if (letters < fewestLetters) return null;
  const { language = wanted } = foreignLanguage(text.slice(0, sampleChars), wanted) ?? {};
  if (language === wanted || (relatives.has(language) && letters < relativesLetters)) return null;
  return language;
}

function fitsBetter(text: string, one: string, other: string): boolean {
  if (lettersOf(text) < fewestLettersBeside) return false;
  const scores = eld.detect(text.slice(0, sampleChars)).getScores();
  return (scores[one] ?? 0) - (scores[other] ?? 0) > margin;
}

function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
