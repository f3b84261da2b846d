import type { TextBody } from "../../db/schema/index.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { writtenOf } from "../../texts/text-body.ts";

/** A word of some letters, vowel signs counted as such, or of a script that writes words in single signs: "XL" and "500 ml" are the same in all languages. */
const word = /\p{L}[\p{L}\p{M}]{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether there is something in a text that a translation would change. */
export function hasWords(body: TextBody): boolean {
  const text = writtenOf(body);
  return word.test(text.includes("<") ? textOfHtml(text) : text);
}
