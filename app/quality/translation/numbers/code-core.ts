import { skeleton } from "../../phrases/skeleton.ts";
import { codeKey } from "../../quantities/codes.ts";

/** Names of makers and systems: no language has its own word for them. */
const names =
  /^(?:bluetooth|bt|wi-?fi|iphone|ipad|ios|android|windows|xbox|playstation|galaxy|usb|hdmi|android|macos)$/iu;
/** The factor of a sun cream is abbreviated in each language by its own word. */
const sunFactor = /^(?:spf|fps|lsf|fp|фз|σπφ|faktor|factor|fator|фактор)$/iu;

/** How a code is compared: letter by letter, and without the words in it that have a translation. */
export function codeOf(written: string): { key: string; core: string } {
  const key = levelled(codeKey(written));
  const { word = "", rest = "" } = /^(?<word>[\p{L}\p{M}.]+)[\s\u00a0-]?(?<rest>.*\d.*)$/u.exec(written)?.groups ?? {};
  const isWord = (/\p{Ll}[\p{L}.]*$/u.test(word) && word.length > 1) || /^[^\p{Script=Latin}]+$/u.test(word);
  const isGlued = written.charAt(word.length) === rest.charAt(0);
  let core = written;
  if (sunFactor.test(word)) core = `spf${rest}`;
  else if (isWord && !names.test(word) && !(isGlued && /\p{Script=Latin}/u.test(word))) core = rest;
  // "Typ-2-Stecker", "10fach", "60fps"
  core = core
    .replace(/(?<=\d)-?\p{Ll}[\p{L}\p{M}-]*$/u, "")
    .replace(/(?<=[\d\p{Lu}])-\p{Lu}\p{Ll}[\p{L}\p{M}-]*$/u, "");
  return { key, core: levelled(codeKey(core)) };
}

/** A Cyrillic В is a Latin B to the eye: "В12". */
function levelled(key: string): string {
  return key.replace(/[^\p{ASCII}]+/gu, skeleton);
}
