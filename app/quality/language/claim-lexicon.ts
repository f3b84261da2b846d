import type { ClaimRows, Rows } from "./data/claim-rows.ts";
import { ar } from "./data/claims.ar.ts";
import { bg } from "./data/claims.bg.ts";
import { cs } from "./data/claims.cs.ts";
import { da } from "./data/claims.da.ts";
import { de } from "./data/claims.de.ts";
import { el } from "./data/claims.el.ts";
import { en } from "./data/claims.en.ts";
import { es } from "./data/claims.es.ts";
import { fi } from "./data/claims.fi.ts";
import { fr } from "./data/claims.fr.ts";
import { he } from "./data/claims.he.ts";
import { hi } from "./data/claims.hi.ts";
import { hr } from "./data/claims.hr.ts";
import { hu } from "./data/claims.hu.ts";
import { id } from "./data/claims.id.ts";
import { it } from "./data/claims.it.ts";
import { ja } from "./data/claims.ja.ts";
import { ko } from "./data/claims.ko.ts";
import { nl } from "./data/claims.nl.ts";
import { pl } from "./data/claims.pl.ts";
import { pt } from "./data/claims.pt.ts";
import { ro } from "./data/claims.ro.ts";
import { ru } from "./data/claims.ru.ts";
import { sk } from "./data/claims.sk.ts";
import { sl } from "./data/claims.sl.ts";
import { sr } from "./data/claims.sr.ts";
import { sv } from "./data/claims.sv.ts";
import { th } from "./data/claims.th.ts";
import { tr } from "./data/claims.tr.ts";
import { uk } from "./data/claims.uk.ts";
import { vi } from "./data/claims.vi.ts";
import { zh } from "./data/claims.zh.ts";
import { compassPrefixes, dividedCountries } from "./data/compass-prefixes.ts";
import { type OriginRows, originRows } from "./data/origin-rows.ts";
import { places } from "./data/places.ts";
import { schemes } from "./data/schemes.ts";
import {
  createWordTrie,
  foldedText,
  type Languages,
  languageSet,
  noLanguages,
  type Phrase,
  type WordTrie,
} from "./word-trie.ts";

/** Phrases of a group of `ClaimRows`, and `scheme`: names of certificates, norms and authorities. */
export type Group = keyof ClaimRows | "scheme";

/** What a phrase means, e.g. `{ group: "material", key: "linen" }`. */
export interface Meaning {
  group: Group;
  key: string;
}

const rowsByLanguage: Readonly<Record<string, ClaimRows>> = {
  en,
  de,
  fr,
  es,
  it,
  nl,
  pt,
  pl,
  sv,
  da,
  ja,
  zh,
  ko,
  fi,
  cs,
  ru,
  uk,
  hr,
  hu,
  ro,
  tr,
  el,
  ar,
  he,
  sl,
  sk,
  bg,
  sr,
  th,
  vi,
  id,
  hi,
};
const languages = Object.keys(rowsByLanguage);
const indices = languages.map((_, index) => index);
const all = languageSet(...indices);
/** English words that texts of other languages borrow: all but the small ones, for "no" and "in" mean other things elsewhere. */
const borrowed = languages.length;

/** Languages that are close enough to be read by another's words. */
const readAs: Readonly<Record<string, string>> = {
  nb: "da",
  no: "da",
  nn: "da",
  gl: "pt",
  ca: "es",
  bs: "hr",
  ms: "id",
};

/** Languages that put no spaces between words. */
const undivided: ReadonlySet<string> = new Set(["ja", "zh", "ko", "th"]);

/** The languages whose words count in a text of this locale. @param foreign true: words of all languages count, if they are long enough */
export function languagesFor(locale: string, foreign: boolean): Languages {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const index = languages.indexOf(readAs[language] ?? language);
  // Serbian is written in both scripts.
  const other = language === "sr" ? [languages.indexOf("hr")] : [];
  // Signs of these scripts cannot be words of others, however short.
  const unlike = foreign && !undivided.has(language) ? [...undivided].map((one) => languages.indexOf(one)) : [];
  const own = index === 0 ? languageSet(0, ...unlike) : languageSet(borrowed, Math.max(0, index), ...other, ...unlike);
  return { own, foreign: foreign ? all : noLanguages };
}

let claims: WordTrie<Meaning> | undefined;
let labels: WordTrie<Meaning> | undefined;

/** All phrases of all languages that a text may hold; built when first asked for. */
export function claimLexicon(): WordTrie<Meaning> {
  claims ??= createWordTrie(phrases(groups, ({ group, key }, words) => group !== "label" || isLabelInText(key, words)));
  return claims;
}

/** The labels of facts alone. */
export function labelLexicon(): WordTrie<Meaning> {
  labels ??= createWordTrie(phrases(["label"]));
  return labels;
}

/** "Colour: red", "Country of origin: Italy" are found in a text as well; "Made in" is a verb there. */
function isLabelInText(key: string, words: string): boolean {
  if (key === "color" || key === "size") return true;
  return (key === "made" || key === "origin") && !verbal.test(words);
}

const verbal =
  /\s(?:in|en|i|w|em|of|v|u|în|di|at|в|у|във|في|ב|tại)$|^(?:ผลิต(?:ที่|ใน)|buatan|készült|valmistettu|κατασκευάζεται|תוצרת|страна|країна)$|^[^\s]*(?:produ[ck]|manufactur|herstell|fertig|fabri|tillverk|fremstil)[^\s]*$|^country$/u;

/** @param wanted one group alone, or all with countries and schemes */
function* phrases(
  wanted: readonly (keyof ClaimRows)[],
  isWanted: (meaning: Meaning, words: string) => boolean = () => true,
): Generator<Phrase<Meaning>> {
  const meanings = new Map<string, Meaning>();
  const meaningOf = (group: Group, key: string): Meaning => {
    const name = `${group} ${key}`;
    const known = meanings.get(name) ?? { group, key };
    meanings.set(name, known);
    return known;
  };
  function* of(group: Group, rows: Rows, ...ofRows: number[]): Generator<Phrase<Meaning>> {
    const set = languageSet(...ofRows);
    for (const [key, words] of Object.entries(rows)) {
      const meaning = meaningOf(group, key);
      if (words === "") continue;
      for (const one of words.split("|")) {
        if (isWanted(meaning, one)) yield { words: one, meaning, languages: set };
      }
    }
  }
  for (const [index, language] of languages.entries()) {
    const rows = rowsByLanguage[language] ?? en;
    const origins = originRows[language];
    for (const group of wanted) {
      if (origins && isOfOrigin(group)) yield* of(group, origins[group], index);
      const isBorrowed = index === 0 && group !== "role" && group !== "act" && group !== "form";
      yield* of(group, rows[group], index, ...(isBorrowed ? [borrowed] : []));
    }
    if (wanted.length < 2) continue;
    const countries = countriesOf(language);
    yield* of("place", countries, index, ...(index === 0 ? [borrowed] : []));
    const prefixes = compassPrefixes[language] ?? [];
    if (prefixes.length === 0) continue;
    for (const named of [countries, rows.place, origins?.place]) yield* of("place", partsOf(named, prefixes), index);
    for (const named of [rows.nation, origins?.nation]) yield* of("nation", partsOf(named, prefixes), index);
  }
  if (wanted.length < 2) return;
  yield* of("scheme", schemes, ...indices, borrowed);
  const inflected = indices.filter((index) => inflecting.has(languages[index] ?? ""));
  for (const [country, rows] of Object.entries(places)) {
    for (const [path, names] of Object.entries(rows)) {
      const key = `${country}.${path}`;
      yield* of("place", { [key]: names }, ...indices, borrowed);
      yield* of("place", { [key]: stemsOf(names) }, ...inflected);
    }
  }
}

/** Names of parts of countries, as words of the country: Süditalien, norddeutsch. */
function partsOf(rows: Rows = {}, prefixes: readonly string[]): Rows {
  const parts: Record<string, string> = {};
  for (const [country, words] of Object.entries(rows)) {
    if (!dividedCountries.has(country)) continue;
    const names = words.split("|").filter((word) => /^\p{L}{4,}\*{0,2}$/u.test(word));
    parts[country] = names.flatMap((name) => prefixes.map((prefix) => `${prefix}${name}`)).join("|");
  }
  return parts;
}

function isOfOrigin(group: keyof ClaimRows): group is keyof OriginRows {
  return group === "act" || group === "nation" || group === "place" || group === "role" || group === "label";
}

/** Stems of the names that take endings; "" when there are none. */
function stemsOf(names: string): string {
  return names
    .split("|")
    .filter((name) => takesEndings.test(name))
    .map((name) => `${stemOf(name)}*`)
    .filter((stem) => stem.length > shortestStem)
    .join("|");
}

/** One word in a script with spaces. */
const takesEndings = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+$/u;

const groups: readonly (keyof ClaimRows)[] = [
  "property",
  "substance",
  "material",
  "weak",
  "formed",
  "form",
  "color",
  "act",
  "term",
  "superlative",
  "nation",
  "place",
  "label",
  "role",
];

/** Jersey is a cloth more often than an island. */
const noCountries = new Set(["JE"]);

/** ISO code → the country's name, from CLDR. */
function countriesOf(language: string): Record<string, string> {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const countries: Record<string, string> = {};
  for (const code of countryCodes()) {
    const name = names.of(code);
    if (!name || /[|*~]/.test(name) || noCountries.has(code)) continue;
    const lower = foldedText(name).replace(/\s*\(.*\)$/, "");
    countries[code] = [lower, ...inflectedPlaces(language, lower)].join("|");
  }
  return countries;
}

/** Languages whose names of countries take endings: "v Itálii", "в Японии", "Suomessa". */
const inflecting = new Set(["pl", "fi", "cs", "sk", "sl", "ru", "uk", "bg", "hr", "sr", "hu", "ro", "el", "tr"]);
/** Shorter beginnings of a name begin other words too. */
const shortestStem = 5;
const turkishEndings = ["'da", "'de", "'ta", "'te", "'dan", "'den"];

function inflectedPlaces(language: string, lower: string): string[] {
  if (language === "tr") return turkishEndings.map((ending) => `${lower}${ending}`);
  if (!inflecting.has(language)) return [];
  if (language === "pl") return /[aeiy]$/.test(lower) ? [`${lower.slice(0, -1)}*`] : [];
  const stem = stemOf(lower);
  return stem.length >= shortestStem ? [`${stem}*`] : [];
}

function stemOf(name: string): string {
  return name.replace(/[aeiouyáíéůаеиійояαάηο]$/u, "");
}

let codes: string[] | undefined;

/** Two capitals that CLDR knows as a country or territory; not those that are another one today, like `DD`. */
export function countryCodes(): readonly string[] {
  if (codes) return codes;
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  codes = [...letters]
    .flatMap((one) => [...letters].map((two) => `${one}${two}`))
    .filter((code) => names.of(code) && new Intl.Locale(`und-${code}`).region === code);
  return codes;
}
