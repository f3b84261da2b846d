import { moneyOf } from "./currencies.ts";
import type { FoundNumber } from "./found-number.ts";
import type { Dimension, Unit } from "./unit.ts";

/** Between the two numbers of a range. */
export const rangeSign =
  /^\s?(?:-|–|—|−|~|〜|～|to|bis|à|a|al|ai|alle|agli|aos|ao|au|aux|e|y|i|und|and|et|till|til|tot|até|do|до|から|至|到|αβ|ως|إلى|و)\s?(?:\+|-|−|–|minus )?\s?$/iu;

/** The sign of money that ends right before a number, `€ ` or `US$`, with its length. */
export function moneyBefore(behind: string): { unit: Unit; length: number } | undefined {
  const found =
    /((?:US|CA|AU|NZ|HK|C|A|S|R)?\$|[€£¥￥₩₹₺₽₴₪₫฿₱₸]|(?<![\p{L}])(?:[A-Z]{3}|Rs\.?|kr\.?|Fr\.))[ \u00a0\u202f]?$/u.exec(
      behind,
    );
  const unit = found?.[1] === undefined ? undefined : moneyOf(found[1]);
  return found && unit ? { unit, length: found[0].length } : undefined;
}

const signedDimensions: ReadonlySet<Dimension> = new Set(["temperature", "gain", "sound"]);
const signBehind = /(?:^|[\s(:/~–—]|[^\p{L}\p{N}])(−|-|–|minus |moins |menos |meno |零下|マイナス|氷点下|영하 ?)$/iu;

/** The sign that is written before a number; a hyphen between two numbers of a line is none. */
export function signBefore(behind: string): string {
  if (/[\d%°CF℃][^\S\n]?[-–]$/u.test(behind)) return "";
  return signBehind.exec(behind)?.[1] ?? "";
}
/** A hyphen is a minus only before degrees and the like; `−` always is. */
export function applySigns(text: string, found: FoundNumber[]): void {
  for (let i = found.length - 1; i >= 0; i--) {
    const one = found[i];
    if (!one || one.sign === "") continue;
    const next = found[i + 1];
    const isRangeStart =
      one.units[0] === null && next && next.start - one.end < 12 && rangeSign.test(text.slice(one.end, next.start));
    const units = isRangeStart ? next.units : one.units;
    if (one.sign !== "−" && !units.some((unit) => unit !== null && signedDimensions.has(unit.dimension))) continue;
    one.start -= one.sign.length;
    one.values = one.values.map((value) => -value);
  }
}
