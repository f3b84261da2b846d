import { z } from "zod";
import { all, many, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { ExaminerVerdict } from "../../quality/evidence/examiner-verdict.ts";

const keptSchema = z.object({
  says: z.enum(["entailed", "contradicted", "not_stated", "no_claim"]),
  quotes: z.array(z.object({ fact: z.string(), quote: z.string() })),
});

const selectSql = `SELECT question, verdict FROM examinations
  WHERE shop = @shop AND question IN (SELECT value FROM json_each(@questions))`;
// Asked twice at once, the first answer counts: both are true of the same question.
const insertSql = `INSERT INTO examinations (shop, question, verdict, examined_at)
  VALUES (@shop, @question, @verdict, @now) ON CONFLICT (shop, question) DO NOTHING`;

/**
 * What was said before.
 * @param questions sentence → the digest of what would be asked
 */
export function* readExaminations(
  shop: ShopDomain,
  questions: ReadonlyMap<string, string>,
): Steps<Map<string, ExaminerVerdict>> {
  const rows = yield* all<{ question: string; verdict: string }>(selectSql, {
    shop,
    questions: JSON.stringify([...questions.values()]),
  });
  const kept = new Map(rows.map(({ question, verdict }) => [question, verdict]));
  const verdicts = new Map<string, ExaminerVerdict>();
  for (const [sentence, question] of questions) {
    const verdict = kept.get(question);
    if (verdict === undefined) continue;
    const { says, quotes } = keptSchema.parse(JSON.parse(verdict));
    verdicts.set(sentence, { sentence, verdict: says, quotes });
  }
  return verdicts;
}

/** Keeps what was said: a step of a transaction. @param questions as for {@link readExaminations} */
export function* keepExaminations(
  shop: ShopDomain,
  {
    questions,
    verdicts,
    now,
  }: {
    questions: ReadonlyMap<string, string>;
    verdicts: ReadonlyMap<string, ExaminerVerdict>;
    now: number;
  },
): Steps<void> {
  const rows = [...verdicts].flatMap(([sentence, { verdict: says, quotes }]) => {
    const question = questions.get(sentence);
    return question === undefined ? [] : [{ shop, question, verdict: JSON.stringify({ says, quotes }), now }];
  });
  yield* many(insertSql, rows);
}
