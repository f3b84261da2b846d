import type { Side } from "./side.ts";
import { stillSource } from "./still-source.ts";

/** Whether a text says anything that another language writes otherwise: "XL", "500 ml" and "183 × 61 cm" do not. @param locale BCP-47 */
export function hasWords(source: Side, locale: string): boolean {
  const { text } = source;
  if (!/\p{L}/u.test(text)) return false;
  if (source.locale.split("-")[0] === locale.split("-")[0]) return true;
  return stillSource(source, { text, locale }) !== null;
}
