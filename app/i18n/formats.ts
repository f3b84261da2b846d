/** Numbers, money and times as people of one language write them. */
export interface Formats {
  /** 1234 → "1,234" */
  count(count: number): string;
  /** 0.911 → "91%" */
  percent(share: number): string;
  /**
   * Billionths of a US dollar: 1_234_500_000 → "$1.23"; amounts below ten cents keep two digits that say something: "$0.0042".
   */
  dollars(nanos: number): string;
  /** 65_000 → "1 min 5 sec": two units at most, none smaller than a second */
  duration(ms: number): string;
  /** 90 → "90 days", 0.5 → "0.5 days" */
  days(days: number): string;
  /** how long before `now` it was: "now", "5 min. ago", "1 hour ago", "3 days ago" */
  ago(at: number, now: number): string;
  /** "12 Nov 2026"; the server does not know the reader's time zone, so only what is shown in the browser alone may use it */
  date(at: number): string;
  /** "10:42", with the same reserve */
  time(at: number): string;
  /** "a, b and c" */
  list(parts: readonly string[]): string;
  /** the name of a language: "pt-BR" → "Brazilian Portuguese" */
  language(locale: string): string;
}

const made = new Map<string, Formats>();

/** @param locale BCP-47, e.g. a `UiLocale` */
export function formatsOf(locale: string): Formats {
  const known = made.get(locale);
  if (known) return known;
  const fresh = makeFormats(locale);
  made.set(locale, fresh);
  return fresh;
}

type Unit = "second" | "minute" | "hour" | "day" | "month" | "year";
const ms: Record<Unit, number> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

function makeFormats(locale: string): Formats {
  const whole = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" });
  const cents = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    maximumSignificantDigits: 2,
  });
  const thisMoment = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const minutes = new Intl.RelativeTimeFormat(locale, { style: "short" });
  // "1 day ago": whether that was yesterday depends on the reader's time zone.
  const since = new Intl.RelativeTimeFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const inDays = new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const languages = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });
  const units = new Intl.ListFormat(locale, { type: "unit", style: "narrow" });
  const inUnit = (count: number, unit: Unit) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(count);
  return {
    count: (count) => whole.format(count),
    percent: (part) => share.format(part),
    dollars(nanos) {
      const dollars = nanos / 1_000_000_000;
      return (dollars > 0 && dollars < 0.1 ? cents : money).format(dollars);
    },
    duration(time) {
      const seconds = Math.max(0, Math.round(time / ms.second));
      const [big, small]: [Unit, Unit] =
        seconds < 3_600 ? ["minute", "second"] : seconds < 86_400 ? ["hour", "minute"] : ["day", "hour"];
      const perBig = ms[big] / 1_000;
      const bigs = Math.floor(seconds / perBig);
      const smalls = Math.floor((seconds % perBig) / (ms[small] / 1_000));
      const parts = [bigs > 0 ? inUnit(bigs, big) : "", smalls > 0 || bigs === 0 ? inUnit(smalls, small) : ""];
      return units.format(parts.filter((part) => part !== ""));
    },
    days: (days) => inDays.format(days),
    ago(at, now) {
      const past = Math.max(0, now - at);
      if (past < ms.minute) return thisMoment.format(0, "second");
      if (past < ms.hour) return minutes.format(-Math.floor(past / ms.minute), "minute");
      return since.format(-Math.floor(past / ms[sinceUnit(past)]), sinceUnit(past));
    },
    date: (at) => day.format(at),
    time: (at) => clock.format(at),
    list: (parts) => list.format(parts),
    language: (code) => languages.of(code) ?? code,
  };
}

/** "59 days ago" says more than "1 month ago", and "23 months ago" more than "1 year ago". */
function sinceUnit(past: number): Unit {
  if (past < ms.day) return "hour";
  if (past < 60 * ms.day) return "day";
  return past < 730 * ms.day ? "month" : "year";
}
