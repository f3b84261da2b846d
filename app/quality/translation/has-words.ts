import { comparable } from "../../texts/text-body.ts";
import { isInternational } from "../language/international-words.ts";
import type { Side } from "./side.ts";
import { stillSource } from "./still-source.ts";

/** Whether a text says anything that another language writes otherwise: "XL", "500 ml" and "183 × 61 cm" do not. @param locale BCP-47 */
export function hasWords(source: Side, locale: string): boolean {
  const { text } = source;
  if (!/\p{L}/u.test(text)) return false;
  if (source.locale.split("-")[0] === locale.split("-")[0]) return true;
  return stillSource(source, { text, locale }) !== null || hasUsualWord(text);
}

/**
 * "White" and "Blazer" may stay as they are in many languages, so that they are no sign of a text left as it was. Whether they
 * do in this one its translator says: most languages have a word of their own for a colour.
 */
function hasUsualWord(text: string): boolean {
  return comparable(text)
    .split(" ")
    .some((word) => word.length > longestCode && isInternational(word));
}

/** "USB", "LED" and "Pro" are written alike wherever they are used. */
const longestCode = 3;
