/** The columns of a file, in the order in which it is written; in a file that is read they may stand in any. */
export const csvColumns = ["source", "locale", "target", "kind", "note"] as const;
type Column = (typeof csvColumns)[number];

/** How other programs head the same columns, in lower case. */
const otherHeads: Readonly<Record<Column, readonly string[]>> = {
  source: ["source term", "source text", "term", "original"],
  locale: ["language", "target language", "target locale", "lang"],
  target: ["target term", "target text", "translation", "translated term"],
  kind: ["type"],
  note: ["notes", "comment", "comments", "description", "definition"],
};

/** A row of a file, by columns; `kind` "" where the file has none. */
export type CsvRow = Record<Column, string>;

export type LayoutProblem =
  | { code: "columns_missing"; columns: string[] }
  | { code: "locale_unknown"; line: number; locale: string }
  /** nothing says which language the translations are in, and the shop has several */
  | { code: "language_missing" };

/** How the rows of a file are read. A line may hold terms of several languages. */
export interface CsvLayout {
  rowsOf(cells: readonly string[]): CsvRow[];
  /** the first line holds terms as well */
  headless: boolean;
}

/**
 * What the first line says of a file: our own columns or another program's names of them, a column for each language
 * (`en,de,fr`), or two columns without names, which are of the shop's own language and its only other one.
 * @param head its cells. @param records those behind it: a column of numbers, as `id` or `no`, is of no language. @param line on which it stands. @param locales that the shop translates into. @param own of its originals
 */
export function layoutOf(
  head: readonly string[],
  {
    line,
    records,
    locales,
    own,
  }: { line: number; records: readonly (readonly string[])[]; locales: readonly string[]; own: string },
): CsvLayout | { problem: LayoutProblem } {
  const names = head.map((cell) => cell.trim().toLowerCase());
  const placeOf = (column: Column) => names.findIndex((name) => name === column || otherHeads[column].includes(name));
  const places = Object.fromEntries(csvColumns.map((column) => [column, placeOf(column)])) as Record<Column, number>;
  const cell = (cells: readonly string[], column: Column) => cells[places[column]] ?? "";
  const has = (column: Column) => places[column] >= 0;
  if (has("source") && has("target")) {
    const [only, ...more] = locales;
    if (!has("locale") && (only === undefined || more.length > 0)) return { problem: { code: "language_missing" } };
    return {
      headless: false,
      rowsOf: (cells) => [{ ...rowOf(cells, cell), locale: has("locale") ? cell(cells, "locale") : (only ?? "") }],
    };
  }
  const byLanguage = languageColumns(head, { places, records, locales, own });
  if (byLanguage) {
    const { source, targets, unknown } = byLanguage;
    if (unknown !== null) return { problem: { code: "locale_unknown", line, locale: unknown.slice(0, 40) } };
    return {
      headless: false,
      rowsOf: (cells) =>
        targets.flatMap(({ at, locale }) => {
          const target = cells[at] ?? "";
          // A list of several languages has gaps.
          return target.trim() === "" ? [] : [{ ...rowOf(cells, cell), source: cells[source] ?? "", target, locale }];
        }),
    };
  }
  const [only, ...more] = locales;
  const isBare = head.length === 2 && csvColumns.every((column) => !has(column)) && names.every((name) => name !== "");
  if (isBare && only !== undefined && more.length === 0) {
    const bare = { kind: "", note: "", locale: only };
    return { headless: true, rowsOf: ([source = "", target = ""]) => [{ ...bare, source, target }] };
  }
  const columns = (["source", "locale", "target"] as const).filter((column) => !has(column));
  return { problem: isBare ? { code: "language_missing" } : { code: "columns_missing", columns } };
}

function rowOf(cells: readonly string[], cell: (cells: readonly string[], column: Column) => string): CsvRow {
  return Object.fromEntries(csvColumns.map((column) => [column, cell(cells, column)])) as CsvRow;
}

/** Null where the head does not name the shop's own language (or the source) and another one. */
function languageColumns(
  head: readonly string[],
  {
    places,
    records,
    locales,
    own,
  }: {
    places: Record<Column, number>;
    records: readonly (readonly string[])[];
    locales: readonly string[];
    own: string;
  },
): { source: number; targets: { at: number; locale: string }[]; unknown: string | null } | null {
  const taken = new Set(Object.values(places));
  const languages = head.flatMap((name, at) => {
    const isNumbered =
      records.some((cells) => /\d/.test(cells[at] ?? "")) && records.every((cells) => !/\p{L}/u.test(cells[at] ?? ""));
    const language = taken.has(at) || isNumbered ? null : languageNamed(name);
    return language === null ? [] : [{ at, name: name.trim(), language }];
  });
  const source = places.source >= 0 ? places.source : languages.find(({ language }) => fits(language, own))?.at;
  const others = languages.filter(({ at }) => at !== source);
  if (source === undefined || others.length === 0) return null;
  const found = others.map(({ at, name, language }) => ({ at, name, locale: shopsLocale(language, locales) }));
  const unknown = found.find(({ locale }) => locale === null)?.name ?? null;
  return { source, unknown, targets: found.flatMap(({ at, locale }) => (locale === null ? [] : [{ at, locale }])) };
}

const english = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard", fallback: "none" });

/** A language by its code (`pt_BR`) or its English name (`Portuguese (Brazil)`, `Terms in German`); null for other words. */
function languageNamed(head: string): string | null {
  const written = head.trim().replaceAll("_", "-");
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(written)) {
    try {
      const [code = ""] = Intl.getCanonicalLocales(written);
      return english.of(code) === undefined ? null : code;
    } catch {
      return null;
    }
  }
  return namedInEnglish.get(written.toLowerCase()) ?? null;
}

const usual =
  "ar bg cs da de el en es et fi fr he hi hr hu id is it ja ko lt lv ms nb nl no pl pt pt-BR pt-PT ro ru sk sl sr sv th tr uk vi zh zh-CN zh-TW".split(
    " ",
  );
const namedInEnglish: ReadonlyMap<string, string> = new Map(
  usual.map((code) => [(english.of(code) ?? code).toLowerCase(), code]),
);

/** `de` is `de-AT` where that is the shop's only German, and the other way round. */
function shopsLocale(language: string, locales: readonly string[]): string | null {
  const exact = locales.find((locale) => locale.toLowerCase() === language.toLowerCase());
  const [near, ...more] = locales.filter((locale) => fits(language, locale));
  return exact ?? (more.length === 0 ? (near ?? null) : null);
}

function fits(one: string, other: string): boolean {
  return one.split("-")[0]?.toLowerCase() === other.split("-")[0]?.toLowerCase();
}
