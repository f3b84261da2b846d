import { parseCsv } from "../../lib/parse-csv.ts";
import { type CsvRow, type LayoutProblem, layoutOf } from "./csv-layout.ts";
import {
  type LocaleTerm,
  type LocaleTerms,
  readTerms,
  subjectOf,
  type TermKind,
  type TermsProblem,
  termKinds,
} from "./locale-term.ts";
import type { TermsByLocale } from "./read-locale-terms.ts";

/** Why a line of a file is none. Lines are counted from 1, the head included. */
export type CsvProblem =
  | LayoutProblem
  | { code: "quote_not_closed"; line: number }
  | { code: "kind_unknown"; line: number; written: string }
  | { code: "term_wrong"; line: number; problem: TermsProblem }
  | { code: "no_terms" }
  /** beside what is there already */
  | { code: "terms_refused"; locale: string; problem: TermsProblem };

/** What somebody does with a file: its rows beside those that are there, or in the place of all those of its languages. */
export const csvModes = ["merge", "replace"] as const;
export type CsvMode = (typeof csvModes)[number];

/** What saving a file would do. Counts are of rows. */
export interface CsvChanges {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

/** A file of a thousand terms in each of twenty languages. */
export const maxCsvChars = 1_400_000;

/** Problems beyond these are not told: whoever wrote one line wrong wrote hundreds so. */
const mostCsvProblems = 20;

/** A sign that a spreadsheet would take for the beginning of a formula; ours carry an apostrophe before it. */
const guarded = /^'(?=[=+\-@＝＋－＠\t\r\n])/;

/**
 * The terms of a file by language, or what is wrong with which line: a file with one wrong line gives no terms at all.
 * What names no kind is a word to be translated so. @param locales the languages that the shop translates into
 * @param own the language of its originals
 */
export function termsOfCsv(
  file: string,
  locales: readonly string[],
  own = "en",
): { byLocale: TermsByLocale } | { problems: CsvProblem[] } {
  const parsed = parseCsv(file);
  if ("unclosed" in parsed) return { problems: [{ code: "quote_not_closed", line: parsed.unclosed }] };
  const [head = { cells: [], line: 1 }, ...below] = parsed.records;
  const layout = layoutOf(head.cells, {
    ...{ line: head.line, locales, own },
    records: below.map(({ cells }) => cells),
  });
  if ("problem" in layout) return { problems: [layout.problem] };
  const records = layout.headless ? [head, ...below] : below;
  const rows = records.flatMap(({ cells, line }) => layout.rowsOf(cells).map((row) => ({ row, line })));
  if (rows.length === 0) return { problems: [{ code: "no_terms" }] };
  const problems: CsvProblem[] = [];
  const byLocale = new Map<string, { term: LocaleTerm; line: number }[]>();
  for (const { row, line } of rows) {
    const cell = (column: keyof CsvRow) => row[column].trim().replace(guarded, "");
    const locale = locales.find((one) => sameLocale(one, cell("locale")));
    const kind = termKinds.find((one) => one === (cell("kind").toLowerCase() || "forced"));
    if (locale === undefined) problems.push({ code: "locale_unknown", line, locale: cell("locale").slice(0, 40) });
    if (kind === undefined) problems.push({ code: "kind_unknown", line, written: cell("kind").slice(0, 40) });
    if (locale === undefined || kind === undefined) continue;
    const term = termOf(cell, kind);
    byLocale.set(locale, [...(byLocale.get(locale) ?? []), { term, line }]);
  }
  for (const ofLocale of byLocale.values()) problems.push(...problemsOf(ofLocale));
  if (problems.length > 0) return { problems: problems.toSorted(byLine).slice(0, mostCsvProblems) };
  return { byLocale: new Map([...byLocale].map(([locale, ofLocale]) => [locale, termsOf(ofLocale)])) };
}

function termOf(cell: (column: keyof CsvRow) => string, kind: TermKind): LocaleTerm {
  return { source: cell("source"), target: cell("target"), kind, note: cell("note") };
}

/** `pt_BR` and `pt-br` are `pt-BR`. */
function sameLocale(one: string, other: string): boolean {
  return one.toLowerCase() === other.replaceAll("_", "-").toLowerCase();
}

/** Each row by itself first, so that all wrong ones are told; then what rows say of each other. */
function problemsOf(rows: readonly { term: LocaleTerm; line: number }[]): CsvProblem[] {
  const alone = rows.flatMap(({ term, line }): CsvProblem[] => {
    const read = readTerms([term]);
    return "problem" in read ? [{ code: "term_wrong", line, problem: read.problem }] : [];
  });
  if (alone.length > 0) return alone;
  const read = readTerms(rows.map(({ term }) => term));
  if (!("problem" in read)) return [];
  const { problem } = read;
  const lineOf = (row: number) => rows[row - 1]?.line ?? 0;
  if (problem.code === "term_given_twice") {
    const [earlier, later] = problem.rows;
    const lines: [number, number] = [lineOf(earlier), lineOf(later)];
    return [{ code: "term_wrong", line: lines[1], problem: { ...problem, rows: lines } }];
  }
  if (problem.code === "term_forbidden_and_asked_for") {
    const [row, other] = [lineOf(problem.row), lineOf(problem.other)];
    return [{ code: "term_wrong", line: row, problem: { ...problem, row, other } }];
  }
  return [{ code: "term_wrong", line: 0, problem }];
}

function termsOf(rows: readonly { term: LocaleTerm }[]): LocaleTerms {
  const read = readTerms(rows.map(({ term }) => term));
  return "terms" in read ? read.terms : [];
}

function byLine(one: CsvProblem, other: CsvProblem): number {
  return ("line" in one ? one.line : 0) - ("line" in other ? other.line : 0);
}

/**
 * What the languages of a file have once it is taken. A row that is merged takes the place of the one with the same subject.
 * @param held what they have now
 */
export function takenTerms(
  { held, file }: { held: TermsByLocale; file: TermsByLocale },
  mode: CsvMode,
): { byLocale: Record<string, LocaleTerms>; changes: CsvChanges } {
  const changes: CsvChanges = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const byLocale: Record<string, LocaleTerms> = {};
  for (const [locale, rows] of file) {
    const before = new Map((held.get(locale) ?? []).map((term) => [subjectOf(term), term]));
    const after = new Map(mode === "merge" ? before : []);
    for (const term of rows) after.set(subjectOf(term), term);
    for (const [subject, term] of after) {
      const known = before.get(subject);
      if (known === undefined) changes.added++;
      else if (isSame(known, term)) changes.unchanged++;
      else changes.changed++;
    }
    changes.removed += [...before.keys()].filter((subject) => !after.has(subject)).length;
    byLocale[locale] = [...after.values()];
  }
  return { byLocale, changes };
}

function isSame(one: LocaleTerm, other: LocaleTerm): boolean {
  const { source, target, kind, note } = one;
  return source === other.source && target === other.target && kind === other.kind && note === other.note;
}
