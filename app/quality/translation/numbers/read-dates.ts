import { dateNamesOf } from "./names-of-dates.ts";
import { amount, type Claim, type Meaning } from "./said-number.ts";

const iso = /(?<![\p{L}\d.,/-])(?<year>[12]\d{3})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?![\d/-])/gu;
const numeric = /(?<![\p{L}\d.,/-])(?<one>\d{1,2})(?<sign>[-/.])(?<two>\d{1,2})\k<sign>(?<year>[12]\d{3})(?![\d/-])/gu;
/** German and its neighbours: "24.12." */
const dotted = /(?<![\p{L}\d.,/-])(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.(?!\d)/gu;
const nameBefore = /(?:\p{Lu}[\p{L}\p{N}-]*|(?<!\p{L})v(?:er(?:sion)?)?)[ \u00a0.]{1,2}$/u;
const nameChars = 24;
const ofMonth = /(?<![\p{L}\d.,/-])(?<month>0?[1-9]|1[0-2])[/.](?<year>[12]\d{3})(?![\d/.-])/gu;
const eastern =
  /(?<!\d)(?:(?<year>[12]\d{3}) ?[年년] ?)(?:(?<month>\d{1,2}) ?[月월](?:(?: ?(?<day>\d{1,2}) ?[日号號일]))?)?|(?<!\d)(?<ofMonth>\d{1,2}) ?(?:月|월)(?![間曜]) ?(?:(?<ofDay>\d{1,2}) ?[日号號일])?/gu;
/** Vietnamese counts its months in words around: "30 tháng 4". */
const vietnamese =
  /(?<![\p{L}\d.,])(?:(?<day>\d{1,2}) )?tháng (?<month>\d{1,2})(?![\d])(?:(?:, | năm | )(?<year>[12]\d{3})(?!\d))?/giu;
const year = "(?:[12]\\d{3})(?![\\d.,]\\d|\\d)";
const behindDay = "(?:\\.|[ºª°]|er|re|st|nd|rd|th|-?го)?";
const joined = "[ \\u00a0]?(?:of |the |de |d['’]|den )?";
const patterns = new Map<string, RegExp | null>();

/** A month by its name with the day and the year beside it, in any order. */
function namedMonth(locale: string): RegExp | null {
  const known = patterns.get(locale);
  if (known !== undefined) return known;
  const names = [...dateNamesOf(locale).months.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // Chinese and its neighbours count their months.
  const built =
    names.length === 0
      ? null
      : new RegExp(
          `(?:(?<yearBefore>${year})\\.? )?(?:(?<![\\d.,])(?<dayBefore>\\d{1,2})${behindDay}${joined})?(?<![\\p{L}\\p{M}])(?<name>${names.join("|")})(?![\\p{L}\\p{M}])\\.?(?:[ \\u00a0](?<day>\\d{1,2})(?!\\d|[.,:/]\\d)(?:st|nd|rd|th|\\.)?)?(?:,? (?:de |del |of )?(?<year>${year}))?`,
          "giu",
        );
  patterns.set(locale, built);
  return built;
}

const all = /[12]\d{3}/;

/** The dates of a text, of numbers or with a month's name. A month alone is claimed only by its sign of the east. */
export function readDates(text: string, locale: string): Claim[] {
  const claims: Claim[] = [];
  const add = (match: RegExpMatchArray, meanings: Meaning[], parts: (number | null | undefined)[]) => {
    const start = match.index ?? 0;
    if (meanings.length === 0 || claims.some((one) => one.start < start + match[0].length && start < one.end)) return;
    claims.push({
      start,
      end: start + match[0].trimEnd().length,
      meanings,
      parts: parts.filter((one) => typeof one === "number"),
    });
  };
  const has = all.test(text);
  if (has)
    for (const match of text.matchAll(iso)) {
      const [y, m, d] = numbersIn(match, "year", "month", "day");
      add(match, dates(y, m, d), [y, m, d]);
    }
  if (has)
    for (const match of text.matchAll(numeric)) {
      const [one, two, y] = numbersIn(match, "one", "two", "year");
      add(match, [...dates(y, two, one), ...dates(y, one, two)], [one, two, y]);
    }
  for (const match of text.matchAll(dotted)) {
    // "USB 3.1." ends a sentence.
    if (nameBefore.test(text.slice(Math.max(0, match.index - nameChars), match.index))) continue;
    const [d, m] = numbersIn(match, "day", "month");
    const meanings = dates(null, m, d);
    if (meanings.length > 0) add(match, [...meanings, amount(Number(`${d}.${m}`))], [d, m]);
  }
  if (has)
    for (const match of text.matchAll(ofMonth)) {
      const [m, y] = numbersIn(match, "month", "year");
      add(match, dates(y, m, null), [m, y]);
    }
  for (const match of text.matchAll(eastern)) {
    const [y, m, d, ofM, ofD] = numbersIn(match, "year", "month", "day", "ofMonth", "ofDay");
    if (y !== null && m === null) continue;
    add(match, dates(y, m ?? ofM, d ?? ofD), [y, m ?? ofM, d ?? ofD]);
  }
  for (const match of locale.startsWith("vi") ? text.matchAll(vietnamese) : []) {
    const [d, m, y] = numbersIn(match, "day", "month", "year");
    add(match, dates(y, m, d), [d, m, y]);
  }
  const named = /\d/.test(text) ? namedMonth(locale) : null;
  for (const match of named ? text.matchAll(named) : []) {
    const [before, after, yearBefore, y] = numbersIn(match, "dayBefore", "day", "yearBefore", "year");
    if (before === null && after === null && yearBefore === null && y === null) continue;
    const month = dateNamesOf(locale).months.get((match.groups?.name ?? "").toLowerCase()) ?? null;
    add(match, dates(y ?? yearBefore, month, before ?? after), [before ?? after, y ?? yearBefore]);
  }
  return claims;
}

function numbersIn(match: RegExpMatchArray, ...names: string[]): (number | null)[] {
  return names.map((name) => {
    const written = match.groups?.[name];
    return written === undefined ? null : Number(written);
  });
}

function dates(year: number | null = null, month: number | null = null, day: number | null = null): Meaning[] {
  const isOne = (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31));
  return isOne ? [{ kind: "date", year, month, day }] : [];
}
