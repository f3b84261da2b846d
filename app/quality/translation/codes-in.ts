const capitalsAndDigits =
  /(?<![\p{L}\p{N}-])(?:\p{Lu}{2,6} (?=[\p{Lu}\d./-]*\d))?[\p{Lu}\d]+(?:[-./][\p{Lu}\d]+)*(?![\p{Ll}\p{N}])/gu;
/** `500ML` and `12V` are amounts, which a language may write in its own way. */
const amount = /^(?:\p{Lu}+ )?\d+(?:[.,]\d+)?\p{Lu}{1,3}$/u;
const mostCodes = 100;

/** Names of capitals and digits, with the capitals before them, that all languages write alike: `VG-10`, `GAL 18V-40`. */
export function codesIn(text: string): string[] {
  const found = (text.match(capitalsAndDigits) ?? []).filter(
    (code) => /\d/.test(code) && /\p{Lu}/u.test(code) && !amount.test(code),
  );
  // Where all is in capitals, the word before a code may be any.
  const codes = /\p{Ll}{2}/u.test(text) ? found : found.map((code) => code.replace(/^\p{Lu}+ /u, ""));
  return [...new Set(codes)].slice(0, mostCodes);
}
