import { codeAround } from "./codes.ts";
import { type FoundNumber, foundNumber } from "./found-number.ts";
import { labelBefore, linkedLabelAfter } from "./labels.ts";
import { dateAt, endOfIdiom, isBasis, isNoQuantity, isTimeInWords } from "./no-quantity.ts";
import { hasHalfAt, partsIn } from "./parts-in-words.ts";
import { type ScannedNumber, scanNumbers } from "./scan-numbers.ts";
import { moneyBefore, signBefore } from "./signs-before.ts";
import type { Unit } from "./unit.ts";
import { type UnitAt, unitAt } from "./unit-at.ts";

/** How a text is read. */
export interface QuantityContext {
  /** of the text; undefined: unknown, all languages count */
  locale?: string | undefined;
  /** where all languages count, the one whose short names count first: `u` are hours in Dutch, `år` years in Danish */
  own?: string | undefined;
  /** of the fact that the text is the value of */
  name?: string | undefined;
}

/** Room for any text of a shop; a text of nothing but numbers is read this far. */
const maxStatements = 1_000;
/** As much of numbers that state nothing, such as times of day. */
const maxNumbers = 4_000;
const month = 2_629_800;
const year = 31_557_600;

/** The numbers of a text with their units, in its order; those that are no quantity are left out. */
export function findNumbers(text: string, { locale, own, name }: QuantityContext): FoundNumber[] {
  const found: FoundNumber[] = [];
  let end = 0;
  let scanned = 0;
  for (const scannedNumber of scanNumbers(text, locale)) {
    if (found.length >= maxStatements || scanned++ >= maxNumbers) break;
    const number = partsIn(text, scannedNumber);
    if (number.start < Math.max(end, found.at(-1)?.end ?? 0)) continue;
    end = endOfIdiom(text, number.start, number.end);
    if (end > number.start) continue;
    const one = number.spelled ? spelledOne(text, number, locale) : writtenOne(text, number, { locale, own, name });
    if (one && !isBasis(text, one)) found.push(one.hasUnit && one.code === undefined ? partsIn(text, one) : one);
  }
  return found;
}

/** Numbers of one in words are articles, except before these. */
const unitsOfOne: ReadonlySet<number> = new Set([3_600, 604_800, month, year]);
const largestSpelledCount = 99;

function spelledOne(text: string, number: ScannedNumber, locale: string | undefined): FoundNumber | null {
  const value = number.values[0] ?? 0;
  const unit: UnitAt =
    number.units.length > 0 ? { units: number.units, end: number.end, name: "" } : unitAt(text, number.end, locale);
  if (isTimeInWords(text, number.end)) return null;
  const sure =
    unit.units.length > 0 &&
    !unit.units.includes(null) &&
    (unit.name.length > 1 || /[^\p{Script=Latin}\p{Script=Cyrillic}]/u.test(unit.name));
  const isOne = value === 1 && !unit.units.every((one) => one?.dimension === "time" && unitsOfOne.has(one.factor));
  const isGlued = number.units.length > 0;
  // Turkish "dörtte üç litre" are three quarters.
  if (
    /\p{L}{2,}[td][ea]\s$/u.test(text.slice(Math.max(0, number.start - 12), number.start)) &&
    locale?.startsWith("tr")
  )
    return null;
  if (sure || isGlued)
    return isOne && !isGlued && !hasHalfAt(text, unit.end)
      ? null
      : { ...foundNumber(number, unit), sign: signBefore(text.slice(Math.max(0, number.start - 24), number.start)) };
  if (value < 2 || value > largestSpelledCount || /^[- ]in[- ]/iu.test(text.slice(number.end, number.end + 4)))
    return null;
  return { ...foundNumber(number, { units: [null], end: number.end, name: "" }), hasUnit: false };
}

function writtenOne(
  text: string,
  number: ScannedNumber,
  { locale, own, name = "" }: QuantityContext,
): FoundNumber | null {
  const { start, end } = number;
  const ahead = text.slice(end, end + 12);
  const behind = text.slice(Math.max(0, start - 24), start);
  const date = dateAt(text, start);
  if (isNoQuantity(text, number)) return null;
  if (date !== undefined) {
    const code = foundNumber(number, { units: [null], end: start + date.length, name: "" });
    return { ...code, code: date, values: [], hasUnit: false };
  }
  const label = labelBefore(text, start);
  const letters = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]$|[\p{Script=Latin}]{2}-$/u.test(behind);
  const linked = isLinked(text, start, end);
  const money = moneyBefore(behind);
  const labelled = linkedLabelAfter(text, start, end);
  const from = labelled ? labelled.end : end;
  const unit = money
    ? { units: [money.unit], end, name: "" }
    : (finenessAt(text, number) ??
      letterUnitAt(number, { ahead, around: `${name} ${behind}` }) ??
      unitIn(text, from, { locale, own }));
  const isFineness = unit.units[0]?.dimension === "fineness";
  const hasUnit = unit.units.length > 0 && (isFineness || !isLetterCode(unit.name, number, ahead));
  const isLabelled = label !== null && (hasUnit || label.isSure || linked);
  if ((letters && !money && !isLabelled) || (!hasUnit && !labelled && !isLabelled)) {
    const code = codeAround(text, number);
    if (code && !(linked && code.end === end && !letters)) {
      return {
        ...foundNumber(number, { units: [null], end: code.end, name: "" }),
        ...code,
        values: [],
        hasUnit: false,
      };
    }
    if (letters && !isLabelled) return null;
  }
  const one = foundNumber(number, hasUnit ? unit : { units: [null], end: from, name: "" });
  // Gold has eight carats or more, in whole numbers; a stone has any.
  const isStone = !fineGold.has(number.values[0] ?? 0);
  return {
    ...one,
    start: start - (money?.length ?? 0),
    sign: signBefore(behind),
    hasUnit,
    label: labelled?.label ?? label?.label ?? null,
    units: hasUnit
      ? one.units.filter((kept) => !(isStone && kept?.dimension === "fineness" && one.units.length > 1))
      : bracketUnit(name, locale),
  };
}

const fineGold: ReadonlySet<number> = new Set([8, 9, 10, 14, 18, 20, 21, 22, 24]);

/** What gold is measured by, right behind its number, and "carat" where the gold is named. */
const karatBehind =
  /^[ -]?(?:k(?![\p{Script=Latin}\p{N}])|(?:ct|carats?)\.?(?=[ -](?:\p{L}{3,8}[ -])?(?:gold|goud|guld)(?!\p{L})))/iu;
const karatBefore = /(?<!\p{L})عيار[ \u00a0]?$/u;

/** `14k gold`, `18K`, `14 ct gold`, `ذهب عيار 14`. */
function finenessAt(text: string, { start, end, values }: ScannedNumber): UnitAt | null {
  if (!fineGold.has(values[0] ?? 0)) return null;
  const name = karatBehind.exec(text.slice(end, end + 32))?.[0] ?? "";
  if (name === "" && !karatBefore.test(text.slice(Math.max(0, start - 8), start))) return null;
  return { units: [{ dimension: "fineness", factor: 1, system: "metric" }], end: end + name.length, name: name.trim() };
}

const celsius: Unit = { dimension: "temperature", factor: 1, system: "metric" };
const months: Unit = { dimension: "time", factor: month, system: "metric" };
const washing = /wash|wasch|wäsch|lava|was[sv]|pra[nćl]|tvätt|vask|pesu|bügel|iron|洗|세탁/iu;
const opened = /open|öffn|ouvert|apert|abert|otwar|öppn|åbn|åpn|avaam|вскрыт|開封|开封|개봉|(?<!\p{L})pao(?!\p{L})/iu;

/** The unit in any language, else by a name of the own one that is too short to count in others. */
function unitIn(text: string, at: number, { locale, own }: QuantityContext): UnitAt {
  const unit = unitAt(text, at, locale);
  return unit.units.length > 0 || locale !== undefined || own === undefined ? unit : unitAt(text, at, own);
}

/** `30C` of a wash and `12M` after opening; elsewhere both are sizes or codes. */
function letterUnitAt(
  { values, end }: ScannedNumber,
  { ahead, around }: { ahead: string; around: string },
): UnitAt | null {
  const [all = "", letter] = /^ ?([CM])(?![\p{L}\p{N}])/u.exec(ahead) ?? [];
  const [value = 0] = values;
  if (letter === "C" && value >= 20 && value <= 95 && washing.test(around))
    return { units: [celsius], end: end + all.length, name: letter };
  if (letter === "M" && value <= 60 && value % 3 === 0 && opened.test(around))
    return { units: [months], end: end + all.length, name: letter };
  return null;
}

/** `4K` and `5 G` are names of a kind, `2700 K` is a temperature of light, and no kind has decimals: `12.5 F`. */
function isLetterCode(unitName: string, { values }: ScannedNumber, ahead: string): boolean {
  const [value = 0] = values;
  if (!Number.isInteger(value) && ahead.startsWith(" ")) return false;
  return /^[FHJG]$/.test(unitName) || (unitName === "K" && value < 1_000);
}

/** `Length (cm)` names the unit of its number. */
function bracketUnit(name: string, locale: string | undefined): (Unit | null)[] {
  const unit = /[([]([^()[\]]{1,12})[)\]]\s*$/.exec(name)?.[1];
  if (unit === undefined) return [null];
  const { units, end } = unitAt(`1${unit}`, 1, locale);
  return units.length > 0 && end === unit.length + 1 ? units : [null];
}

/** A sign of a size or a range comes after the number, or a sign of a size before its label. */
function isLinked(text: string, start: number, end: number): boolean {
  const ahead = text.slice(end, end + 8);
  const behind = text.slice(Math.max(0, start - 6), start);
  return (
    /^\s?[x×✕*]\s?[\p{L}⌀]{0,3}[:.]?\s?\d/iu.test(ahead) ||
    /^\s?[-–—~〜～]\s?\d/u.test(ahead) ||
    /[x×✕*]\s?[\p{L}⌀]{0,2}[:.]?\s?$/iu.test(behind)
  );
}
