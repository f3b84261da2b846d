/** The names of months and days in one language. */
export interface DateNames {
  /** lower case → 1 to 12; of names that are also other words only the long ones */
  months: ReadonlyMap<string, number>;
  /** lower case → 0 to 6, Sunday first */
  weekdays: ReadonlyMap<string, number>;
}

const loaded = new Map<string, DateNames>();

/** From CLDR, by the runtime: "March", "Mar", "марта", "三月". */
export function dateNamesOf(locale: string): DateNames {
  const known = loaded.get(locale);
  if (known) return known;
  const built = { months: monthsOf(locale), weekdays: weekdaysOf(locale) };
  loaded.set(locale, built);
  return built;
}

function monthsOf(locale: string): Map<string, number> {
  const months = new Map<string, number>();
  for (const month of ["long", "short"] as const) {
    for (const other of [{}, { day: "numeric" }, { day: "numeric", year: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { month, ...other, timeZone: "UTC" });
      for (let i = 0; i < 12; i++) {
        const date = new Date(Date.UTC(2024, i, 15));
        const parts = format.formatToParts(date);
        const written = Object.keys(other).length === 0 ? format.format(date) : "";
        for (const name of [parts.find(({ type }) => type === "month")?.value ?? "", written])
          addName(months, name, i + 1);
      }
    }
  }
  return months;
}

function weekdaysOf(locale: string): Map<string, number> {
  const weekdays = new Map<string, number>();
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // The 7th of January 2024 was a Sunday.
  for (let i = 0; i < 7; i++) addName(weekdays, format.format(new Date(Date.UTC(2024, 0, 7 + i))), i);
  return weekdays;
}

function addName(names: Map<string, number>, written: string, number: number): void {
  const name = written.toLowerCase().replace(/\.$/, "");
  if (/\d/.test(name) || name.length < 2 || names.has(name)) return;
  names.set(name, number);
}
