import { codesIn } from "./codes-in.ts";

/**
 * What a translation and its source write alike, and may: print in quotation marks, names in a sentence, and codes.
 * @returns longer names before those within them
 */
export function keptByBoth(source: string, target: string): string[] {
  return [...quotedOfBoth(source, target), ...namesOfBoth(source, target), ...codesOfBoth(source, target)];
}

const quotations =
  /"[^"\n]{2,120}"|“[^“”\n]{2,120}”|„[^„“”\n]{2,120}[“”]|«[^«»\n]{2,120}»|「[^「」\n]{2,120}」|『[^『』\n]{2,120}』/gu;
const mostQuotations = 100;

/** Print and titles in quotation marks stay as they are: a shirt that says "Made with love" says it in every language. */
function quotedOfBoth(source: string, target: string): string[] {
  const quoted = (target.match(quotations) ?? []).slice(0, mostQuotations).map((one) => one.slice(1, -1).trim());
  return quoted.filter((one) => one.length > 1 && source.includes(one));
}

const capitals =
  /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}'’.]*(?:[ -](?:(?:of|the|and|&|de|la|du|von|der) ){0,3}(?:\p{Lu}|\d)[\p{L}\p{M}\p{N}'’.]*)+/gu;
const smallWord = /(?<![\p{L}\p{M}])\p{Ll}{5,}/u;

/** A sentence that ends as one, with small words however short: a title has them too, and no full stop. */
const shortSentence = /(?<![\p{L}\p{M}])\p{Ll}{2,4}(?![\p{L}\p{M}]).*[.!]\s*$/u;

/** Capitals in a row within a sentence of small words are a name; a title that is all in capitals says nothing of its words. */
export function namesOfBoth(source: string, target: string): string[] {
  const lines = source.split("\n").filter((line) => smallWord.test(line) || shortSentence.test(line));
  const found = lines.flatMap((line) => line.match(capitals) ?? []).slice(0, mostQuotations);
  // The full stop is the sentence's.
  const names = new Set(found.map((name) => name.replace(/\.$/u, "")));
  return [...names].filter((name) => target.includes(name)).toSorted((a, b) => b.length - a.length);
}

/** Written alike in all languages. */
function codesOfBoth(source: string, target: string): string[] {
  return codesIn(source).filter((code) => target.includes(code));
}

/** A text with a space for each word that is kept. */
export function withoutKept(text: string, kept: readonly string[]): string {
  return kept.reduce((rest, word) => (word.length > 1 ? rest.replaceAll(word, " ") : rest), text);
}
