import { decodeFully } from "../../lib/html/decode-fully.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { cleanUnicode } from "./clean-unicode.ts";
import { bare, hasTooManySigns } from "./too-many-signs.ts";

/** Rounds that take out tags which the taking out of others brought to light. */
const maxRounds = 8;

/**
 * Plain text: entities decoded however deep they are nested, and tags gone, also those that hid in entities or in one
 * another. Signs that begin no tag stay: `<30 dB`, `a < b`, `I <3 you`, `A&B`.
 */
export function keepPlainText(text: string): string {
  if (hasTooManySigns(text)) return bare(text);
  let plain = decoded(text);
  for (let round = 0; round < maxRounds && hasTag(plain); round++) plain = decoded(withoutTags(plain));
  return plain.replace(/[ \t\n]+/g, " ").trim();
}

/** Signs that nobody sees may hide in entities as well. */
function decoded(text: string): string {
  return text.includes("&") ? cleanUnicode(decodeFully(text)) : text;
}

/** A sign behind which a browser reads a tag or a comment. */
export function hasTag(text: string): boolean {
  return /<(?:\/?[a-z]|[!?])/i.test(text);
}

/** A tag that does not end leaves its words: only its sign goes, and amid a word a space keeps both sides apart. */
function withoutTags(text: string): string {
  const end = text.lastIndexOf(">") + 1;
  const ended = text
    .slice(0, end)
    .replace(/&/g, "&amp;")
    .replace(/<\/(?![a-z])/gi, "&lt;/");
  return textOfHtml(
    ended +
      text
        .slice(end)
        .replace(/(?<=\S)<(?=\/?[a-z]|[!?])/gi, "< ")
        .replace(/<(?=\/?[a-z]|[!?])/gi, "")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;"),
  );
}
