import { newStemmer } from "snowball-stemmers";
import { comparable } from "../../texts/text-body.ts";

/** Language → its Snowball stemmer. */
const algorithms: Readonly<Record<string, string>> = {
  ar: "arabic", hy: "armenian", eu: "basque", ca: "catalan", cs: "czech", da: "danish", nl: "dutch", en: "english", fi: "finnish", fr: "french",
  de: "german", hu: "hungarian", it: "italian", ga: "irish", no: "norwegian", nb: "norwegian", nn: "norwegian", pt: "portuguese", ro: "romanian",
  ru: "russian", es: "spanish", sl: "slovene", sv: "swedish", ta: "tamil", tr: "turkish",
}; // biome-ignore format: a table
const stemmers = new Map<string, { stem(word: string): string }>();

/** @param locale BCP-47. @returns undefined for a language of which no forms are known */
export function stemmerOf(locale: string): { stem(word: string): string } | undefined {
  const algorithm = algorithms[locale.split("-")[0]?.toLowerCase() ?? ""];
  if (algorithm === undefined) return undefined;
  const kept = stemmers.get(algorithm) ?? newStemmer(algorithm);
  stemmers.set(algorithm, kept);
  return kept;
}

/** An ending of a word in another form is short; a longer one makes another word, as in "organ" and "organization". */
const longestEnding = 3;
const shortestStem = 3;

/**
 * True for a text that has the words of a term in their order, each in whatever form: "running shoe" in "Running shoes".
 * @param words of the text, comparable, single spaces, a space at both ends @param locale BCP-47; of some languages no forms are known
 */
export function saysInflected(words: string, term: string, locale: string): boolean {
  const stemmer = stemmerOf(locale);
  const wanted = comparable(term)
    .split(" ")
    .filter((word) => word !== "");
  if (!stemmer || wanted.length === 0) return false;
  const said = words.trim().split(" ");
  const isForm = (one: string, other: string) => {
    if (one === other) return true;
    const stem = stemmer.stem(one);
    const isShort = (word: string) =>
      word.length - stem.length <= longestEnding && word.length <= other.length + longestEnding;
    return (
      stem.length >= shortestStem &&
      stem === stemmer.stem(other) &&
      isShort(one) &&
      Math.abs(one.length - other.length) <= longestEnding
    );
  };
  const [first = ""] = wanted;
  const beginning = first.slice(0, 2);
  for (let at = 0; at + wanted.length <= said.length; at++) {
    if (!said[at]?.startsWith(beginning)) continue;
    if (wanted.every((word, i) => isForm(word, said[at + i] ?? ""))) return true;
  }
  return false;
}
