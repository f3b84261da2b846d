import { undivided } from "../../texts/undivided.ts";
import { plainNumbers } from "../quantities/digits.ts";
import { findNumbers } from "../quantities/find-numbers.ts";
import type { Place, Side } from "./side.ts";

/** Words that are not written as the language writes them, and how it does. */
export interface Unconventional extends Place {
  /** for the whole quote; null where only a person knows */
  fix: string | null;
}

interface Convention {
  pattern: RegExp;
  fix(match: RegExpMatchArray): string;
}

const narrow = "\u202f";
const wide = "\u00a0";
const eastern = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]";
const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ".": "。",
  "!": "！",
  "?": "？",
  ":": "：",
  ";": "；",
};
const arabic: Readonly<Record<string, string>> = { ",": "،", "?": "؟", ";": "؛" };

const swapped = (signs: Readonly<Record<string, string>>) => (match: RegExpMatchArray) =>
  `${match[1] ?? ""}${signs[match[2] ?? ""] ?? match[2] ?? ""}`;

/** French sets spaces before high signs that English has none before; figures and addresses have none either. */
const french: readonly Convention[] = [
  { pattern: /([\p{L}\p{N})»%])([;!?])(?![\p{L}\p{N}/=&])/gu, fix: ([, before, sign]) => `${before}${narrow}${sign}` },
  { pattern: /([\p{L})»])(:)(?![\p{L}\p{N}/\\-])/gu, fix: ([, before, sign]) => `${before}${wide}${sign}` },
  { pattern: /(«)(?=[\p{L}\p{N}])/gu, fix: ([, sign]) => `${sign}${wide}` },
  { pattern: /(?<=[\p{L}\p{N}.!?])(»)/gu, fix: ([, sign]) => `${wide}${sign}` },
];
const chinese: readonly Convention[] = [
  { pattern: new RegExp(`(${eastern})([,.!?:;])(?=$|\\s|${eastern})`, "gu"), fix: swapped(fullWidth) },
];
const japanese: readonly Convention[] = [
  { pattern: new RegExp(`(${eastern})([,.!?])(?=$|\\s|${eastern})`, "gu"), fix: swapped({ ...fullWidth, ",": "、" }) },
];
const ofArabicLetters: readonly Convention[] = [
  { pattern: /(\p{Script=Arabic})([,?;])(?![\p{Script=Latin}\d])/gu, fix: swapped(arabic) },
];
const greek: readonly Convention[] = [
  { pattern: /(\p{Script=Greek})(\?)(?![\p{Script=Latin}])/gu, fix: swapped({ "?": ";" }) },
];

const conventions: Readonly<Record<string, readonly Convention[]>> = {
  fr: french,
  // In Canada only the colon and quotation marks have their space.
  "fr-CA": french.slice(1),
  zh: chinese,
  ja: japanese,
  ar: ofArabicLetters,
  fa: ofArabicLetters,
  ur: ofArabicLetters,
  el: greek,
};
const mostFound = 10;

/** Signs and numbers that are not written as the text's language writes them: each with what its writers put there. */
export function unconventional(text: Side): Unconventional[] {
  const language = text.locale.split("-")[0]?.toLowerCase() ?? "";
  const found: Unconventional[] = [];
  for (const { pattern, fix } of conventions[text.locale] ?? conventions[language] ?? []) {
    for (const match of text.text.matchAll(pattern)) {
      const quote = match[0].trimStart();
      const start = match.index + match[0].length - quote.length;
      const word = wordBefore(text.text, start);
      found.push({
        ...{ quote: word + quote, start: start - word.length, end: start + quote.length },
        fix: word + fix(match),
      });
    }
  }
  return [...found, ...unopened(text), ...foreignNumbers(text)]
    .toSorted((a, b) => a.start - b.start)
    .slice(0, mostFound);
}

/** The letters of a word that a place begins within: fixes replace whole words. */
function wordBefore(text: string, start: number): string {
  if (!/[\p{L}\p{N}]/u.test(text.charAt(start)) || undivided.test(text.charAt(start))) return "";
  return /[\p{L}\p{M}\p{N}'’-]{0,60}$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? "";
}

/** In Spanish a question and an exclamation are opened by their sign too; points within them are of abbreviations and pauses. */
function unopened({ text, locale }: Side): Unconventional[] {
  if (!/^es(?:-|$)/i.test(locale)) return [];
  const found: Unconventional[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(/[?!\n]/g)) {
    const before = text.slice(from, index);
    from = index + 1;
    if (sign === "\n" || before.includes(sign === "?" ? "¿" : "¡") || !/[\p{L}\p{N}]$/u.test(before)) continue;
    // Of an address, or of a name within a sentence: "Yahoo! en línea".
    if (/^(?:[\p{L}\p{N}/=&]| \p{Ll})/u.test(text.slice(from, from + 2))) continue;
    const start = from - 1 - (/[^.…]*$/.exec(before)?.[0].trimStart().length ?? 0);
    found.push({ quote: text.slice(start, from), start, end: from, fix: null });
  }
  return found;
}

const decimals = new Map<string, string>();

/** The sign of decimals in a locale: "," in German, "." in Japanese. */
function decimalSign(locale: string): string {
  const known = decimals.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(`${locale}-u-nu-latn`).formatToParts(1.5);
  const sign = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  decimals.set(locale, sign);
  return sign;
}

/**
 * "1.5 l" in German. A lone sign with three digits behind it may be one of groups: nobody knows. Without a unit it may be a name,
 * a version or a date: "5.1", "24.12."
 */
function foreignNumbers({ text, locale }: Side): Unconventional[] {
  const decimal = decimalSign(locale);
  const other = decimal === "," ? "." : ",";
  return findNumbers(plainNumbers(text), { locale }).flatMap(({ start, end, code, hasUnit }): Unconventional[] => {
    if (code !== undefined) return [];
    const digits = /\d+(?:[.,]\d+)+/.exec(text.slice(start, end));
    if (!digits) return [];
    const { 0: quote, index } = digits;
    const signs = quote.replace(/\d/g, "");
    const last = signs.at(-1) ?? "";
    const isMixed = new Set(signs).size === 2 && signs.indexOf(last) === signs.length - 1;
    const isLone = hasUnit && signs.length === 1 && (/[.,]\d{1,2}$|[.,]\d{4,}$/.test(quote) || /^0[.,]/.test(quote));
    if (last !== other || !(isMixed || isLone)) return [];
    const fix = quote.replace(/[.,]/g, (sign) => (sign === "," ? "." : ","));
    return [{ quote, start: start + index, end: start + index + quote.length, fix }];
  });
}
