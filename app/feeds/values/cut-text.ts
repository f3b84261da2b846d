import { countChars } from "../../texts/text-body.ts";

/** A text of at most so many code points that ends with a whole word, where its script has words. */
export function cutText(text: string, chars: number): string {
  if (countChars(text) <= chars) return text;
  const kept = [...text].slice(0, chars + 1).join("");
  const end = kept.search(/\s\S*$/);
  // A cut in the last half is a word's end; a script without spaces is cut where the limit is.
  const cut = end > chars / 2 ? kept.slice(0, end) : [...text].slice(0, chars).join("");
  return cut.replace(/[\s,;:–—-]+$/u, "");
}
