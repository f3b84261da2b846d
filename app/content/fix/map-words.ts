import { undivided } from "../undivided.ts";
import { overText, tidy } from "./over-text.ts";

const letter = "[\\p{L}\\p{N}\\p{M}]";

export interface WordMapInput {
  wordMap: Readonly<Record<string, string>> | null | undefined;
  html: boolean;
  /** texts that stay to the letter, such as claims */
  kept: readonly string[];
}

/**
 * Replaces words as the config says: literally, as written there, whole words only, "" deletes. One pass, the longest
 * first, so that a replacement is never replaced again.
 */
export function mapWords(source: string, { wordMap, html, kept }: WordMapInput): string {
  const entries = Object.entries(wordMap ?? {}).filter(([word]) => word !== "");
  if (entries.length === 0 || source === "") return source;
  const replacements = new Map(entries);
  const words = [...kept.filter((text) => text !== ""), ...replacements.keys()];
  words.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(words.map(bounded).join("|"), "gu");
  let deleted = false;
  const mapped = overText(source, html, (text) =>
    text.replace(pattern, (word) => {
      const replacement = kept.includes(word) ? word : (replacements.get(word) ?? word);
      if (replacement === "") deleted = true;
      return replacement;
    }),
  );
  return deleted ? tidy(mapped, html) : mapped;
}

/** A boundary is asked for only where the word itself begins or ends with a letter: ` - ` stands anywhere. */
export function bounded(word: string): string {
  const first = [...word][0] ?? "";
  const last = [...word].at(-1) ?? "";
  return `${edge(first) ? `(?<!${letter})` : ""}${literal(word)}${edge(last) ? `(?!${letter})` : ""}`;
}

function edge(char: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(char) && !undivided.test(char);
}

export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
