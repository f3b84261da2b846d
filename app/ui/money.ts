/** 1_234_500_000 billionths of a US dollar → "$1.23"; amounts below ten cents keep two digits that say something: "$0.0042". */
export function formatDollars(nanos: number): string {
  const dollars = nanos / 1_000_000_000;
  if (dollars > 0 && dollars < 0.1) {
    return `$${dollars.toLocaleString("en-US", { maximumSignificantDigits: 2, maximumFractionDigits: 9 })}`;
  }
  return dollars.toLocaleString("en-US", { style: "currency", currency: "USD" });
}
