import type { TextBody } from "../db/schema/index.ts";
import { hasVisibleText } from "../lib/html/has-visible-text.ts";

/** The single texts of a body: the bullets one by one, or the one text. */
export function partsOf(body: TextBody): string[] {
  return typeof body === "string" ? [body] : body;
}

/** A body as one text; "" for none. */
export function writtenOf(body: TextBody | null): string {
  return body === null ? "" : partsOf(body).join("\n");
}

/** Length as people count it: code points, so that an emoji or a rare ideograph is not two. */
export function countChars(text: string): number {
  let count = 0;
  for (const _char of text) count++;
  return count;
}

/** Each check of a text compares the same few texts again. */
const compared = new Map<string, string>();
const maxCompared = 64;
const longestCompared = 20_000;

/** A text for comparing: lower case, letters and digits only, single spaces. */
export function comparable(text: string): string {
  const kept = compared.get(text);
  if (kept !== undefined) return kept;
  const plain = levelled(text);
  if (text.length > longestCompared) return plain;
  if (compared.size >= maxCompared) compared.clear();
  compared.set(text, plain);
  return plain;
}

function levelled(text: string): string {
  if (isAscii(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  }
  return withoutPhraseSigns(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  return /^[\x00-\x7f]*$/.test(text);
}

/** Two signs are ligatures of whole Arabic phrases: taken apart they would make a text eighteen times as long. */
export function withoutPhraseSigns(text: string): string {
  return text.replace(/[\ufdfa\ufdfb]/g, " ");
}

export function isEmptyBody(body: TextBody): boolean {
  return partsOf(body).every((part) => !hasVisibleText(part));
}
