import { z } from "zod";
import { boundedList } from "../../lib/bounded-list.ts";
import { codedIssues } from "../../lib/coded-issues.ts";
import { spellingKey } from "../glossary/glossary.ts";

/**
 * What a term asks of translations. `forced`: where the source says `source`, they say `target`. `kept`: they say `source` to the letter.
 * `forbidden`: they do not say `target`, wherever it would come from; with a source, only where that says `source`. `statement`: a
 * claim or small print that was approved in that language; where the source holds `source`, they hold `target` to the letter.
 */
export const termKinds = ["forced", "kept", "forbidden", "statement"] as const;
export type TermKind = (typeof termKinds)[number];

/** One row of a language's glossary. */
export interface LocaleTerm {
  /** in the shop's own language; "" for a word that is forbidden whatever the source says */
  source: string;
  /** in the other language; "" for a word that is kept */
  target: string;
  kind: TermKind;
  /** for people; no model and no check reads it */
  note: string;
}

export type LocaleTerms = readonly LocaleTerm[];

type FieldProblem =
  | { code: "source_missing" | "target_missing" }
  /** signs only */
  | { code: "without_letters" }
  | { code: "words_too_long"; limit: number }
  | { code: "note_too_long"; limit: number };

/** Why the terms of a language were not kept. Rows are counted from 1. */
export type TermsProblem =
  | (FieldProblem & { row: number })
  | { code: "too_many_terms"; limit: number }
  | { code: "term_given_twice"; word: string; rows: [earlier: number, later: number] }
  /** what a row forbids is what another one asks for */
  | { code: "term_forbidden_and_asked_for"; word: string; row: number; other: number }
  /** all words of a language */
  | { code: "terms_too_long"; limit: number; length: number }
  | { code: "not_terms" };

const maxTermChars = 100;
const maxStatementChars = 500;
const maxNoteChars = 300;
/** In one language. */
export const maxLocaleTerms = 1_000;
/** All words and statements of one language. */
export const maxLocaleTermsChars = 200_000;

const issues = codedIssues<FieldProblem | Extract<TermsProblem, { code: "too_many_terms" }>>();

const line = z.string().transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim());

const termSchema = z
  .strictObject({
    source: line,
    target: line,
    kind: z.enum(termKinds),
    note: line.default(""),
  })
  .transform((term) => (term.kind === "kept" ? { ...term, target: "" } : term))
  .superRefine((term, context) => {
    const problem = problemOf(term);
    if (problem) context.addIssue({ code: "custom", message: issues.as(problem) });
  });

function problemOf({ source, target, kind, note }: LocaleTerm): FieldProblem | null {
  if (source === "" && kind !== "forbidden") return { code: "source_missing" };
  if (target === "" && kind !== "kept") return { code: "target_missing" };
  if ([source, target].some((words) => words !== "" && !/[\p{L}\p{N}]/u.test(words)))
    return { code: "without_letters" };
  const limit = kind === "statement" ? maxStatementChars : maxTermChars;
  if (source.length > limit || target.length > limit) return { code: "words_too_long", limit };
  return note.length > maxNoteChars ? { code: "note_too_long", limit: maxNoteChars } : null;
}

export const localeTermsSchema = boundedList(
  termSchema,
  maxLocaleTerms,
  issues.as({ code: "too_many_terms", limit: maxLocaleTerms }),
);

/**
 * What a row is about: two rows of a language with the same subject would say two things of one. A forbidden word is its own subject.
 */
export function subjectOf({ source, target, kind }: Pick<LocaleTerm, "source" | "target" | "kind">): string {
  return kind === "forbidden" ? `- ${wordsKey(target)} ${wordsKey(source)}` : `+ ${wordsKey(source)}`;
}

function wordsKey(words: string): string {
  return words.normalize("NFKC").toLowerCase();
}

/** The terms of one language as they are kept, or the first thing that is wrong with them. */
export function readTerms(sent: unknown): { terms: LocaleTerms } | { problem: TermsProblem } {
  const parsed = localeTermsSchema.safeParse(sent);
  if (!parsed.success) return { problem: problemOfIssues(parsed.error) };
  const terms = parsed.data;
  const problem = contradictionOf(terms);
  return problem ? { problem } : { terms };
}

export function termsChars(terms: LocaleTerms): number {
  return terms.reduce((sum, { source, target, note }) => sum + source.length + target.length + note.length, 0);
}

function problemOfIssues({ issues: [first] }: z.ZodError): TermsProblem {
  const problem = issues.of(first);
  const row = first?.path[0];
  if (!problem) return { code: "not_terms" };
  if (problem.code === "too_many_terms") return problem;
  return typeof row === "number" ? { ...problem, row: row + 1 } : { code: "not_terms" };
}

function contradictionOf(terms: LocaleTerms): TermsProblem | null {
  const rowOf = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const [row, term] of terms.entries()) {
    const subject = subjectOf(term);
    const earlier = rowOf.get(subject);
    const word = term.kind === "forbidden" ? term.target : term.source;
    if (earlier !== undefined) return { code: "term_given_twice", word, rows: [earlier + 1, row + 1] };
    rowOf.set(subject, row);
    if (term.kind === "forced") asked.set(spellingKey(term.target), row);
    if (term.kind === "kept") asked.set(spellingKey(term.source), row);
  }
  for (const [row, { kind, source, target }] of terms.entries()) {
    if (kind !== "forbidden" || source !== "") continue;
    const other = asked.get(spellingKey(target));
    if (other !== undefined) {
      return { code: "term_forbidden_and_asked_for", word: target, row: row + 1, other: other + 1 };
    }
  }
  return null;
}
