import type { SaidNumber } from "./said-number.ts";

/** Gold by its carats (of 24), and by its parts of a thousand as they are stamped. */
const stamps: Readonly<Record<number, readonly number[]>> = {
  8: [333],
  9: [375],
  10: [417],
  14: [583, 585],
  18: [750],
  20: [833],
  21: [875],
  22: [916, 917],
  24: [999, 1_000],
};

/** Whether one of the other side's numbers says how fine a gold is in the other way: 14金 beside "585". */
export function isFineness(one: SaidNumber, others: readonly SaidNumber[]): boolean {
  return others.some((other) => isSameGold(one, other) || isSameGold(other, one));
}

function isSameGold(carats: SaidNumber, stamp: SaidNumber): boolean {
  return carats.meanings.some(
    (one) =>
      one.kind === "amount" &&
      one.unit?.dimension === "fineness" &&
      stamp.meanings.some(
        (other) => other.kind === "amount" && other.unit === null && stamps[one.value]?.includes(other.value),
      ),
  );
}
