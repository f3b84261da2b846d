import { plainNumbers } from "../../quantities/digits.ts";
import { findNumbers } from "../../quantities/find-numbers.ts";
import type { FoundNumber } from "../../quantities/found-number.ts";
import { applySigns, rangeSign } from "../../quantities/signs-before.ts";
import type { Unit } from "../../quantities/unit.ts";
import { unitAt } from "../../quantities/unit-at.ts";
import type { Side } from "../side.ts";
import { codeOf } from "./code-core.ts";
import { scaleAt } from "./large-numbers.ts";
import { readDates } from "./read-dates.ts";
import { readNamesOfDays } from "./read-names-of-days.ts";
import { readShares } from "./read-shares.ts";
import { readTimes } from "./read-times.ts";
import { amount, type Claim, type Meaning, type SaidNumber } from "./said-number.ts";

/** A text of nothing but numbers is compared this far. */
const mostNumbers = 1_000;
/** Always open, in figures that no language shares. */
const roundTheClock =
  /(?<![\d.,])(?:24 ?(?:h|hrs|часа?|小時|小时|時間)? ?\/ ?(?:7|24)|7 ?(?:j|d|días|jours)? ?\/ ?7|365 ?\/ ?365)(?!\d)/giu;

/** What a text says in numbers, in its order. */
export function readNumbers({ text, locale }: Side): { numbers: SaidNumber[]; isRoundTheClock: boolean } {
  let plain = plainNumbers(text);
  const isRoundTheClock = plain.search(roundTheClock) !== -1;
  if (isRoundTheClock) plain = plain.replace(roundTheClock, (all) => " ".repeat(all.length));
  // "4.8/5" is "4,8 von 5".
  plain = plain.replace(/(\d[.,]\d{1,2})\/(?=\d{1,3}(?![\d/]))/g, "$1 ");
  const claims: Claim[] = [];
  for (const read of [readDates, readNamesOfDays, readTimes, readShares]) {
    const found = read(plain, locale);
    claims.push(...found);
    plain = without(plain, found);
  }
  const numbers = claims.map((one): SaidNumber => ({ ...claimed(text, one) }));
  const found = findNumbers(plain, { locale }).slice(0, mostNumbers);
  applySigns(plain, found);
  shareInRanges(plain, found);
  const amounts = found.map((one) => numberOf(text, plain, one, locale));
  numbers.push(...amounts);
  let from = 0;
  for (const { start, end } of [...amounts, { start: plain.length, end: plain.length }]) {
    if (start > from) numbers.push(...restOf(text, plain, from, start));
    from = Math.max(from, end);
  }
  return { numbers: numbers.toSorted((a, b) => a.start - b.start).slice(0, mostNumbers), isRoundTheClock };
}

function claimed(text: string, { start, end, meanings, parts, isLoose = false }: Claim): SaidNumber {
  return { quote: text.slice(start, end), start, end, meanings, parts, ...plainOne, isLoose };
}

const plainOne = { spelled: false, isLoose: false, isFollowed: true, before: "", ahead: [] };

function without(text: string, claims: readonly Claim[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of claims.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    rest += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return rest + text.slice(from);
}

/** In "5–10 $" and "$5-10" the sign of the one holds for the other. */
function shareInRanges(text: string, found: FoundNumber[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const [one, next] = [found[i], found[i + 1]];
    if (!one || !next || one.code !== undefined || next.code !== undefined) continue;
    const between = text.slice(one.end, next.start);
    if (between.length > 8 || !(rangeSign.test(between) || /^(?:, | (?:or|oder|ou|o|или|lub) )$/u.test(between)))
      continue;
    if (isBare(one) && !isBare(next)) one.units = [...next.units.filter((unit) => unit !== null), null];
    else if (isBare(next) && one.units[0]?.dimension === "money") next.units = [...one.units, null];
  }
}

function isBare({ units }: FoundNumber): boolean {
  return units.length === 1 && units[0] === null;
}

const aheadChars = 40;
const mostAhead = 3;

const belowZero =
  /^[\s\u00a0]?(?:(?:celsius|fahrenheit|c|f|مئوية|градус\p{L}*|цельсия)[\s\u00a0])?(?:below zero|below freezing|unter null|unter dem gefrierpunkt|sous zéro|en dessous de zéro|bajo cero|sotto zero|abaixo de zero|negativos?|ниже нуля|нижче нуля|تحت الصفر|poniżej zera|pod nulou|pod nulom|under noll|under nul|onder nul|alla nollan|pakkasta|sıfırın altında)/iu;
const minusBefore =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[-−–]$|(?:минус|мінус|minus|mínus|moins|menos|meno|ناقص|سالب|负|負|零下|マイナス|氷点下|영하|μείον|eksi|sub-?)[\s\u00a0]?$/iu;
const ageBefore =
  /(?<!\p{L})(?:age[sd]?|alter|âge|edad|età|leeftijd|idade|wiek\p{L}?|ålder|alder|возраст\p{L}{0,3}|věk)[:\s]{0,2}(?:\d{1,2}\s?(?:[-–—~]|to|bis|à|al?|tot|till?|do|до)\s?)?$|(?:年齢|年龄|年齡|연령)[:：\s]{0,2}(?:\d{1,2}\s?[-–—~〜～至到]\s?)?$/iu;

function numberOf(text: string, plain: string, found: FoundNumber, locale: string): SaidNumber {
  const { start, end, values, units, code, spelled } = found;
  const behind = plain.slice(end, end + 8);
  const before = plain.slice(Math.max(0, start - 16), start);
  const quote = text.slice(start, end);
  if (code !== undefined) return ofCode(text, plain, found, locale);
  const scaled = units.includes(null) || units.length === 0 ? scaleAt(plain, end, locale) : null;
  const meanings: Meaning[] = [];
  const isCold = units.some((unit) => unit?.dimension === "temperature");
  for (const value of values) {
    // Other than degrees, "-20 %" and "20 % off" are the same.
    const signed = isCold
      ? belowZero.test(plain.slice(end, end + 32)) || minusBefore.test(before)
        ? -Math.abs(value)
        : value
      : Math.abs(value);
    if (!scaled?.isSure) for (const unit of units) meanings.push(amount(signed, unit));
    if (scaled) {
      const unit = unitAt(plain, scaled.end, locale).units;
      for (const one of unit.length > 0 ? [...unit, null] : [null]) meanings.push(amount(signed * scaled.factor, one));
    }
  }
  const digits = plain.slice(start, end).replace(/\D/g, "");
  if (!spelled && digits !== "") meanings.push({ kind: "digits", key: digits });
  // "Modèle 2024-X"
  const tail = units.includes(null) ? (/^-[A-Z0-9]{1,4}(?![\p{L}\p{N}])/u.exec(behind)?.[0] ?? "") : "";
  if (tail !== "" && !/^-\d+$/.test(tail)) meanings.push({ kind: "code", ...codeOf(plain.slice(start, end) + tail) });
  if (runInKilometres.test(quote)) meanings.push(amount(values[0] ?? 0, kilometre));
  // 1985年 is a year, whatever stands for it in other languages.
  if (!spelled && isYear(values, units)) meanings.push(amount(values[0] ?? 0));
  const isFollowed =
    /^[\s\u00a0\u202f]?(?:[-–]?[\p{L}×"″'′°]|\+|[-–~〜～] ?\d)/u.test(behind) || ageBefore.test(before);
  return {
    quote,
    start,
    end: Math.max(end, scaled?.isSure ? scaled.end : end),
    meanings,
    parts: hoursAndMinutes(values[0] ?? 0, units),
    spelled,
    isLoose: false,
    isFollowed,
    before,
    ahead:
      plain
        .slice(end, end + aheadChars)
        .split(/[.,;:!?()\n]/)[0]
        ?.match(/[\p{L}\p{M}]+/gu)
        ?.slice(0, mostAhead) ?? [],
  };
}

/** 5 and 30 of 5.5 hours. */
function hoursAndMinutes(value: number, units: readonly (Unit | null)[]): number[] {
  const isOfHours = units.some((unit) => unit?.dimension === "time" && unit.factor === 3_600);
  return isOfHours && !Number.isInteger(value) ? [Math.floor(value), Math.round((value % 1) * 60)] : [];
}

const year: Pick<Unit, "dimension" | "factor"> = { dimension: "time", factor: 31_557_600 };

function isYear(values: readonly number[], units: readonly (Unit | null)[]): boolean {
  const [value = 0] = values;
  const isOfTime = units.some((unit) => unit?.dimension === year.dimension && unit.factor === year.factor);
  return isOfTime && Number.isInteger(value) && value >= 1_000 && value < 2_200;
}

/** "3x", "×10", "10fach", "1950s", "6er", "500K" count something; other codes are names. */
const counted =
  /^[x×х]?(?<value>\d+(?:[.,]\d+)?)(?:[x×х]|-?fach\p{L}*|-?mal|-?er(?:-?jahren?)?|-?s|['’]s|-?t?al\p{L}*|-?х|-?кратн\p{L}*|-?krotn\p{L}*|-?voudig\p{L}*)?$/iu;

function ofCode(text: string, plain: string, { start, end, code = "" }: FoundNumber, locale: string): SaidNumber {
  const written = plain.slice(start, end);
  const meanings: Meaning[] = [{ kind: "code", ...codeOf(written) }];
  const { value } = counted.exec(written)?.groups ?? {};
  if (value !== undefined && code !== "") {
    const number = Number(value.replace(",", "."));
    meanings.push(amount(number), { kind: "digits", key: value.replace(/\D/g, "") });
    // "the 1950s" are "los años 50".
    if (number >= 1_500 && number < 2_100 && number % 10 === 0) meanings.push(amount(number % 100));
  }
  const { digits = "" } = /^(?<digits>\d+(?:[.,]\d+)?)\p{L}/u.exec(written)?.groups ?? {};
  const scaled = digits === "" ? null : scaleAt(plain, start + digits.length, locale);
  if (runInKilometres.test(written)) meanings.push(amount(Number.parseInt(written, 10), kilometre));
  if (scaled && scaled.end >= end) meanings.push(amount(Number(digits.replace(",", ".")) * scaled.factor));
  return { quote: text.slice(start, end), start, end, meanings, parts: ratioIn(written), ...plainOne };
}

/** 16 and 9 of `16:9`. */
function ratioIn(written: string): number[] {
  return /^\d+:\d+$/.test(written) ? written.split(":").map(Number) : [];
}

/** Shorter ones are idioms, times of day and ordinals: "24/7" may become words. */
const longRun = /\d{3}/;
/** No hour is later than 24. */
const asHour = /^[\s\u00a0]?(?:uhr|o['’]clock|時(?!間)|点|點|시(?!간))/iu;

/** A run of "10K" is one of kilometres. */
const runInKilometres = /^\d{1,3}K$/;
const kilometre: Unit = { dimension: "length", factor: 1_000_000, system: "metric" };

/** Digits that state no quantity, such as ordinals and numbers of versions. */
function restOf(text: string, plain: string, from: number, to: number): SaidNumber[] {
  const found = [...plain.slice(from, to).matchAll(/\d(?:[\d.,:/–-]*\d)?/g)].slice(0, mostNumbers);
  return found.map(({ 0: digits, index }) => {
    const [start, end] = [from + index, from + index + digits.length];
    const parts = digits.split(/\D+/).map(Number);
    const meanings: Meaning[] = [{ kind: "digits", key: digits.replace(/\D/g, "") }];
    if (/^\d{1,4}$/.test(digits)) {
      meanings.push(amount(Number(digits)));
      const isDecade = /^[12]\d\d0$/.test(digits);
      if (isDecade) meanings.push(amount(Number(digits) % 100));
    }
    return {
      quote: text.slice(start, end),
      start,
      end,
      meanings,
      parts: parts.length > 1 ? parts : [],
      ...plainOne,
      isLoose: !longRun.test(digits) && !(Number(digits) > 24 && asHour.test(plain.slice(end, end + 8))),
    };
  });
}
