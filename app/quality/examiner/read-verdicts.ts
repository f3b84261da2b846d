import { z } from "zod";
import type { ExaminerVerdict } from "../evidence/examiner-verdict.ts";

/** More quotes of one sentence than it can lean on are no quotes. */
const maxQuotes = 12;

const verdictSchema = z.object({
  n: z.coerce.number().int(),
  says: z.enum(["entailed", "contradicted", "not_stated", "no_claim"]),
  quotes: z
    .array(z.object({ fact: z.string().max(20), quote: z.string().max(2_000) }))
    .max(maxQuotes)
    .catch([]),
});

const answerSchema = z.object({ verdicts: z.array(z.unknown()) });

/**
 * What an examiner's answer says of each sentence that it was asked about. Nothing in it is believed yet. Entries that are not of
 * the form, or about no sentence, are left out; of two about one sentence the first counts.
 * @param sentences as they were numbered, from 1
 * @returns null when the answer is none at all
 */
export function readVerdicts(json: unknown, sentences: readonly string[]): Map<string, ExaminerVerdict> | null {
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) return null;
  const verdicts = new Map<string, ExaminerVerdict>();
  for (const one of parsed.data.verdicts.slice(0, sentences.length * 2)) {
    const read = verdictSchema.safeParse(one);
    if (!read.success) continue;
    const { n, says, quotes } = read.data;
    const sentence = sentences[n - 1];
    if (sentence === undefined || verdicts.has(sentence)) continue;
    verdicts.set(sentence, { sentence, verdict: says, quotes });
  }
  return verdicts.size > 0 || sentences.length === 0 ? verdicts : null;
}
