import { z } from "zod";
import type { ExaminerSays, ExaminerVerdict } from "../evidence/examiner-verdict.ts";

/** More quotes of one sentence than it can lean on are no quotes. */
const maxQuotes = 12;

const quotes = z
  .array(z.object({ fact: z.string().max(20), quote: z.string().max(2_000) }))
  .max(maxQuotes)
  .catch([]);
const entrySchema = z.union([
  z.object({ n: z.coerce.number().int(), quotes }),
  z.coerce
    .number()
    .int()
    .transform((n) => ({ n, quotes: [] })),
]);
const listSchema = z.array(z.unknown()).optional();
const answerSchema = z
  .object({ entailed: listSchema, contradicted: listSchema, not_stated: listSchema, no_claim: listSchema })
  .partial();

/** A sentence that is in two lists counts for the first of these: what marks it goes before what frees it. */
const order: readonly ExaminerSays[] = ["contradicted", "not_stated", "entailed", "no_claim"];

/**
 * What an examiner's answer says of each sentence that it was asked about. Nothing in it is believed yet. Entries that are not of
 * the form, or about no sentence, are left out.
 * @param sentences as they were numbered, from 1
 * @returns null when it says nothing about any of them: it is no answer
 */
export function readVerdicts(json: unknown, sentences: readonly string[]): Map<string, ExaminerVerdict> | null {
  const answer = answerSchema.safeParse(json).data ?? {};
  const verdicts = new Map<string, ExaminerVerdict>();
  for (const verdict of order) {
    for (const one of answer[verdict]?.slice(0, sentences.length * 2) ?? []) {
      const entry = entrySchema.safeParse(one).data;
      const sentence = entry && sentences[entry.n - 1];
      if (entry === undefined || sentence === undefined || verdicts.has(sentence)) continue;
      const leans = verdict === "entailed" || verdict === "contradicted";
      verdicts.set(sentence, { sentence, verdict, quotes: leans ? entry.quotes : [] });
    }
  }
  return verdicts.size > 0 ? verdicts : null;
}
