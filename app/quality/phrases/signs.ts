/** The code points of a text; unpaired surrogates count as one each, as in a regular expression with `u`. */
export function codesOf(text: string): Uint32Array {
  const codes = new Uint32Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    codes[count++] = code;
  }
  return codes.subarray(0, count);
}

/** What `\s` matches. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && /\s/u.test(String.fromCodePoint(code)));
}

/** 0 = not asked yet */
const known = new Uint8Array(0x11_0000);
const [yes, no] = [1, 2];

/** A letter or a digit, `[\p{L}\p{N}]`. */
export function isWordSign(code: number): boolean {
  const before = known[code];
  if (before) return before === yes;
  const is = /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
  known[code] = is ? yes : no;
  return is;
}
