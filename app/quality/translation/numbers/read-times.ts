import { amount, type Claim, type Meaning } from "./said-number.ts";

const hour: Parameters<typeof amount>[1] = { dimension: "time", factor: 3_600, system: "metric" };
const hourWords = "Uhr|uur|h|hs|hrs?|時|时|點|点|시|часов|часа|час|ч\\.?|годин[аиі]?|godz\\.?|hodin|ώρα|o['’]clock";
const clock = new RegExp(
  `(?<before>(?:(?<![\\p{L}])(?:kl\\.?|klo|godz\\.?|o godzinie) )?)(?<![\\d.,:/\\p{Sc}-])(?<hour>[01]?\\d|2[0-4])(?:(?:(?<colon>:)|(?<dot>\\.)| ?(?<word>h|時|时|點|点|시) ?)(?<minutes>[0-5]\\d)(?!\\d|[.,:]\\d))?(?:分|분| ?min(?![\\p{L}]))?(?<unit> ?(?:${hourWords})(?![\\p{L}]|(?<=[時时點点시])間|/))?(?![\\d]|[.,:]\\d)`,
  "giu",
);
const span = /^ ?(?:h|hs|hrs?)$/i;
const nearChars = 16;

interface DayParts {
  /** words of parts of a day with the hours that they cover, the longest first */
  words: readonly (readonly [word: string, hours: ReadonlySet<number>])[];
  isTwelve: boolean;
}
const loaded = new Map<string, DayParts>();

/** From CLDR: "PM", "abends", "de la tarde", "вечера", "午後". */
function dayPartsOf(locale: string): DayParts {
  const known = loaded.get(locale);
  if (known) return known;
  const hours = new Map<string, Set<number>>();
  const options = [{}, { dayPeriod: "short" }, { dayPeriod: "long" }] as const;
  for (const option of options) {
    const format = new Intl.DateTimeFormat(locale, { hour: "numeric", hour12: true, timeZone: "UTC", ...option });
    for (let i = 0; i < 24; i++) {
      const parts = format.formatToParts(new Date(Date.UTC(2024, 0, 1, i)));
      const word = plainWord(parts.find(({ type }) => type === "dayPeriod")?.value ?? "");
      if (word !== "") hours.set(word, (hours.get(word) ?? new Set()).add(i));
    }
  }
  const halves = [
    ["am", "a.m.", "a. m.", "午前", "上午", "오전"],
    ["pm", "p.m.", "p. m.", "午後", "下午", "오후"],
  ];
  halves.forEach((words, half) => {
    for (const word of words) hours.set(word, new Set(Array.from({ length: 12 }, (_, i) => i + half * 12)));
  });
  const words = [...hours].sort(([a], [b]) => b.length - a.length);
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  const built = { words, isTwelve: hourCycle === "h12" || hourCycle === "h11" };
  loaded.set(locale, built);
  return built;
}

const plainWord = (word: string) => word.toLowerCase().replace(/[\u00a0\u202f]/g, " ");

/** The times of day of a text; an hour in the European way may also be a span of hours. */
export function readTimes(text: string, locale: string): Claim[] {
  if (!/\d/.test(text)) return [];
  const claims: Claim[] = [];
  const parts = dayPartsOf(locale);
  for (const match of text.matchAll(clock)) {
    const { before = "", hour: written = "", colon, dot, word, minutes, unit } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const part = dayPartAt(text, start, end, parts);
    const isTime = part || colon !== undefined || word !== undefined || unit !== undefined || before !== "";
    if (!isTime || (dot !== undefined && !part && !/Uhr|uur|ч|h/iu.test(unit ?? "") && before === "")) continue;
    if (minutes !== undefined && /^:/.test(text.slice(end))) continue;
    const [h, m] = [Number(written), Number(minutes ?? 0)];
    // Who counts twelve hours says "8 PM": 8 h are a span, and never the 20 h of others.
    const isSpan = !part && parts.isTwelve && minutes === undefined && span.test(unit ?? "");
    const hours = isSpan ? [] : hoursOf(h, part?.hours, parts.isTwelve);
    const meanings: Meaning[] = hours.map((one) => ({ kind: "clock", minutes: one * 60 + m }));
    if (!part) {
      const key = `${written}${minutes ?? ""}`;
      meanings.push({ kind: "digits", key });
      // A scale of 1:10 is one of 1/10.
      if (colon !== undefined && m > h) meanings.push(amount(h / m));
      if (unit !== undefined && minutes === undefined && !/uhr|clock|godz|часов/i.test(unit))
        meanings.push(amount(h, hour));
      else if (word !== undefined) meanings.push(amount(h + m / 60, hour));
    }
    claims.push({
      start: part?.isBefore ? part.at : start,
      end: part && !part.isBefore ? part.at : end,
      meanings,
      parts: m === 0 ? [h] : [h, m],
    });
  }
  return claims;
}

interface DayPart {
  hours: ReadonlySet<number>;
  /** where the words begin that stand before the hour, or end that stand behind it */
  at: number;
  isBefore: boolean;
}

function dayPartAt(text: string, start: number, end: number, { words }: DayParts): DayPart | null {
  const ahead = plainWord(text.slice(end, end + nearChars));
  const behind = plainWord(text.slice(Math.max(0, start - nearChars), start));
  for (const [word, hours] of words) {
    const gap = ahead.startsWith(word) ? 0 : ahead.startsWith(` ${word}`) ? 1 : -1;
    const isWhole = gap >= 0 && !/^\p{L}/u.test(ahead.slice(gap + word.length));
    if (isWhole && !(word === "am" && gap === 1 && /^ am \p{Lu}/u.test(text.slice(end, end + 5))))
      return { hours, at: end + gap + word.length, isBefore: false };
    if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(word) && behind.trimEnd().endsWith(word))
      return { hours, at: start - (behind.length - behind.trimEnd().length) - word.length, isBefore: true };
  }
  return null;
}

function hoursOf(written: number, covered: ReadonlySet<number> | undefined, isTwelve: boolean): number[] {
  const h = written % 24;
  if (covered) {
    const hours = [...covered].filter((one) => one === h || (h <= 12 && one % 12 === h % 12));
    // Where the evening begins is no matter of hours: "5 مساءً" is 5 PM, though CLDR has it begin at six.
    const isLate = h < 12 && [...covered].every((one) => one >= 12);
    return hours.length > 0 ? hours : [isLate ? h + 12 : h];
  }
  return isTwelve && h >= 1 && h <= 12 ? [h % 12, (h % 12) + 12] : [h];
}
