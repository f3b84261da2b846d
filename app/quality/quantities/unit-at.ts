import { moneyOf } from "./currencies.ts";
import { signUnitsOf } from "./sign-units.ts";
import type { Unit } from "./unit.ts";
import { beginsUnit, languageOf, namedUnits, spacedUnitKey, unitKey } from "./unit-names.ts";

/** The units that may follow a number, and where they end. */
export interface UnitAt {
  /** null among them: the number may as well have none */
  units: (Unit | null)[];
  end: number;
  /** as written */
  name: string;
}

const none = (end: number): UnitAt => ({ units: [], end, name: "" });
/** The longest name looked at: "quadratkilometer", "fluid ounces imperial". */
const longestName = 60;
const mostWords = 6;
const longestQuotation = 40;
const gap = /[ \u00a0\u202f]?-?/uy;
const symbol =
  /min[-−]1(?!\d)|%|٪|％|°\s?[CFcf](?![\p{Script=Latin}\p{N}])|º\s?[CFcf](?![\p{Script=Latin}\p{N}])|℃|℉|[°º]|''|[″”"′’']|[㎏㎜㎝㎖㎡㎎ℓ㌘]/uy;
const money = /(?:US|CA|AU|NZ|HK|C|A|S)?\$|R\$|[€£¥￥₩₹₺₽₴₪₫฿₱₸]|,-|.–/uy;
const letters =
  "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Armenian}\\p{Script=Georgian}\\p{M}µμΩΩ״׳″′’'॰\\u200c\\u200d";
const spacedWord = new RegExp(
  `[${letters}]+(?:[·⋅․][${letters}]+){0,3}(?:"\\p{Script=Hebrew}+)?(?:\\.?[²³]|[23](?![\\p{L}\\p{N}]))?[.․]?(?: ?/ ?[${letters}]+[²³23]?\\.?)?`,
  "uy",
);
const between = /[ \u00a0\u202f-]/u;
const gluedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;
const longestGlued = 26;
/** Words that are a unit only in a place of their own; elsewhere they are something else. */
const wordsOfOtherUse: ReadonlySet<string> = new Set([
  "an",
  "once",
  "pies",
  "mi",
  "pt",
  "second",
  "cal",
  "bar",
  "st",
  "st.",
  "mo",
  "ch",
  "cv",
  "ps",
  "to",
  "go",
  "sa",
  "el",
  "tl",
  "cup",
  "cups",
  "stone",
  "stones",
  "feet",
  "foot",
  "degrees",
  "grad",
  "tum",
  "pol",
  "metro",
  "val",
  "kk",
  "pao",
  "chi",
  "fl",
]);
/** Signs of several words: `sq ft`, `US fl oz`, `tons of refrigeration`. */
const longSign = /^(?:sq|cu|square|cubic|fl|fluid|u\.?s|uk|imp|imperial|tons?|foot)(?![\p{L}])/iu;
/** Letters that a name may be lengthened by in languages that inflect. */
const inflecting: ReadonlySet<string> = new Set(
  "fi et hu tr ru uk pl cs sk sl hr sr bs bg mk lt lv ro el az kk eu is sq ka hy".split(" "),
);
const longestSuffix = 3;
const shortestStem = 4;

/** The unit that begins at `at`, right after a number or one space or hyphen further. */
export function unitAt(text: string, at: number, locale: string | undefined): UnitAt {
  gap.lastIndex = at;
  const start = at + (gap.exec(text)?.[0].length ?? 0);
  const first = text[start];
  if (first === undefined || (first >= "0" && first <= "9") || first === "\n") return none(at);
  const sign = symbolAt(text, at, start) ?? moneyAt(text, start);
  if (sign) return sign;
  if (gluedScript.test(first)) return gluedAt(text, at, start, locale);
  return wordsAt(text, at, start, locale);
}

function symbolAt(text: string, at: number, start: number): UnitAt | null {
  symbol.lastIndex = start;
  const written = symbol.exec(text)?.[0];
  if (written === undefined) return null;
  const end = start + written.length;
  // A quotation mark is an inch only right behind its number, and an apostrophe no foot before a letter.
  if (/["″”'′’]/.test(written) && (start > at || /\p{L}/u.test(text[end] ?? ""))) {
    if (!/[x×]/i.test(text[end] ?? "") || start > at) return none(at);
  }
  if ((written === '"' || written === "”") && closesQuotation(text, at)) return none(at);
  const name = written === "''" ? '"' : written.replace("º", "°");
  const units = /^°$/.test(name)
    ? namedUnits("°c", "en")
        .concat(namedUnits("°f", "en"), namedUnits("°", "en"))
        .map(({ unit }) => unit)
    : [...namedUnits(unitKey(name), "en").map(({ unit }) => unit), ...signUnitsOf(name)];
  return units.length === 0 ? null : { units: unique(units), end, name: written };
}

/** A quotation that was opened shortly before, on its line, ends here: `Model "5"`. */
function closesQuotation(text: string, at: number): boolean {
  const behind = text.slice(Math.max(0, at - longestQuotation), at);
  const opened = /(?<!\d)["“„][^"”“„\n]*$/u.exec(behind);
  return opened !== null && !/\d["”]/.test(opened[0]);
}

function moneyAt(text: string, start: number): UnitAt | null {
  money.lastIndex = start;
  const sign = money.exec(text)?.[0];
  const unit = sign === undefined ? undefined : moneyOf(sign);
  return sign === undefined || !unit ? null : { units: [unit], end: start + sign.length, name: sign };
}

function gluedAt(text: string, at: number, start: number, locale: string | undefined): UnitAt {
  for (let length = Math.min(longestGlued, text.length - start); length > 0; length--) {
    const name = text.slice(start, start + length);
    if (/\s$/u.test(name)) continue;
    const units = namedUnits(unitKey(name), locale).map(({ unit }) => unit);
    const currency = moneyOf(name);
    if (currency) units.push(currency);
    if (units.length > 0) return { units: unique(units), end: start + length, name };
  }
  return none(at);
}

function wordsAt(text: string, at: number, start: number, locale: string | undefined): UnitAt {
  const ends: number[] = [];
  let from = start;
  let most = 1;
  while (ends.length < most && from - start < longestName) {
    spacedWord.lastIndex = from;
    const word = spacedWord.exec(text)?.[0];
    if (word === undefined) break;
    ends.push(from + word.length);
    const next = text[from + word.length] ?? "";
    const isAbbreviated = word.endsWith(".") && /\p{L}/u.test(next);
    if (from === start && (isAbbreviated || beginsUnit(word) || longSign.test(word))) most = mostWords;
    if (!isAbbreviated && !between.test(next)) break;
    from += word.length + (isAbbreviated ? 0 : 1);
  }
  for (let i = ends.length - 1; i >= 0; i--) {
    const end = ends[i] ?? start;
    const found = namedAt(text, at, start, end, locale, i === 0);
    if (found) return found;
  }
  return none(at);
}

function namedAt(
  text: string,
  at: number,
  start: number,
  end: number,
  locale: string | undefined,
  isOne: boolean,
): UnitAt | null {
  const written = text.slice(start, end);
  for (const name of new Set([written.replace(/\.$/, ""), ...(isOne ? [written.split("/")[0]?.trim() ?? ""] : [])])) {
    const isGlued = start === at;
    if (isOne && /^in$/i.test(name) && !isInch(text, start + name.length, isGlued)) return null;
    const units = unitsNamed(name, locale, isOne, isGlued);
    if (units.length === 0) continue;
    const isOther = wordsOfOtherUse.has(name.toLowerCase()) && !isGlued;
    return { units: isOther ? [...units, null] : units, end: start + name.length, name };
  }
  return null;
}

/** `12 in wide`, `12 in x 18 in`, `12in` at the end; not `3 in the box`. */
function isInch(text: string, end: number, isGlued: boolean): boolean {
  if (isGlued) return true;
  return /^(?:$|[.,;:)\]\n(/]|\s?[x×✕*]|\s?[-–]|\s(?:wide|high|tall|long|deep|thick|by|diameter|diagonal|width|height|depth|length|screen|display|w|h|d|l)\b)/iu.test(
    text.slice(end, end + 12),
  );
}

function unitsNamed(name: string, locale: string | undefined, isOne: boolean, isGlued: boolean): Unit[] {
  if (name === "") return [];
  if (isOne && name.length === 1) {
    const signs = signUnitsOf(name);
    return signs.length > 0 || !isGlued ? signs : namedUnits(name, locale).map(({ unit }) => unit);
  }
  const key = isOne ? unitKey(name) : spacedUnitKey(name);
  const own = namedUnits(key, locale).map(({ unit }) => unit);
  // Newton metres and nanometres differ by their capital alone.
  if (key === "nm") return namedUnits(name === "nm" ? "nanometers" : "newtonmeters", "en").map(({ unit }) => unit);
  const signs = (isOne || longSign.test(name) ? signUnitsOf(name) : []).filter(
    ({ dimension }) => dimension !== "money",
  );
  const currency = moneyOf(name);
  // A stone is weighed in carats, and gold is measured by them: "ct" is the first alone.
  if (key === "ct") return own.filter(({ dimension }) => dimension === "carat");
  const all = unique([...own, ...signs, ...(currency ? [currency] : [])]);
  if (all.length > 0 || !isOne || isGlued || locale === undefined || !inflecting.has(languageOf(locale))) return all;
  for (let cut = 1; cut <= longestSuffix && key.length - cut >= shortestStem; cut++) {
    const stem = namedUnits(key.slice(0, -cut), locale);
    if (stem.length > 0) return unique(stem.map(({ unit }) => unit));
  }
  return [];
}

function unique(units: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  for (const unit of units) if (!kept.some((other) => isSame(other, unit))) kept.push(unit);
  // Degrees without a scale are of an angle or of a temperature.
  if (kept.some(({ dimension }) => dimension === "angle")) {
    const degrees = [...namedUnits("°c", "en"), ...namedUnits("°f", "en")].map(({ unit }) => unit);
    for (const unit of degrees) if (!kept.some((other) => isSame(other, unit))) kept.push(unit);
  }
  return kept;
}

function isSame(one: Unit, other: Unit): boolean {
  return (
    one.dimension === other.dimension &&
    one.factor === other.factor &&
    one.offset === other.offset &&
    one.currency === other.currency
  );
}
