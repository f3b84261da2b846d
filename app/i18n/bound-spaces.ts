import type { Words } from "./pseudo.ts";

const noBreak = "\u00a0";

/** Spaces of a language that must not end a line: the sign behind them belongs to the word before. */
const spaces = {
  fr: / (?=[:;!?»])|(?<=«) /g,
  de: / (?=…)/g,
};

/** The same words, with no line ending before a sign that stands alone. */
export function bindSpaces<Some extends Words>(words: Some, locale: keyof typeof spaces): Some;
export function bindSpaces(words: Words, locale: keyof typeof spaces): Words {
  if (typeof words === "string") return words.replace(spaces[locale], noBreak);
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, bindSpaces(value, locale)]));
}
