import { foldCase } from "./fold-case.ts";
import { codesOf, isSpace } from "./signs.ts";

const [blank, quote, doubleQuote, dash] = [32, 39, 34, 45];
const levelled = new Map<number, number>([
  ...signs("'’‘", quote),
  ...signs('"“”„', doubleQuote),
  ...signs("-‐‑–—", dash),
]);

/**
 * A text with small and capital letters, runs of spaces, quotes and dashes levelled: a phrase in nearly the same words has
 * a key that the text's key contains. Sign by sign, so that it holds for every part of a text.
 */
export function looseKey(text: string): string {
  const codes = codesOf(text);
  const units: string[] = [];
  let count = 0;
  for (const code of codes) {
    if (!isSpace(code)) codes[count++] = levelled.get(code) ?? foldCase(code);
    else if (count === 0 || codes[count - 1] !== blank) codes[count++] = blank;
  }
  for (let i = 0; i < count; i += chunk) {
    units.push(String.fromCodePoint(...codes.subarray(i, Math.min(count, i + chunk))));
  }
  return units.join("");
}

/** More arguments than a call may have would break it. */
const chunk = 8_192;

function signs(all: string, as: number): [number, number][] {
  return [...all].map((sign) => [sign.codePointAt(0) ?? 0, as]);
}
