import { isAmbiguous, longUnitName, spacedUnits, type Unit, unitsOf } from "./units.ts";

/** A number of a text with its unit, if it has one. */
export interface Quantity {
  /** as written, e.g. `1,5 kg` */
  text: string;
  /** readings of the number: 1.500 is 1500 or 1.5. Empty for versions, dates and codes, which count as written */
  values: number[];
  /** null = without a unit; several when the word after it may be a unit or not */
  units: (Unit | null)[];
  /** the word after the number or its unit, lower case, "" when there is none */
  nextWord: string;
  /** where it is in the text; a few signs off behind fractions and digits of rare scripts */
  start?: number;
  /** for `10 200 ml`, which may be one number or two */
  pieces?: Quantity[];
  /** letters and digits in one word, e.g. `MX500` or `4K`: compared as written; in a statement without spaces: `ip67` */
  code?: string;
  /** readings of the upper end of a range: `2–3 kg` */
  to?: number[];
  /** what words or signs near it say of the value; absent: it is the value itself */
  bound?: Bound;
  /** how many of them: `4 × 250 ml` */
  times?: number;
  /** the numbers of sizes that belong together, as `30x40x50` */
  chain?: string;
  /** written as a word, `five`: without a unit it is often idiom */
  spelled?: boolean;
  /** what one step of the last written digit is worth: 0.1 in `1.5` */
  step?: number;
  /** the words that the number counts, lower case: `large`, `pockets`; else those of its fact's name */
  counted?: string[];
  /** words of content around it and of its fact's name, lower case */
  near?: string[];
}

/** `up_to 30 h` claims that much; `below 2 kg` only bounds it. */
export type Bound = "up_to" | "at_least" | "above" | "below" | "about";

const number = /\d{1,3}(?:[\u00a0\u202f'’ ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*/gu;
// Chinese, Japanese and Thai put no space between a number and its noun: only letters of these scripts make a code.
const lettersBefore = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+$/u;
const gluedLetters =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]*/uy;
const shortUnitName =
  "%|٪|％|[€$£¥₩₹]|°\\s?[CFcf]|℃|℉|[\"″”'′’]|キログラム|グラム|センチメートル|センチ|ミリメートル|ミリリットル|メートル|リットル|円|千克|公斤|毫克|克|厘米|毫米|公分|毫升|升|元|그램|원|k?[ΩΩ]|[\\p{Script=Latin}\\p{Script=Cyrillic}µμ]+(?:[²³]|[23](?![\\p{L}\\p{N}]))?(?:\\/[\\p{Script=Latin}]+[²³23]?)?";
const unitAfter = new RegExp(`[ \\u00a0\\u202f]?-?(?:(?<long>${longUnitName})|(?<short>${shortUnitName}))`, "uy");
const shortUnitAfter = new RegExp(`[ \\u00a0\\u202f]?-?(?<short>${shortUnitName})`, "uy");
const wordAfter = /[ \u00a0\u202f-]*([\p{L}\p{M}]+)/uy;
const moneyBefore = /(?:[€$£¥₩₹]|(?:EUR|USD|GBP|CHF))\s?$/u;
const connector = /^\s?(?:x|×|–|-|to|bis|à|a|by|\/|und|and|or|oder|et|ou|y|o|e|,|mal|auf|por)\s?$/iu;
const listNumber = /(?:^|\n)\s*$/;
const money: Unit = { dimension: "money", factor: 1, system: "metric" };
/** The longest word looked at before a number. */
const lookBehindChars = 24;

interface Found extends Quantity {
  start: number;
  end: number;
}

/**
 * All numbers of a text. Digits of every script count; fractions like ½ too. List numbers (`1. …` at the start of a line)
 * do not.
 */
export function readQuantities(source: string): Quantity[] {
  // Most facts are words: ASCII without a digit holds no number.
  if (!/[\d\u0080-\uffff]/.test(source)) return [];
  const text = plainDigits(source);
  const found: Found[] = [];
  for (const match of text.matchAll(number)) {
    // Further digits of a code like A1B2 belong to it.
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const quantity = readOne(text, match[0], match.index);
    if (quantity) found.push(quantity);
  }
  shareUnits(text, found);
  return found;
}

function readOne(text: string, digits: string, start: number): Found | undefined {
  const end = start + digits.length;
  const behind = text.slice(Math.max(0, start - lookBehindChars), start);
  const before = lettersBefore.exec(behind)?.[0] ?? "";
  if (before && !moneyBefore.test(behind)) return codeAt(text, start - before.length, end);
  if (listNumber.test(behind) && /^[.)]\s/.test(text.slice(end, end + 2)) && digits.length <= 2) return undefined;
  const values = readingsOf(digits);
  const after = unitAt(text, end);
  if (after.units.length === 0 && match(gluedLetters, text, end)) return codeAt(text, start, end);
  const isMoney = moneyBefore.test(behind);
  const unitEnd = isMoney ? end : after.end;
  const units = isMoney ? [money] : after.units.length > 0 ? after.units : [null];
  const nextWord = (match(wordAfter, text, unitEnd)?.[1] ?? "").toLowerCase();
  const quantity: Found = { text: text.slice(start, unitEnd).trim(), values, units, nextWord, start, end: unitEnd };
  if (/\d \d/.test(digits)) quantity.pieces = piecesOf(digits, quantity);
  return quantity;
}

/** The units that follow a number, with null when it may as well have none, and where they end. */
function unitAt(text: string, end: number): { units: (Unit | null)[]; end: number } {
  for (const pattern of [unitAfter, shortUnitAfter]) {
    const found = match(pattern, text, end);
    const name = found?.groups?.long ?? found?.groups?.short ?? "";
    const short = found?.groups?.long === undefined ? (name.split("/")[0] ?? "") : name;
    for (const spelling of new Set([name, short])) {
      const units = spelling === "" ? [] : unitsOf(spelling.replace(/^°\s/, "°"));
      if (!found || units.length === 0 || (spacedUnits.has(spelling) && found[0] === spelling)) continue;
      const length = found[0].length - name.length + spelling.length;
      return { units: isAmbiguous(spelling) ? [...units, null] : units, end: end + length };
    }
  }
  return { units: [], end };
}

function codeAt(text: string, from: number, end: number): Found {
  const rest = match(gluedLetters, text, end)?.[0] ?? "";
  const code = text.slice(from, end) + rest;
  return {
    text: code,
    values: [],
    units: [null],
    nextWord: "",
    code: code.toLowerCase(),
    start: from,
    end: end + rest.length,
  };
}

/** `1,5` is 1.5; `1.500` is 1500 or 1.5; `1.234,56` is 1234.56; `1.2.3` and `24.12.2026` are no numbers. */
export function readingsOf(digits: string): number[] {
  const text = digits.replace(/[\u00a0\u202f'’ ]/g, "");
  const separators = text.replace(/\d/g, "");
  if (separators === "") return [Number(text)];
  const groups = text.split(/[.,]/);
  const thousands = groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 0) <= 3;
  if (separators.length === 1) {
    const decimal = Number(text.replace(",", "."));
    return thousands ? [Number(groups.join("")), decimal] : [decimal];
  }
  const last = separators.at(-1) ?? "";
  const earlier = separators.slice(0, -1);
  if (!earlier.includes(last)) return [Number(`${groups.slice(0, -1).join("")}.${groups.at(-1)}`)];
  return thousands && new Set(separators).size === 1 ? [Number(groups.join(""))] : [];
}

function piecesOf(digits: string, whole: Quantity): Quantity[] {
  const pieces = digits.split(" ");
  return pieces.map((piece, i) => {
    const isLast = i === pieces.length - 1;
    return {
      text: piece,
      values: readingsOf(piece),
      units: isLast ? whole.units : [null],
      nextWord: isLast ? whole.nextWord : "",
    };
  });
}

/** In `30 × 40 cm` and `2–3 kg` the unit of the last number holds for the ones before it. */
function shareUnits(text: string, found: Found[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const quantity = found[i];
    const next = found[i + 1];
    if (!quantity || !next || quantity.code || next.code || quantity.units[0] !== null) continue;
    const shared = next.units.filter((unit) => unit !== null);
    if (shared.length === 0 || next.start - quantity.end > 6 || !connector.test(text.slice(quantity.end, next.start)))
      continue;
    quantity.units = [...shared, null];
  }
}

const fractions: Record<string, string> = { "½": "5", "¼": "25", "¾": "75", "⅓": "333", "⅔": "667", "⅛": "125" };

/** Digits of every script as ASCII; 1½ as 1.5. */
function plainDigits(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return text;
  return text
    .replace(/(\d?)([½¼¾⅓⅔⅛])/g, (_all, whole: string, sign: string) => `${whole || "0"}.${fractions[sign] ?? "0"}`)
    .replace(/\p{Nd}/gu, (digit) => (digit <= "9" ? digit : String(digitValue(digit))));
}

/** Unicode keeps decimal digits in runs of ten, zero first. @see https://www.unicode.org/reports/tr44/#Numeric_Type */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
