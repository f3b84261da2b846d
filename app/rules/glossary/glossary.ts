import { z } from "zod";
import { boundedList } from "../../lib/bounded-list.ts";

const word = z
  .string()
  .trim()
  .min(1, "Enter a word.")
  .max(100, "Use at most 100 characters for one word.")
  .regex(/[\p{L}\p{N}]/u, "Enter a word with letters or digits.");

const termSchema = z.strictObject({
  /** to the letter as texts are to write it */
  term: word,
  /** what texts must not write in its place */
  never: boundedList(word, 20, "List at most 20 spellings beside one word.").default([]),
});

/** Enough for a shop's vocabulary; a prompt carries only what concerns the product. */
export const maxTerms = 1_000;

/** All words of a glossary with their spellings. */
export const maxGlossaryChars = 200_000;

export function glossaryChars(glossary: Glossary): number {
  return glossary.reduce((sum, { term, never }) => sum + term.length + never.join("").length, 0);
}

export const glossarySchema = boundedList(termSchema, maxTerms, "A glossary holds at most 1,000 words.");

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

/**
 * Where a glossary contradicts itself, in words for the person who saves it; null when it does not. A spelling of the word
 * itself may be listed under `never`: it is found anyway.
 */
export function contradictionOf(glossary: Glossary): string | null {
  const rowOf = new Map<string, number>();
  for (const [row, { term }] of glossary.entries()) {
    const key = spellingKey(term);
    const earlier = rowOf.get(key);
    if (earlier !== undefined) return `"${term}" stands in the glossary twice: rows ${earlier + 1} and ${row + 1}.`;
    rowOf.set(key, row);
  }
  for (const [row, { never }] of glossary.entries()) {
    for (const variant of never) {
      const other = rowOf.get(spellingKey(variant));
      if (other !== undefined && other !== row) {
        return `Row ${row + 1} forbids "${variant}", which row ${other + 1} asks for. Change one of them.`;
      }
    }
  }
  return null;
}
