/** A price as Shopify gives it: digits, and cents behind a point. */
const amount = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/** How many decimals a currency has: none of the yen. @param currency ISO 4217 */
export function decimalsOf(currency: string): number {
  try {
    const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
    }).resolvedOptions();
    return maximumFractionDigits;
  } catch {
    return 2;
  }
}

/**
 * An amount with the decimals of its currency, `12.50`; "" where it is no price, or holds a fraction that the currency does not
 * have. Text is cut and filled, never computed with.
 */
export function amountOf(price: string | null | undefined, currency: string): string {
  const [, whole, cents = ""] = amount.exec(price ?? "") ?? [];
  if (whole === undefined) return "";
  const decimals = decimalsOf(currency);
  if (/[1-9]/.test(cents.slice(decimals))) return "";
  const plain = whole.replace(/^0+(?=\d)/, "");
  return decimals === 0 ? plain : `${plain}.${cents.slice(0, decimals).padEnd(decimals, "0")}`;
}

/** Whether one price is above another: both as Shopify gives them. */
export function isAbove(one: string | null | undefined, other: string | null | undefined): boolean {
  return amount.test(one ?? "") && amount.test(other ?? "") && Number(one) > Number(other);
}

export function isMoney(value: string): boolean {
  return /^\d{1,12}(?:\.\d{1,3})? [A-Z]{3}$/.test(value);
}

export function isAmount(value: string): boolean {
  return /^\d{1,12}(?:\.\d{1,3})?$/.test(value);
}
