import { cleanUnicode } from "../../quality/fixes/clean-unicode.ts";

/** U+FFFE and U+FFFF of each plane are no characters, so that XML and JSON readers refuse them. */
const noCharacter = /[\ufdd0-\ufdef]|[\ufffe\uffff]/g;

/**
 * A text as every channel reads it: what nobody sees is gone (zero width, byte order mark, bell), so are halves of surrogates;
 * lines end in one line feed; a tab is a space.
 */
export function cleanText(text: string): string {
  return cleanUnicode(text)
    .replace(noCharacter, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, " ");
}
