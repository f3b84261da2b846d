import names from "./data/unit-names.json" with { type: "json" };
import { measures } from "./measures.ts";
import type { Dimension, Unit } from "./unit.ts";
import { handNames } from "./unit-names-by-hand.ts";

/** One meaning of a unit's name. */
export interface NamedUnit {
  unit: Unit;
  /** languages that use the name so; null: every language */
  languages: Set<string> | null;
  /** a name that holds its own number, as Arabic ساعتان "two hours"; null: none */
  own: number | null;
}

interface Tables {
  byKey: ReadonlyMap<string, NamedUnit[]>;
  /** first words of names of several words */
  starts: ReadonlySet<string>;
  /** names that hold their own number */
  withNumber: ReadonlyMap<string, NamedUnit[]>;
}

let tables: Tables | undefined;

/** Case, dots, hyphens and spaces do not tell units apart: `fl. oz` is `floz`. */
export function unitKey(name: string): string {
  return name.toLowerCase().replace(/[.․·⋅\s\u00a0\u202f\u200c-\u200f-]+/g, "");
}

/** As {@link unitKey} with its words apart: `g w` are two words and no gigawatt. */
export function spacedUnitKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.․·⋅\u200c-\u200f]/g, "")
    .replace(/[\s\u00a0\u202f-]+/g, " ")
    .trim();
}

/**
 * What a spelled unit may mean in a text of that language. A name of its own or the English language wins; a name of another
 * language counts where it has four letters or more, or is in a script of its own.
 * @param key from {@link unitKey}, or of several words from {@link spacedUnitKey}
 * @param locale undefined: any language
 */
export function namedUnits(key: string, locale: string | undefined): readonly NamedUnit[] {
  return choose(load().byKey.get(key), key, locale);
}

/** True when some unit has a name of several words that begins with this one. */
export function beginsUnit(word: string): boolean {
  return load().starts.has(spacedUnitKey(word).split(" ")[0] ?? "");
}

let beginnings: Map<Dimension, Set<string>> | undefined;
const beginningLetters = 3;

/** True of a word that begins as some unit of that dimension in some language: it may be an inflected form of its name. */
export function beginsAsUnitOf(word: string, dimension: Dimension): boolean {
  if (!beginnings) {
    beginnings = new Map();
    for (const [key, all] of load().byKey) {
      for (const { unit } of all) {
        const of = beginnings.get(unit.dimension) ?? new Set<string>();
        beginnings.set(unit.dimension, of.add(key.slice(0, beginningLetters)));
      }
    }
  }
  return beginnings.get(dimension)?.has(unitKey(word).slice(0, beginningLetters)) ?? false;
}

/** As {@link namedUnits}, for names that hold their own number. */
export function numberedUnits(key: string, locale: string | undefined): readonly NamedUnit[] {
  return choose(load().withNumber.get(key), key, locale);
}

const none: readonly NamedUnit[] = [];
const shortestForeign = 4;
const shortestUnsure = 3;

function choose(all: readonly NamedUnit[] | undefined, key: string, locale: string | undefined): readonly NamedUnit[] {
  if (all === undefined) return none;
  if (locale === undefined) {
    // The short names of one language are words of another: French "to" are terabytes.
    return key.length >= shortestUnsure
      ? all
      : all.filter(({ languages }) => languages === null || languages.has("en") || isOwnScript(key));
  }
  const language = languageOf(locale);
  const own = all.filter(({ languages }) => languages === null || languages.has(language));
  if (own.length > 0) return own;
  const english = all.filter(({ languages }) => languages?.has("en"));
  if (english.length > 0) return english;
  return key.length >= shortestForeign || isOwnScript(key) ? all : none;
}

function isOwnScript(key: string): boolean {
  return /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}]/u.test(key);
}

/** `no` and `nn` read as `nb`; the region does not matter. */
export function languageOf(locale: string): string {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  return language === "no" || language === "nn" ? "nb" : language === "iw" ? "he" : language;
}

function load(): Tables {
  tables ??= build();
  return tables;
}

function build(): Tables {
  const byKey = new Map<string, NamedUnit[]>();
  const withNumber = new Map<string, NamedUnit[]>();
  for (const [locale, row] of Object.entries(names)) {
    const language = languageOf(locale);
    for (const entry of row.split(";")) {
      const at = entry.indexOf("=");
      const unit = measures[entry.slice(0, at)];
      if (!unit) continue;
      for (const name of entry.slice(at + 1).split("|")) {
        const [, digit, rest = name] = /^(\d):(.+)$/.exec(name) ?? [];
        if (digit === undefined) add(byKey, name, unit, language, null);
        else add(withNumber, rest, unit, language, Number(digit));
        // Arabic and Hebrew leave the number one out, and use the same word after large numbers.
        if (digit === "1") add(byKey, rest, unit, language, null);
      }
    }
  }
  for (const [id, rows] of Object.entries(handNames)) {
    const unit = measures[id];
    if (!unit) continue;
    for (const [languages, words] of Object.entries(rows)) {
      for (const language of languages.split(" "))
        for (const name of words.split("|")) add(byKey, name, unit, language === "*" ? null : language, null);
    }
  }
  const starts = new Set<string>();
  for (const key of byKey.keys()) if (key.includes(" ")) starts.add(key.slice(0, key.indexOf(" ")));
  return { byKey, withNumber, starts };
}

function add(
  table: Map<string, NamedUnit[]>,
  name: string,
  unit: Unit,
  language: string | null,
  own: number | null,
): void {
  addKey(table, unitKey(name), unit, language, own);
  if (!/[\s\u00a0\u202f-]/.test(name)) return;
  const spaced = spacedUnitKey(name);
  if (spaced.includes(" ")) addKey(table, spaced, unit, language, own);
}

function addKey(
  table: Map<string, NamedUnit[]>,
  key: string,
  unit: Unit,
  language: string | null,
  own: number | null,
): void {
  if (key === "") return;
  const all = table.get(key) ?? [];
  const same = all.find((other) => other.unit === unit && other.own === own);
  if (same && language !== null) same.languages?.add(language);
  else if (same) same.languages = null;
  else all.push({ unit, own, languages: language === null ? null : new Set([language]) });
  table.set(key, all);
}
