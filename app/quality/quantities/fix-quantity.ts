import type { QuantityStatement } from "../statements/statement.ts";

const digits = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/u;
const unitSign = /[\p{L}%°"″'′€$£¥]/u;

/**
 * The fact's own words for a refuted number, in the number format of the text; null when they do not fit into its place.
 * @param locale of the text; undefined: as the fact writes it
 */
export function fixOf(
  { quantity, quote }: QuantityStatement,
  { quantity: known, quote: words }: QuantityStatement,
  locale: string | undefined,
): string | null {
  const isSimple =
    quantity.to === undefined && known.to === undefined && quantity.times === undefined && known.times === undefined;
  if (!isSimple || known.values.length !== 1) return null;
  const isWithUnit = unitSign.test(quote.replace(digits, ""));
  // "60" of "60 × 40 cm" is no "60 cm", and "five" hours are no "5".
  if (isWithUnit !== unitSign.test(words.replace(digits, ""))) return null;
  if (!isWithUnit && quantity.units[0] !== null && quantity.units[0]?.factor !== known.units[0]?.factor) return null;
  const written = digits.exec(words)?.[0];
  const [value = 0] = known.values;
  if (locale === undefined || written === undefined || known.spelled || value < 0 || /[/⁄½-¾⅐-⅞]/u.test(words))
    return words;
  return words.replace(written, inFormat(value, written, locale));
}

/** With as many decimals as the fact has, and grouped where it is. */
function inFormat(value: number, written: string, locale: string): string {
  const isWhole = written.replace(/\D/g, "") === String(value);
  const decimals = isWhole ? 0 : (/[.,](\d+)$/.exec(written)?.[1]?.length ?? 0);
  try {
    return new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: 20,
      numberingSystem: "latn",
      useGrouping: /\d[.,'’\u00a0\u202f ]\d{3}/.test(written) && value >= 1_000,
    }).format(value);
  } catch {
    return written;
  }
}
