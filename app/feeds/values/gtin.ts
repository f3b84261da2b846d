/**
 * Whether digits are a GTIN-8, -12, -13 or -14 with its check digit, that a shop may sell by: numbers for use within one shop
 * (02, 04, 2…) and coupons are none.
 * @see https://www.gs1.org/services/how-calculate-check-digit-manually
 * @see https://support.google.com/merchants/answer/6324461
 */
export function isGtin(value: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(value)) return false;
  const digits = value.padStart(14, "0");
  if (/^0+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 13; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 3 : 1);
  if ((10 - (sum % 10)) % 10 !== Number(digits[13])) return false;
  if (value.length === 8) return !/^[02]/.test(value);
  return !/^(?:02|04|2|98|99)/.test(digits.slice(1));
}
