/** Billionths of a US dollar in one dollar. */
export const nanosPerDollar = 1_000_000_000;

/** 1_234_500_000 → "$1.23"; amounts below ten cents keep their first digits: "$0.0042". */
export function formatDollars(nanos: number): string {
  const dollars = nanos / nanosPerDollar;
  const small = dollars > 0 && dollars < 0.1;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    ...(small ? { minimumFractionDigits: 2, maximumSignificantDigits: 2, maximumFractionDigits: 9 } : {}),
  }).format(dollars);
}
