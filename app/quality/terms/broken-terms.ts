import type { LocaleTerm, LocaleTerms } from "../../rules/terms/locale-term.ts";
import { undivided } from "../../texts/undivided.ts";
import { disguisedWords } from "../phrases/forbidden-phrases.ts";
import type { Side } from "../translation/side.ts";
import { foldedKey, wordEdges } from "./folded.ts";
import { saysForm } from "./says-form.ts";
import { type TermInText, termsIn } from "./terms-in.ts";

/** A term that a translation does not keep to. */
export interface BrokenTerm {
  term: LocaleTerm;
  /** the words of the source that ask for it; "" for a word that is forbidden whatever the source says */
  quote: string;
}

/**
 * What of a language's terms a translation does not keep to, as far as the program is sure of it.
 * @param from its source: null for a text without one, of which forbidden words are asked alone
 * @param names words of the source that are no words of a term, e.g. its brand
 */
export function brokenTerms(
  terms: LocaleTerms,
  { from, to, names = [] }: { from: Side | null; to: Side; names?: readonly string[] },
): BrokenTerm[] {
  if (terms.length === 0) return [];
  const always = terms.filter(({ kind, source }) => kind === "forbidden" && source === "");
  const others = names.filter((name) => !terms.some(({ source }) => source === name));
  const inSource = from ? termsIn(withoutNames(from.text, others), terms, from.locale) : [];
  return [
    ...inSource.filter(({ term }) => !keepsTo(term, to)),
    ...always.filter((term) => !keepsTo(term, to)).map((term): TermInText => ({ term, quote: "" })),
  ];
}

function keepsTo({ kind, source, target }: LocaleTerm, { text, locale }: Side): boolean {
  switch (kind) {
    case "forced":
      return saysForm(text, target, locale);
    case "kept":
      return isKept(text, source);
    case "statement":
      return oneLine(text).includes(oneLine(target));
    case "forbidden":
      return !saysWord(text, target, locale);
  }
}

/** To the letter; a word without capitals may get some, as in a title or as a German noun. */
function isKept(text: string, word: string): boolean {
  const written = text.normalize("NFC");
  if (written.includes(word)) return true;
  if (word === word.toLowerCase()) return foldedKey(written).includes(foldedKey(word));
  return written.includes(word.toUpperCase());
}

/** As a word of its own. In scripts without spaces between its edges: "肉" is no word of "筋肉". */
function saysWord(text: string, word: string, locale: string): boolean {
  if (!undivided.test(word)) return disguisedWords([word], [text], locale).length > 0;
  const written = text.normalize("NFC");
  if (!written.includes(word)) return false;
  const edges = wordEdges(written, locale);
  for (let at = written.indexOf(word); at >= 0; at = written.indexOf(word, at + 1)) {
    if (edges.has(at) && edges.has(at + word.length)) return true;
  }
  return false;
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, " ¶ "), text);
}

function oneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
