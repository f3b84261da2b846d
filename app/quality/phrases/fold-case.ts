// Pairs that a regular expression takes for one letter although neither is the other's small or capital letter.
const pairs: readonly [string, string][] = [
  ["\u1fd3", "\u0390"],
  ["\u1fe3", "\u03b0"],
  ["\ufb05", "\ufb06"],
];
/** 0 = not asked yet; else the folded sign and one */
const known = new Uint32Array(0x1_0000);

/**
 * A code point's letter, small and capital alike: equal for two exactly where a regular expression with the flags `iu` takes
 * one for the other. @see https://tc39.es/ecma262/#sec-runtime-semantics-canonicalize-ch
 */
export function foldCase(code: number): number {
  if (code >= known.length) return foldedOf(code);
  const kept = known[code] ?? 0;
  if (kept !== 0) return kept - 1;
  const folded = foldedOf(code);
  known[code] = folded + 1;
  return folded;
}

function foldedOf(code: number): number {
  const char = String.fromCodePoint(code);
  // A dotless i has a capital I, which is another letter's.
  if (char === "ı") return code;
  const small = single(char, (one) => one.toLowerCase());
  const capital = single(small, (one) => one.toUpperCase());
  return single(capital, (one) => one.toLowerCase()).codePointAt(0) ?? code;
}

for (const [one, other] of pairs) known[one.charCodeAt(0)] = other.charCodeAt(0) + 1;

/** The change where it gives one sign for one. */
function single(char: string, change: (char: string) => string): string {
  const changed = change(char);
  return String.fromCodePoint(changed.codePointAt(0) ?? 0) === changed ? changed : char;
}
