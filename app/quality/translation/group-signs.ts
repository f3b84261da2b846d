import { plainNumbers, readingsOf } from "../quantities/digits.ts";
import { findNumbers } from "../quantities/find-numbers.ts";
import type { Unconventional } from "./conventions.ts";
import { saysPlainly } from "./numbers/pair-numbers.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import { WordsOfSide } from "./numbers/said-in-words.ts";
import { amount } from "./numbers/said-number.ts";
import type { Side } from "./side.ts";

/** A number of whole digits with one sign and three digits behind it: by its language of thousands or of decimals. */
const lone = /(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d]|[.,]\d)/;

/**
 * Numbers that were kept as the source writes them and say another value in the translation's language: "1,500" of English is one
 * and a half in German.
 */
export function misreadGroups(source: Side, target: Side): Unconventional[] {
  if (!lone.test(target.text)) return [];
  const [from, to] = [signsOf(source.locale), signsOf(target.locale)];
  const said = new Set(numbersIn(source).map(({ digits }) => strictValue(digits, from)));
  return numbersIn(target).flatMap(({ digits, start }): Unconventional[] => {
    if (!lone.test(digits) || digits.startsWith("0")) return [];
    const own = strictValue(digits, to);
    if (own === null || said.has(own)) return [];
    const other = readingsOf(digits).find((value) => value !== own);
    if (other === undefined || !said.has(other)) return [];
    if (saysOtherwise(source, own)) return [];
    const fix = Number.isInteger(other) ? groupedIn(target.locale, other) : digits.replace(/[.,]/, to.decimal);
    return [{ quote: digits, start, end: start + digits.length, fix }];
  });
}

/** "500K" and 一万 say it as well. */
function saysOtherwise(side: Side, value: number): boolean {
  const { numbers } = readNumbers(side);
  if (numbers.some((one) => !lone.test(one.quote) && saysPlainly(one, value))) return true;
  return new WordsOfSide(side).say({ meanings: [amount(value)] }, () => 0);
}

interface Signs {
  decimal: string;
  group: string;
}

const loaded = new Map<string, Signs>();

function signsOf(locale: string): Signs {
  const known = loaded.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(`${locale}-u-nu-latn`).formatToParts(1_234_567.5);
  const signOf = (type: "decimal" | "group") => parts.find((part) => part.type === type)?.value ?? "";
  const signs = { decimal: signOf("decimal"), group: signOf("group") };
  loaded.set(locale, signs);
  return signs;
}

/** Where the locale writes thousands with a sign or a space. */
function groupedIn(locale: string, value: number): string {
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, { maximumFractionDigits: 3 }).format(value);
}

/** The value by the locale's own signs; null where it writes neither so. */
function strictValue(digits: string, { decimal }: Signs): number | null {
  if (!lone.test(digits)) return readingsOf(digits)[0] ?? null;
  const sign = /[.,]/.exec(digits)?.[0];
  if (sign === decimal) return Number(digits.replace(sign, "."));
  // Of what is no decimal it can only be thousands.
  return decimal === "." || decimal === "," ? Number(digits.replace(/[.,]/, "")) : null;
}

function numbersIn({ text, locale }: Side): { digits: string; start: number }[] {
  const plain = plainNumbers(text);
  return findNumbers(plain, { locale }).flatMap(({ start, end, code }) => {
    const written = code === undefined ? /\d+(?:[.,'’\u00a0\u202f ]\d+)*/.exec(text.slice(start, end)) : null;
    return written ? [{ digits: written[0], start: start + written.index }] : [];
  });
}
