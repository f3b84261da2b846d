import { z } from "zod";
import { isVerified, type MeaningDifference, type Pair } from "../translation/meaning.ts";

const n = z.coerce.number().int();
const quote = z.string().max(2_000);
const list = z.array(z.unknown()).optional();
const answerSchema = z.object({ faithful: list, added: list, missing: list, changed: list }).partial();
const faithfulSchema = z.union([n, z.object({ n }).transform((one) => one.n)]);
const differenceSchemas = {
  added: z
    .object({ n, translation: quote })
    .transform((one) => said(one.n, { kind: "added", target: one.translation })),
  missing: z.object({ n, source: quote }).transform((one) => said(one.n, { kind: "missing", source: one.source })),
  changed: z
    .object({ n, source: quote, translation: quote })
    .transform((one) => said(one.n, { kind: "changed", source: one.source, target: one.translation })),
} as const;

function said(pair: number, difference: MeaningDifference): { n: number; difference: MeaningDifference } {
  return { n: pair, difference };
}

/** More differences of one piece than this say no more than that it is another text. */
const mostOfPair = 5;

/**
 * What an examiner's answer says of each pair: the differences that the program could verify, none for a faithful piece. A pair
 * of which it says nothing, or nothing that can be verified, is left out: it was not examined.
 * @param pairs as they were numbered, from 1
 * @returns null when it says nothing about any of them: it is no answer
 */
export function readDifferences(json: unknown, pairs: readonly Pair[]): Map<Pair, MeaningDifference[]> | null {
  const answer = answerSchema.safeParse(json).data ?? {};
  const most = pairs.length * mostOfPair;
  const found = new Map<Pair, MeaningDifference[]>();
  const accused = new Set<Pair>();
  for (const kind of ["changed", "added", "missing"] as const) {
    for (const one of answer[kind]?.slice(0, most) ?? []) {
      const entry = differenceSchemas[kind].safeParse(one).data;
      const pair = entry && pairs[entry.n - 1];
      if (!entry || !pair) continue;
      accused.add(pair);
      const known = found.get(pair) ?? [];
      if (known.length < mostOfPair && isVerified(entry.difference, pair))
        found.set(pair, [...known, entry.difference]);
    }
  }
  let isAnswer = accused.size > 0;
  for (const one of answer.faithful?.slice(0, most) ?? []) {
    const number = faithfulSchema.safeParse(one).data;
    const pair = number === undefined ? undefined : pairs[number - 1];
    if (!pair) continue;
    isAnswer = true;
    // What it also accuses by words that nobody wrote is neither.
    if (!accused.has(pair)) found.set(pair, []);
  }
  return isAnswer ? found : null;
}
