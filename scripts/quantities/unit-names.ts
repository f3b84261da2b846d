import { createRequire } from "node:module";
import { z } from "zod";
import { measures } from "../../app/quality/quantities/measures.ts";
import { quantityLocales } from "./locales.ts";

const fileOf = createRequire(import.meta.url);
const styles = ["long", "short", "narrow"] as const;
const patterns = z.record(z.string(), z.string());
const styled = z.record(z.string(), z.union([patterns, z.string()]).optional());
const unitsFile = z.object({ main: z.record(z.string(), z.object({ units: z.record(z.string(), styled) })) });
/** A narrow form of one letter means a unit only where it is the unit's sign. */
const shortestName = 2;

/**
 * The names of all measures in all languages, every plural and case: by locale `id=name|name;id=…`. A name that holds its own
 * number, as Arabic ساعتان "two hours", begins with that number and a colon.
 */
export function unitNames(): Record<string, string> {
  const english = namesOf("en");
  return Object.fromEntries(
    quantityLocales.map(({ cldr }) => [cldr, rowOf(namesOf(cldr), cldr === "en" ? new Map() : english)]),
  );
}

/** Names that English has too hold for every language and are left out of the others. */
function rowOf(names: ReadonlyMap<string, Set<string>>, known: ReadonlyMap<string, Set<string>>): string {
  return [...names]
    .map(([id, all]) => [id, [...all].filter((name) => !known.get(id)?.has(name))] as const)
    .filter(([, own]) => own.length > 0)
    .map(([id, own]) => `${id}=${own.join("|")}`)
    .join(";");
}

function namesOf(locale: string): Map<string, Set<string>> {
  const { main } = unitsFile.parse(fileOf(`cldr-units-full/main/${locale}/units.json`));
  const units = main[locale]?.units ?? {};
  return new Map(
    Object.keys(measures).map((id) => {
      const names = new Set<string>();
      for (const style of styles) {
        const forms = units[style]?.[id];
        if (forms === undefined || typeof forms === "string") continue;
        for (const [form, pattern] of Object.entries(forms)) {
          const name = nameIn(form, pattern);
          if (name !== null && lettersOf(name) >= shortestName && !name.startsWith("/")) names.add(name);
        }
      }
      return [id, names];
    }),
  );
}

/** Signs such as % and ° count too; a dot, a prime or a space does not. */
function lettersOf(name: string): number {
  const signs = /[%٪°]|\p{Script=Han}|\p{Script=Hangul}/u.test(name);
  return signs ? shortestName : name.replace(/[^\p{L}\p{N}]/gu, "").length;
}

function nameIn(form: string, pattern: string): string | null {
  if (!form.includes("-count-")) return null;
  const clean = pattern.replace(/[\u200e\u200f\u061c]/g, "").replace(/[\u00a0\u202f]/g, " ");
  if (!clean.includes("{0}")) {
    const own = form.endsWith("-two") ? 2 : form.endsWith("-one") ? 1 : null;
    return own === null ? null : `${own}:${clean.trim()}`;
  }
  const after = clean.slice(clean.indexOf("{0}") + "{0}".length).trim();
  return after.replace(/\s+/g, " ");
}
