import { dateNamesOf } from "./names-of-dates.ts";
import type { Claim, Meaning } from "./said-number.ts";

const patterns = new Map<string, RegExp | null>();
/** Languages that write months and days with a capital: in small letters they are other words, "may", "march". */
const withCapital: ReadonlySet<string> = new Set(["en", "de", "lb", "el"]);
/** Shorter ones are other words in some language: "mar" is the sea. */
const shortestName = 4;
const undivided = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;

function patternOf(locale: string): RegExp | null {
  const known = patterns.get(locale);
  if (known !== undefined) return known;
  const { months, weekdays } = dateNamesOf(locale);
  const names = [...months.keys(), ...weekdays.keys()]
    .filter((name) => name.length >= shortestName || undivided.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const built =
    names.length === 0
      ? null
      : new RegExp(
          `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{M}])(?:ال|وال)?(?<name>${names.join("|")})(?:s|en|ом|ами|ам|ях|а)?(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{M}])`,
          "giu",
        );
  patterns.set(locale, built);
  return built;
}

/** Months and days of the week by their names alone. A translation may leave one out, and says no other one for it. */
export function readNamesOfDays(text: string, locale: string): Claim[] {
  const pattern = patternOf(locale);
  if (!pattern) return [];
  const { months, weekdays } = dateNamesOf(locale);
  const needsCapital = withCapital.has(locale.split("-")[0]?.toLowerCase() ?? "");
  const claims: Claim[] = [];
  for (const { 0: written, index, groups } of text.matchAll(pattern)) {
    if (needsCapital && !/^\p{Lu}/u.test(written)) continue;
    const name = (groups?.name ?? "").toLowerCase();
    const month = months.get(name);
    const day = weekdays.get(name);
    const meanings: Meaning[] =
      month === undefined ? [{ kind: "weekday", day: day ?? 0 }] : [{ kind: "date", year: null, month, day: null }];
    claims.push({ start: index, end: index + written.length, meanings, parts: [], isLoose: true });
  }
  return claims;
}
