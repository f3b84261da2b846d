import { fractionSigns, fractionValue, readingsOf } from "./digits.ts";
import { type NumberWords, numberWordsOf } from "./number-words.ts";
import type { Unit } from "./unit.ts";
import { languageOf, namedUnits, numberedUnits, unitKey } from "./unit-names.ts";

/** A number of a text, without its unit. */
export interface ScannedNumber {
  start: number;
  end: number;
  /** empty for versions and dates */
  values: number[];
  /** what one step of the last written digit is worth */
  step: number;
  spelled: boolean;
  /** of a word that holds its unit too, as `fünfstündig` or Arabic ساعتان */
  units: Unit[];
}

const signs = Object.keys(fractionSigns).join("");
// 10 200, 1'000, 1.234,56
const plain = "(?<digits>\\d{1,3}(?:[\\u00a0\\u202f'’ ]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*)";
// 1 1/2, 3/4, 1½
const fraction = `(?<whole>[ \\u00a0\\u202f-]?(?<above>\\d{1,2})[/⁄](?<below>\\d{1,2})(?![\\d/]))|[/⁄](?<under>\\d{1,2})(?![\\d/])|[ \\u00a0\\u202f]?(?<sign>[${signs}])`;
const digitsPattern = new RegExp(`${plain}(?:${fraction})?|(?<alone>[${signs}])`, "gu");
const wordPattern = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const hanNumber = /[〇零一二两兩三四五六七八九十百千壹贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟万萬]+(?= ?[\p{L}%])/gu;
const largeUnits: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8, 만: 1e4 };
/** Words of one number, as "einhundert vierundzwanzig". */
const mostWords = 4;
const shortestCompound = 7;
const longestCompound = 32;
/** Languages that write number and unit in one word. */
const compounding: ReadonlySet<string> = new Set(
  "de nl af sv da nb is fi et hu tr cs sk pl sl hr ru uk bg lt lv el".split(" "),
);
const nextWord = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/uy;
const joiner = /^ (?:(?:and|und|y|e|et|og|och|i|și|ja|en) )?/u;

/**
 * The numbers of a text, in digits and in words of the language, in their order.
 * @param text from `plainNumbers`
 */
export function* scanNumbers(text: string, locale: string | undefined): Generator<ScannedNumber> {
  const spelled = scanWords(text, numberWordsOf(locale), locale);
  let word = spelled.next();
  for (const digits of scanDigits(text)) {
    for (; !word.done && word.value.start < digits.start; word = spelled.next()) yield word.value;
    yield digits;
  }
  for (; !word.done; word = spelled.next()) yield word.value;
}

function* scanDigits(text: string): Generator<ScannedNumber> {
  if (!/[\d½-¾⅐-⅞]/.test(text)) return;
  for (const match of text.matchAll(digitsPattern)) {
    const number = digitsAt(match);
    const after = text[number.end] ?? "";
    const large = largeUnits[after];
    if (large !== undefined) {
      number.values = number.values.map((value) => value * large);
      number.step *= large;
      number.end += 1;
    }
    yield number;
  }
}

function digitsAt(match: RegExpMatchArray): ScannedNumber {
  const start = match.index ?? 0;
  const { digits = "", above, below, under, sign, alone, whole } = match.groups ?? {};
  const simple = { start, spelled: false, units: [] };
  if (alone !== undefined)
    return { ...simple, end: start + alone.length, values: [fractionSigns[alone] ?? 0], step: 0 };
  const readings = readingsOf(digits);
  const end = start + match[0].length;
  if (sign !== undefined)
    return { ...simple, end, values: readings.map((value) => value + (fractionSigns[sign] ?? 0)), step: 0 };
  if (under !== undefined) {
    const value = fractionValue(digits, under);
    if (value !== null) return { ...simple, end, values: [value], step: 0 };
  }
  if (whole !== undefined && above !== undefined && below !== undefined && /^\d{1,3}$/.test(digits)) {
    const value = fractionValue(above, below);
    if (value !== null) return { ...simple, end, values: [Number(digits) + value], step: 0 };
  }
  // "10 200 ml" may be one number or two.
  const grouped = / [1-9]\d*$/.test(digits) ? readingsOf(digits.split(" ").at(-1) ?? "") : [];
  return {
    ...simple,
    end: start + digits.length,
    values: [...readings, ...grouped],
    step: stepOf(digits, readings[0] ?? 0),
  };
}

/** 0.1 for `1,5`; 100 for `300`: what was rounded to is not told by zeros at the end. */
function stepOf(digits: string, value: number): number {
  const decimals = /[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0;
  if (decimals > 0 && digits.replace(/\D/g, "") !== String(value)) return 10 ** -decimals;
  const zeros = /0+$/.exec(digits)?.[0].length ?? 0;
  return 10 ** Math.min(zeros, digits.length - 1);
}

function* scanWords(text: string, words: NumberWords, locale: string | undefined): Generator<ScannedNumber> {
  if (words.glued) yield* merged(scanHan(text, words), scanGlued(text, words, words.glued, locale));
  let until = 0;
  for (const match of text.matchAll(wordPattern)) {
    if (match.index < until) continue;
    const word = match[0].toLowerCase();
    if (words.values.has(word) || words.starts.has(word)) {
      const number = longestAt(text, match.index, words);
      if (number) {
        yield number;
        until = number.end;
        continue;
      }
    }
    const hundreds = gluedHundreds(word, words);
    if (hundreds !== null) {
      const end = match.index + word.length;
      yield { start: match.index, end, values: [hundreds], step: 1, spelled: true, units: [] };
      continue;
    }
    const compound = compoundAt(word, match.index, words, locale);
    if (compound) yield compound;
  }
}

/** The longest number in words that begins at `start`. */
function longestAt(text: string, start: number, words: NumberWords): ScannedNumber | null {
  const best = wordsAt(text, start, words);
  if (best === null || best.value === 0) return null;
  const rest = best.value >= 100 ? restAfter(text, best.end, words) : null;
  const end = rest?.end ?? best.end;
  const value = best.value + (rest?.value ?? 0);
  const step = value < 1 ? value / 2 : stepOf(String(value), value);
  return { start, end, values: [value], step, spelled: true, units: [] };
}

const shortestHundreds = 8;

/** `centoventi`, `zweihundertfünfzig`, `hundratjugo`: a hundred and its rest in one word. */
function gluedHundreds(word: string, { values, hundreds }: NumberWords): number | null {
  if (word.length < shortestHundreds || word.length > longestCompound) return null;
  for (const [name, value] of hundreds) {
    const at = word.indexOf(name);
    if (at === -1 || at > 8) continue;
    const times = at === 0 ? 1 : (values.get(word.slice(0, at)) ?? 0);
    const rest = word.slice(at + name.length).replace(/^(?:und|en|og|och)(?=\p{L})/u, "");
    const more = rest === "" ? 0 : (values.get(rest) ?? Number.NaN);
    if (times > 0 && times < 10 && more < value) return times * value + more;
  }
  return null;
}

interface Words {
  value: number;
  end: number;
}

function wordsAt(text: string, start: number, words: NumberWords): Words | null {
  let best: Words | null = null;
  let at = start;
  for (let count = 0; count < mostWords; count++) {
    nextWord.lastIndex = at;
    const word = nextWord.exec(text)?.[0];
    if (word === undefined) break;
    const end = at + word.length;
    const value = words.values.get(text.slice(start, end).toLowerCase());
    if (value !== undefined) best = { value, end };
    if (!/[ -]/.test(text[end] ?? "")) break;
    at = end + 1;
  }
  return best;
}

/** The tens and ones after a hundred: "one hundred and twenty". */
function restAfter(text: string, end: number, words: NumberWords): Words | null {
  const joined = joiner.exec(text.slice(end, end + 6))?.[0] ?? "";
  if (joined === "") return null;
  const rest = wordsAt(text, end + joined.length, words);
  return rest && rest.value > 0 && rest.value < 100 ? rest : null;
}

/** Chinese and Japanese numbers stand right before their noun. */
function* scanHan(text: string, words: NumberWords): Generator<ScannedNumber> {
  for (const match of text.matchAll(hanNumber)) {
    const value = words.values.get(match[0]);
    if (value === undefined || value === 0) continue;
    const end = match.index + match[0].length;
    yield { start: match.index, end, values: [value], step: 0, spelled: true, units: [] };
  }
}

/** Thai puts no spaces; Korean numbers begin a word. */
function* scanGlued(
  text: string,
  words: NumberWords,
  pattern: RegExp,
  locale: string | undefined,
): Generator<ScannedNumber> {
  if (!/[\p{Script=Thai}\p{Script=Hangul}]/u.test(text)) return;
  for (const match of text.matchAll(pattern)) {
    if (/\p{Script=Han}/u.test(match[0])) continue;
    const value = words.values.get(match[0]);
    const isHangul = /\p{Script=Hangul}/u.test(match[0]);
    if (value === undefined || value === 0) continue;
    const end = match.index + match[0].length;
    // 두 is two before a space or a unit; in 두께 and 두세 it is a part of another word.
    if (isHangul && (/[\p{L}\p{N}]/u.test(text[match.index - 1] ?? "") || isPartOfWord(text, end, locale))) continue;
    yield { start: match.index, end, values: [value], step: 0, spelled: true, units: [] };
  }
}

function isPartOfWord(text: string, end: number, locale: string | undefined): boolean {
  const rest = /^\p{Script=Hangul}{1,4}/u.exec(text.slice(end, end + 4))?.[0] ?? "";
  if (rest === "") return false;
  for (let length = rest.length; length > 0; length--) {
    if (rest.slice(0, length) !== "세" && namedUnits(rest.slice(0, length), locale).length > 0) return false;
  }
  return true;
}

function* merged(one: Generator<ScannedNumber>, other: Generator<ScannedNumber>): Generator<ScannedNumber> {
  let next = other.next();
  for (const number of one) {
    for (; !next.done && next.value.start < number.start; next = other.next()) yield next.value;
    yield number;
  }
  for (; !next.done; next = other.next()) yield next.value;
}

/** `fünfstündig`, `tweejarig`, ساعتان: number and unit in one word. */
function compoundAt(word: string, start: number, words: NumberWords, locale: string | undefined): ScannedNumber | null {
  const simple = { start, end: start + word.length, step: 0, spelled: true };
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word)) {
    const named = numberedUnits(unitKey(word), locale).filter(({ own }) => own === 2);
    return named.length > 0 ? { ...simple, values: [2], units: named.map(({ unit }) => unit) } : null;
  }
  if (word.length < shortestCompound || word.length > longestCompound) return null;
  if (locale === undefined || !compounding.has(languageOf(locale))) return null;
  for (let length = 2; length <= word.length - 4; length++) {
    const value = words.values.get(word.slice(0, length));
    if (value === undefined || value === 1 || value === 0) continue;
    const named = namedUnits(word.slice(length), locale);
    if (named.length > 0) return { ...simple, values: [value], units: named.map(({ unit }) => unit) };
  }
  return null;
}
