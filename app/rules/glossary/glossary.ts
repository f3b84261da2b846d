import { z } from "zod";
import { boundedList } from "../../lib/bounded-list.ts";
import { codedIssues } from "../../lib/coded-issues.ts";

type WordProblem =
  | { code: "word_missing" }
  | { code: "word_too_long"; limit: number }
  /** signs only */
  | { code: "word_without_letters" }
  | { code: "too_many_spellings"; limit: number };

/** Why a glossary was not kept. Rows are counted from 1. */
export type GlossaryProblem =
  | (WordProblem & { row: number })
  | { code: "too_many_words"; limit: number }
  | { code: "word_given_twice"; word: string; rows: [earlier: number, later: number] }
  /** what a row forbids is what another one asks for */
  | { code: "word_forbidden_and_asked_for"; word: string; row: number; other: number }
  /** all words and spellings */
  | { code: "glossary_too_long"; limit: number; length: number }
  /** no list of words */
  | { code: "not_glossary" };

const maxWordChars = 100;
const maxSpellings = 20;
const issues = codedIssues<WordProblem | Extract<GlossaryProblem, { code: "too_many_words" }>>();

const word = z
  .string()
  .trim()
  .min(1, issues.as({ code: "word_missing" }))
  .max(maxWordChars, issues.as({ code: "word_too_long", limit: maxWordChars }))
  .regex(/[\p{L}\p{N}]/u, issues.as({ code: "word_without_letters" }));

const termSchema = z.strictObject({
  /** to the letter as texts are to write it */
  term: word,
  /** what texts must not write in its place */
  never: boundedList(word, maxSpellings, issues.as({ code: "too_many_spellings", limit: maxSpellings })).default([]),
});

/** Enough for a shop's vocabulary; a prompt carries only what concerns the product. */
export const maxTerms = 1_000;

/** All words of a glossary with their spellings. */
export const maxGlossaryChars = 200_000;

export function glossaryChars(glossary: Glossary): number {
  return glossary.reduce((sum, { term, never }) => sum + term.length + never.join("").length, 0);
}

export const glossarySchema = boundedList(termSchema, maxTerms, issues.as({ code: "too_many_words", limit: maxTerms }));

export type GlossaryTerm = Readonly<z.infer<typeof termSchema>>;
export type Glossary = readonly GlossaryTerm[];

export const emptyGlossary: Glossary = [];

/** Small and capital letters, spaces and hyphens set aside: `T-shirt`, `t shirt` and `Tshirt` have one key. */
export function spellingKey(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

/** The first thing that {@link glossarySchema} finds wrong. */
export function glossaryProblem({ issues: [first] }: z.ZodError): GlossaryProblem {
  const problem = issues.of(first);
  const row = first?.path[0];
  if (!problem) return { code: "not_glossary" };
  if (problem.code === "too_many_words") return problem;
  return typeof row === "number" ? { ...problem, row: row + 1 } : { code: "not_glossary" };
}

/**
 * Where a glossary contradicts itself; null where it does not. A spelling of the word
 * itself may be listed under `never`: it is found anyway.
 */
export function contradictionOf(glossary: Glossary): GlossaryProblem | null {
  const rowOf = new Map<string, number>();
  for (const [row, { term }] of glossary.entries()) {
    const key = spellingKey(term);
    const earlier = rowOf.get(key);
    if (earlier !== undefined) return { code: "word_given_twice", word: term, rows: [earlier + 1, row + 1] };
    rowOf.set(key, row);
  }
  for (const [row, { never }] of glossary.entries()) {
    for (const variant of never) {
      const other = rowOf.get(spellingKey(variant));
      if (other !== undefined && other !== row) {
        return { code: "word_forbidden_and_asked_for", word: variant, row: row + 1, other: other + 1 };
      }
    }
  }
  return null;
}
