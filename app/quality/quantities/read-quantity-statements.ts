import type { AgeStatement, Polarity, Provable, QuantityStatement } from "../statements/statement.ts";
import { polarityAt } from "../statements/words/polarity.ts";
import { ageBound, bareAgeBound } from "./ages.ts";
import { boundAt } from "./bounds.ts";
import { codeAround } from "./codes.ts";
import { moneyOf } from "./currencies.ts";
import { plainNumbers } from "./digits.ts";
import { chainLabels, labelAfter, labelBefore, linkedLabelAfter } from "./labels.ts";
import { partsIn } from "./parts-in-words.ts";
import type { Quantity } from "./read-quantities.ts";
import { roleNear, roleOfName, shareNear, shareOfName, wordsNear, wordsOfName } from "./roles.ts";
import { type ScannedNumber, scanNumbers } from "./scan-numbers.ts";
import { type Dimension, inBase, type Unit } from "./unit.ts";
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

interface Found {
  start: number;
  end: number;
  values: number[];
  to: number[] | undefined;
  step: number;
  spelled: boolean;
  units: (Unit | null)[];
  unitName: string;
  /** with its unit written right at it */
  hasUnit: boolean;
  code: string | undefined;
  times: number | undefined;
  chain: Chain | undefined;
  /** by a label such as `W` in `W60` */
  label: string | null;
  /** as written before it, "" for none */
  sign: string;
}

interface Chain {
  text: string;
  at: number;
  start: number;
  end: number;
  length: number;
}

/**
 * The quantities, counts, codes and ages that a text states, in its order. Pure and synchronous. Ordinals, numbers of a list,
 * times of day and telephone numbers state none, nor do idioms (`24/7`, `2-in-1`, `one of a kind`).
 *
 * A count in words has `quantity.spelled`: where no fact speaks of it it is rather idiom than invention.
 */
export function readQuantityStatements(
  source: string,
  context: QuantityContext = {},
): (QuantityStatement | AgeStatement)[] {
  const text = plainNumbers(source);
  const found = link(text, find(text, context));
  const statements: (QuantityStatement | AgeStatement)[] = [];
  let from = 0;
  for (let i = 0; i < found.length; i++) {
    const one = found[i];
    if (!one) continue;
    const to = found[i + 1]?.start ?? text.length;
    const { statement, end } = stated(source, text, one, { from, to }, context);
    from = Math.max(one.end, end);
    statements.push(statement);
  }
  return statements;
}

function find(text: string, { locale, own, name }: QuantityContext): Found[] {
  const found: Found[] = [];
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

const basisBefore = /(?:(?<!\p{L})(?:per|je|pro|pour|por|par|auf|op|na|pr\.?|ogni|cada)|\/|每)[ \u00a0]?$/iu;
const basisBehind = /^ ?(?:あたり|当たり|당(?!\p{L}))/u;

/** "per 100 g" says what other amounts are of, and nothing by itself. */
function isBasis(text: string, { start, end, values, units, hasUnit }: Found): boolean {
  const [unit] = units;
  if (!hasUnit || values[0] !== 100 || unit?.factor !== 1 || (unit.dimension !== "mass" && unit.dimension !== "volume"))
    return false;
  return basisBefore.test(text.slice(Math.max(0, start - 6), start)) || basisBehind.test(text.slice(end, end + 5));
}

/** Numbers of one in words are articles, except before these. */
const unitsOfOne: ReadonlySet<number> = new Set([3_600, 604_800, month, year]);
const largestSpelledCount = 99;

function spelledOne(text: string, number: ScannedNumber, locale: string | undefined): Found | null {
  const value = number.values[0] ?? 0;
  const unit: UnitAt =
    number.units.length > 0 ? { units: number.units, end: number.end, name: "" } : unitAt(text, number.end, locale);
  if (clockWord.test(text.slice(number.end, number.end + 9)) || /^年中/u.test(text.slice(number.end, number.end + 2)))
    return null;
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
  if (sure || isGlued) return isOne && !isGlued ? null : foundOf(number, unit);
  if (value < 2 || value > largestSpelledCount || /^[- ]in[- ]/iu.test(text.slice(number.end, number.end + 4)))
    return null;
  return { ...foundOf(number, { units: [null], end: number.end, name: "" }), hasUnit: false };
}

const listNumber = /(?:^|\n)\s*$/;
const ordinal = /^(?:st|nd|rd|th|º|ª|er|ère|re|ème|e|ste|de|ος|η|ο|-й|-го|-я|-е|-ая|-ый|\.º|\.ª)(?![\p{L}\p{N}])/iu;
const idiom =
  /(?:24\/7|24 ?h ?\/ ?24|7 ?j ?\/ ?7|50\/50|\d+[- ](?:in|en|em|w|i)[- ](?:1|one|un|uno|un[oa]|eins)(?![\d\p{L}]))/iuy;
const phones = [
  /\+\(?\d{1,4}\)?(?:[ \-/.]?\(?\d{2,5}\)?){2,5}/uy,
  /\(?\d{3}\)?[- ]\d{3}[- ]\d{4}(?!\d)/uy,
  /0\d{2,4}[ /-]\d{3,8}(?:[ -]\d{2,8}){0,3}(?!\d)/uy,
];
const spelledIdiom = /\p{L}+[- ](?:in|en|em)[- ](?:one|eins?|un|uno|um)(?!\p{L})/iuy;

/** Where `24/7`, `2-in-1` or a telephone number ends that begins at `start`; `start` when none does. */
function endOfIdiom(text: string, start: number, end: number): number {
  const before = text[start - 1] ?? " ";
  if (/[\p{L}\p{N}]/u.test(before)) return start;
  const at = /[+(]/.test(before) ? start - 1 : start;
  const from = text[at - 1] === "+" ? at - 1 : at;
  idiom.lastIndex = start;
  spelledIdiom.lastIndex = start;
  const length = idiom.exec(text)?.[0].length ?? spelledIdiom.exec(text)?.[0].length;
  if (length !== undefined && start + length > end) return start + length;
  for (const phone of phones) {
    phone.lastIndex = from;
    const found = phone.exec(text)?.[0];
    if (found !== undefined) return from + found.length;
  }
  return start;
}

/** "21. Jahrhundert", "1. Platz"; a number at the end of a sentence is none. */
const germanOrdinal =
  /^\d{1,2}\. (?:Jahrhundert|Platz|Generation|Auflage|Klasse|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Geburtstag|Stock|Lebensjahr)/u;
// German "2 am Tag" is no time of day.
const clockWord = /^(?: ?(?:[ap]\.m\.?|pm(?!\p{L})|o['’]clock|uhr(?!\p{L})|heures? du)|am(?!\p{L}))/iu;
const writtenDate = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?!\d)/u;
const clock = /^\d{1,2}:[0-5]\d(?!\d)/;

function writtenOne(text: string, number: ScannedNumber, { locale, own, name = "" }: QuantityContext): Found | null {
  const { start, end } = number;
  const ahead = text.slice(end, end + 12);
  const behind = text.slice(Math.max(0, start - 24), start);
  const here = text.slice(start, start + 18);
  if (ordinal.test(ahead) || germanOrdinal.test(here) || clockWord.test(ahead)) return null;
  if (/^0?s(?!\p{L})/u.test(ahead) && /0$/.test(text.slice(start, end)) && /(?:\bthe |['’])$/iu.test(behind))
    return null;
  const date = writtenDate.exec(here)?.[0];
  if (date !== undefined) {
    const code = foundOf(number, { units: [null], end: start + date.length, name: "" });
    return { ...code, code: date, values: [], hasUnit: false };
  }
  if (end - start <= 2 && /^[.)]\s/.test(ahead) && listNumber.test(behind) && end < text.trimEnd().length - 2)
    return null;
  if (/^:\d/.test(ahead) && clock.test(here)) return null;
  if (/\d{1,2}:$/.test(behind) && /^[0-5]\d(?!\d)/.test(here)) return null;
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
  const hasUnit = unit.units.length > 0 && (isFineness || !isLetterCode(unit.name, number));
  const isLabelled = label !== null && (hasUnit || label.isSure || linked);
  if ((letters && !money && !isLabelled) || (!hasUnit && !labelled && !isLabelled)) {
    const code = codeAround(text, number);
    if (code && !(linked && code.end === end && !letters)) {
      return { ...foundOf(number, { units: [null], end: code.end, name: "" }), ...code, values: [], hasUnit: false };
    }
    if (letters && !isLabelled) return null;
  }
  const one = foundOf(number, hasUnit ? unit : { units: [null], end: from, name: "" });
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

/** `14k gold`, `18K`. */
function finenessAt(text: string, { end, values }: ScannedNumber): UnitAt | null {
  if (!fineGold.has(values[0] ?? 0) || !/^ ?-?k(?![\p{L}\p{N}])/iu.test(text.slice(end, end + 8))) return null;
  const name = /^ ?-?k/iu.exec(text.slice(end, end + 8))?.[0] ?? "";
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

/** `4K` and `5 G` are names of a kind, `2700 K` is a temperature of light. */
function isLetterCode(unitName: string, { values }: ScannedNumber): boolean {
  return /^[FHJG]$/.test(unitName) || (unitName === "K" && (values[0] ?? 0) < 1_000);
}

function foundOf(number: ScannedNumber, unit: UnitAt): Found {
  return {
    start: number.start,
    end: unit.end,
    values: number.values,
    to: undefined,
    step: number.step,
    spelled: number.spelled,
    units: unit.units,
    unitName: unit.name,
    hasUnit: true,
    code: undefined,
    times: undefined,
    chain: undefined,
    label: null,
    sign: "",
  };
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

function moneyBefore(behind: string): { unit: Unit; length: number } | undefined {
  const found =
    /((?:US|CA|AU|NZ|HK|C|A|S|R)?\$|[€£¥￥₩₹₺₽₴₪₫฿₱₸]|(?<![\p{L}])(?:[A-Z]{3}|Rs\.?|kr\.?|Fr\.))[ \u00a0\u202f]?$/u.exec(
      behind,
    );
  const unit = found?.[1] === undefined ? undefined : moneyOf(found[1]);
  return found && unit ? { unit, length: found[0].length } : undefined;
}

const signedDimensions: ReadonlySet<Dimension> = new Set(["temperature", "gain", "sound"]);
const signBehind = /(?:^|[\s(:/~–—]|[^\p{L}\p{N}])(−|-|–|minus |moins |menos |meno |零下|マイナス|氷点下|영하 ?)$/iu;

/** The sign that is written before a number; a hyphen between two numbers is none. */
function signBefore(behind: string): string {
  if (/[\d%°CF℃]\s?[-–]$/u.test(behind)) return "";
  return signBehind.exec(behind)?.[1] ?? "";
}

/** A hyphen is a minus only before degrees and the like; `−` always is. */
function applySigns(text: string, found: Found[]): void {
  for (let i = found.length - 1; i >= 0; i--) {
    const one = found[i];
    if (!one || one.sign === "") continue;
    const next = found[i + 1];
    const isRangeStart =
      one.units[0] === null && next && next.start - one.end < 12 && rangeSign.test(text.slice(one.end, next.start));
    const units = isRangeStart ? next.units : one.units;
    if (one.sign !== "−" && !units.some((unit) => unit !== null && signedDimensions.has(unit.dimension))) continue;
    one.start -= one.sign.length;
    one.values = one.values.map((value) => -value);
  }
}

const chainSign =
  /^\s?(?:[x×✕*·]|by|mal|sur|gånger|gange|ganger|par|por|per|på|op|na|auf|乘)\s?(?:ca\.?\s?)?\(?[\p{L}⌀]{0,2}\)?[.:]?\s?$/iu;
const rangeSign =
  /^\s?(?:-|–|—|−|~|〜|～|to|bis|à|a|al|ai|alle|agli|aos|ao|au|aux|e|y|i|und|and|et|till|til|tot|até|do|до|から|至|到|αβ|ως|و)\s?(?:\+|-|−|–|minus )?\s?$/iu;
const openRange =
  /(?:between|zwischen|entre|tra|fra|tussen|między|mellan|mellem|mellom|from|von|de|da|van|od|från|от|mezi)\s+(?:[+-])?$/iu;
const andWords = /^\s?(?:and|und|et|y|e|i|och|og|en)\s?$/iu;

/** Joins sizes (`30 × 40 cm`), multiples (`4 × 250 ml`) and ranges (`2–3 kg`), and hands units on to the numbers before. */
function link(text: string, found: Found[]): Found[] {
  applySigns(text, found);
  const kept: Found[] = [];
  for (let i = 0; i < found.length; ) {
    let last = i;
    while (last + 1 < found.length && isChained(text, found[last], found[last + 1])) last++;
    const members = found.slice(i, last + 1);
    kept.push(...(members.length > 1 ? chained(members) : members));
    i = last + 1;
  }
  const joined = joinRanges(text, kept);
  shareUnits(text, joined);
  return joined;
}

const listSign =
  /^\s?(?:,|\/|&|、|[·+]|und|oder|and|or|et|ou|y|o|e|och|eller|og|en|of|lub|oraz|и|или|a|nebo|或|和|と|または)\s?$/iu;

/** In "5, 10 og 20 liter" the unit of the last number may hold for those before it. */
function shareUnits(text: string, found: Found[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const one = found[i];
    const next = found[i + 1];
    if (!one || !next || one.code !== undefined || next.code !== undefined || one.hasUnit || one.chain || one.to)
      continue;
    if (one.units.length !== 1 || one.units[0] !== null || next.times !== undefined) continue;
    const shared = next.units.filter((unit) => unit !== null);
    if (shared.length === 0 || next.start - one.end > 6 || !listSign.test(text.slice(one.end, next.start))) continue;
    one.units = [...shared, null];
    one.label = next.label;
  }
}

function isChained(text: string, one: Found | undefined, next: Found | undefined): boolean {
  if (!one || !next || one.code !== undefined || next.code !== undefined || one.spelled || next.spelled) return false;
  const between = text.slice(one.end, next.start);
  if (between.length > 12 || !chainSign.test(between.replace(/^\s?\(?[WDHLBTPwdhlbtp]\)?(?=\s?[x×✕*])/u, "")))
    return false;
  const isSign = /[x×✕*·]/iu.test(between);
  return isSign || (one.hasUnit && next.hasUnit) || next.hasUnit;
}

function chained(members: Found[]): Found[] {
  const [first] = members;
  const last = members.at(-1);
  if (!first || !last) return members;
  const shared = last.units.filter((unit) => unit !== null);
  const chainText = members.map(({ values }) => values.at(-1)).join("x");
  const hasUnits = members.some(({ hasUnit }) => hasUnit);
  // 1920x1080 is compared as a whole.
  if (!hasUnits && shared.length === 0 && members.some(({ label }) => label === null)) {
    return [{ ...first, end: last.end, code: chainText, values: [], units: [null], chain: undefined }];
  }
  const isMultiple =
    !first.hasUnit &&
    members.length <= 3 &&
    shared.some(({ dimension }) => !sizes.has(dimension)) &&
    !shared.some(({ dimension }) => sizes.has(dimension));
  if (isMultiple) {
    const times = members.slice(0, -1).reduce((product, { values }) => product * (values[0] ?? 1), 1);
    return [{ ...last, start: first.start, times }];
  }
  // "100 g × 3 bags": so much in each of them.
  const isCounted =
    members.length === 2 &&
    first.hasUnit &&
    !last.hasUnit &&
    first.units.every((unit) => unit && !sizes.has(unit.dimension));
  if (isCounted) return [{ ...first, times: last.values[0] ?? 1 }, last];
  let units: (Unit | null)[] = shared.length > 0 ? shared : [null];
  for (let i = members.length - 1; i >= 0; i--) {
    const member = members[i];
    if (!member) continue;
    if (member.hasUnit) units = member.units;
    else member.units = units;
    member.chain = { text: chainText, at: i, start: first.start, end: last.end, length: members.length };
  }
  return members;
}

const sizes: ReadonlySet<Dimension> = new Set(["length", "image"]);

function joinRanges(text: string, found: Found[]): Found[] {
  const kept: Found[] = [];
  for (const next of found) {
    const one = kept.at(-1);
    if (one && isRange(text, one, next)) {
      kept[kept.length - 1] = {
        ...next,
        start: one.start,
        values: one.values,
        to: next.values,
        units: next.units[0] === null ? one.units : next.units,
        hasUnit: one.hasUnit || next.hasUnit,
        step: Math.min(one.step || next.step, next.step || one.step),
      };
    } else kept.push(next);
  }
  return kept;
}

function isRange(text: string, one: Found, next: Found): boolean {
  if (one.code !== undefined || next.code !== undefined || one.chain || next.chain || one.times || next.times || one.to)
    return false;
  const between = text.slice(one.end, next.start);
  if (between.length > 10 || !rangeSign.test(between)) return false;
  // "20 kg – 240 g" is a weight and another.
  const [unit] = one.hasUnit && next.hasUnit ? one.units : [];
  const other = unit && next.units.find((each) => each?.dimension === unit.dimension);
  const low = Math.min(...one.values.map((value) => (unit && other ? inBase(value, unit) : value)));
  const high = Math.max(...next.values.map((value) => (unit && other ? inBase(value, other) : value)));
  if (!(low < high)) return false;
  if (one.hasUnit && !sameDimension(one, next)) return false;
  if (next.units[0] === null && one.hasUnit) return false;
  if (/\p{L}/u.test(between)) {
    const opened = openRange.test(text.slice(Math.max(0, one.start - 14), one.start));
    if (andWords.test(between) || /^\s?(?:a|e|y|i|en)\s?$/iu.test(between))
      return opened || (!one.hasUnit && /^\s?(?:a)\s?$/iu.test(between) && next.hasUnit);
    return one.hasUnit || next.hasUnit || opened || /^\s?(?:to|bis)\s?$/iu.test(between);
  }
  return !(one.spelled !== next.spelled) && (next.hasUnit || !one.hasUnit);
}

function sameDimension(one: Found, next: Found): boolean {
  return one.units.some((unit) => unit !== null && next.units.some((other) => other?.dimension === unit.dimension));
}

const spaces = /\s+/g;

function stated(
  source: string,
  text: string,
  one: Found,
  { from, to }: { from: number; to: number },
  { name = "", locale = "en" }: QuantityContext,
): { statement: QuantityStatement | AgeStatement; end: number } {
  const at = { start: one.start, end: one.end };
  const common = { at, quote: source.slice(at.start, at.end), polarity: "affirmed" as const };
  const age = ageIn(text, one, name);
  if (age) return { statement: { ...common, ...age }, end: one.end };
  const bounded = one.code === undefined ? boundAt(text, one.start, one.end) : undefined;
  // "from 2 to 3 kg" is a range and no least value.
  const bound = one.to && bounded !== "about" ? undefined : bounded;
  const near = wordsNear(text, { ...at, from: 0, to });
  const named = wordsOfName(name);
  const counted = one.code === undefined && one.units.includes(null) ? countedWords(near.after, named) : [];
  const place = { ...at, from, to: one.chain ? Math.max(to, one.chain.end) : to };
  const { role, part, end } = roleOf(text, one, place, name);
  const quantity: Quantity = {
    text: common.quote.replace(spaces, " "),
    values: one.values,
    units: one.units,
    nextWord: counted[0] ?? "",
    start: one.start,
    near: [...named, ...near.before, ...near.after],
  };
  if (one.code !== undefined) quantity.code = one.code;
  if (one.to !== undefined) quantity.to = one.to;
  if (bound !== undefined) quantity.bound = bound;
  if (one.times !== undefined) quantity.times = one.times;
  if (one.chain !== undefined) quantity.chain = one.chain.text;
  if (one.spelled) quantity.spelled = true;
  if (one.step > 0) quantity.step = one.step;
  if (counted.length > 0) quantity.counted = counted;
  const provable = provableOf(one, role);
  // "Not more than 5 kg" bounds the value and denies nothing.
  const polarity = bound === undefined ? polarityNear(text, at, locale) : "affirmed";
  return {
    statement: { ...common, polarity, kind: "quantity", quantity, role, ...(part ? { part } : {}), provable },
    end,
  };
}

const negation =
  /(?<!\p{L})(?:not|no|never|without|don't|doesn't|isn't|nicht|kein\p{L}{0,2}|ohne|pas|sans|aucune?|sin|non|senza|nessun\p{L}?|niet|geen|zonder|não|sem|nie|bez|inte|utan|ingen|ikke|uden|uten)(?!\p{L})|n't|[不無无没非]|ない|なし|아니|없/iu;
const negationReach = 40;

/** How the words around a number mean it; only a negation near it is looked into. */
function polarityNear(text: string, { start, end }: { start: number; end: number }, locale: string): Polarity {
  const from = Math.max(0, start - negationReach);
  const around = text.slice(from, end + 12);
  // "No heavier than 5 kg" bounds it.
  if (!negation.test(around) || /(?:than|als|que|di|dan|niż|än|end|enn|než)\s$/iu.test(text.slice(from, start)))
    return "affirmed";
  return polarityAt(around, { start: start - from, end: end - from }, locale);
}

function provableOf(one: Found, role: string | null): Provable | null {
  if (role === "warranty") return "warranty";
  return one.units.every((unit) => unit?.dimension === "money") && one.code === undefined ? "price" : null;
}

type Age = Pick<AgeStatement, "kind" | "fromMonths" | "toMonths" | "provable">;
const oldest = 18;

/** The age that a span of months or years is, or a bare number after "ages". */
function ageIn(text: string, one: Found, name: string): Age | null {
  if (one.code !== undefined || one.values.length === 0) return null;
  const time = one.units.find((unit) => unit?.dimension === "time" && (unit.factor === month || unit.factor === year));
  const isBare = one.units[0] === null && (one.to?.[0] ?? one.values[0] ?? 0) <= oldest && !one.spelled;
  if (!time && !isBare) return null;
  const place = { start: one.start, end: one.end, unitName: one.unitName, isRange: one.to !== undefined, name };
  const bound = time ? ageBound(text, place) : bareAgeBound(text, place);
  if (bound === null) return null;
  const months = time?.factor === month ? 1 : 12;
  const low = (one.values[0] ?? 0) * months;
  if (low > oldest * 12) return null;
  const high = (one.to?.[0] ?? one.values[0] ?? 0) * months;
  return {
    kind: "age",
    provable: "age",
    fromMonths: bound === "to" ? null : low,
    toMonths: bound === "from" ? null : high,
  };
}

/** Dimensions of which a product has one value as a rule, whatever the words say. */
const roleOfDimension: Partial<Record<Dimension, string>> = {
  ...{
    voltage: "voltage",
    power: "power",
    charge: "battery capacity",
    energy: "energy",
    data: "storage",
    light: "brightness",
    illuminance: "brightness",
    carat: "carat",
  },
  ...{
    sound: "noise level",
    grammage: "grammage",
    density: "yarn weight",
    image_density: "resolution",
    money: "price",
  },
  ...{
    frequency: "frequency",
    rotation: "speed",
    torque: "torque",
    pressure: "pressure",
    speed: "speed",
    fineness: "fineness",
  },
  ...{ temperature: "temperature", current: "current", area: "area", food_energy: "energy", resistance: "resistance" },
};

function roleOf(
  text: string,
  one: Found,
  place: { start: number; end: number; from: number; to: number },
  name: string,
): { role: string | null; part: string; end: number } {
  const nothing = { part: "", end: one.end };
  if (one.code !== undefined) return { role: null, ...nothing };
  const dimension = one.units.find((unit) => unit !== null)?.dimension ?? "count";
  const label = one.label ?? labelAfter(text, one.end);
  if (dimension === "length" || (one.chain && dimension === "count")) {
    const byLabel = chainRole(text, one, label, name);
    if (byLabel) return { role: byLabel, ...nothing };
  }
  if (dimension === "percent") {
    const share = shareNear(text, place);
    if (share) return { role: share, ...nothing };
  }
  const isMiddle = one.chain !== undefined && one.chain.at < one.chain.length - 1;
  const near = roleNear(text, isMiddle ? { ...place, to: place.end } : place, dimension);
  if (near) return near;
  if (dimension === "percent") {
    const share = shareOfName(name);
    if (share) return { role: share, ...nothing };
  }
  // "4 plates, 4 bowls" under "Pieces" are no four pieces.
  const isOther =
    dimension === "count" && one.units.includes(null) && wordsNear(text, { ...place, from: 0 }).after.length > 0;
  if (nights.test(one.unitName)) return { role: "return period", ...nothing };
  const named = name === "" || isOther ? null : roleOfName(name, dimension);
  if (named) return { ...named, end: one.end };
  const own = dimension === "count" || one.units.includes(null) ? undefined : roleOfDimension[dimension];
  return { role: own ?? (one.chain ? "dimensions" : null), ...nothing };
}

/** A number of nights is what a bed may be tried for. */
const nights = /^(?:nights?|nächten?|nuits?|noches?|notti|nachten|noites|nocy|nätter|nætter|netter|泊|晩|yötä)$/iu;

/** The side of a size by its own label (`W60`) or by those written beside all (`60 × 40 cm (W × D)`). */
function chainRole(text: string, one: Found, label: string | null, name: string): string | null {
  const all = one.chain ? chainLabels(text, one.chain, name) : null;
  if (all && one.chain) return all[one.chain.at] ?? null;
  return label;
}

/** What a bare number counts: the words behind it, else the name of its fact. */
function countedWords(after: readonly string[], named: readonly string[]): string[] {
  return after.length > 0 ? after.slice(0, 3) : [...named];
}
