/**
 * Digits of every script as ASCII and the x of sizes, Latin, Cyrillic or wide, as ×, of the same length; digits of two code units
 * stay as they are.
 */
export function plainNumbers(text: string): string {
  return asciiDigits(text)
    .replace(/(\d(?:mm|cm|m|in|ft|мм|см|м|["″”'′])?)[xXхХｘＸ✖⨯](?=[WBHDTLPØ]?\d)/g, "$1×")
    .replace(/(\d(?:\s(?:мм|см|м))?\s)[хХｘＸ✖⨯](?=\s\d)/g, "$1×");
}

function asciiDigits(text: string): string {
  if (/^[\x20-\x7e\s]*$/.test(text)) return text;
  return text
    .replace(/\p{Nd}/gu, (digit) => (digit <= "9" || digit.length > 1 ? digit : String(digitValue(digit))))
    .replace(/[٫٬、](?=\d)/g, (sign) => (sign === "٫" ? "." : sign === "٬" ? "," : sign))
    .replace(/[．，](?=\d)/g, (sign) => (sign === "．" ? "." : ","));
}

/** Unicode keeps decimal digits in runs of ten, zero first. @see https://www.unicode.org/reports/tr44/#Numeric_Type */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** Every fraction that is one sign. */
export const fractionSigns: Readonly<Record<string, number>> = {
  ...{ "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5 },
  ...{ "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10 },
};

const denominators = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32, 64]);

/** What `3/4` is worth; null for what is no fraction of a measure, such as 24/7. */
export function fractionValue(numerator: string, denominator: string): number | null {
  const above = Number(numerator);
  const below = Number(denominator);
  return denominators.has(below) && above > 0 && above < below ? above / below : null;
}

/**
 * The readings of a number as written: 1,5 is 1.5; 1.500 is 1500 or 1.5; 1.234,56 is 1234.56; 1,00,000 is 100000. None for
 * versions and dates.
 */
export function readingsOf(digits: string): number[] {
  const text = digits.replace(/[\u00a0\u202f'’ ]/g, "");
  const separators = text.replace(/\d/g, "");
  if (separators === "") return [Number(text)];
  const groups = text.split(/[.,]/);
  const thousands = groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 0) <= 3;
  if (separators.length === 1) {
    const decimal = Number(text.replace(",", "."));
    return thousands && groups[0] !== "0" ? [Number(groups.join("")), decimal] : [decimal];
  }
  const last = separators.at(-1) ?? "";
  const earlier = separators.slice(0, -1);
  if (!earlier.includes(last)) return [Number(`${groups.slice(0, -1).join("")}.${groups.at(-1)}`)];
  if (new Set(separators).size > 1) return [];
  const indian = groups.slice(1, -1).every((group) => group.length === 2) && groups.at(-1)?.length === 3;
  return thousands || (indian && last === ",") ? [Number(groups.join(""))] : [];
}
