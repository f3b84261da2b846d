import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { creditRuns, modelAnswers } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";

export interface CallFigures {
  calls: number;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  /** of the calls whose price was known */
  costNanos: number;
  unpricedCalls: number;
}

export interface RunFigures extends CallFigures {
  /** credits booked and not refunded */
  credits: number;
  /** credits kept for what may still be done are not in it */
  itemCredits: number;
}

// Items of one run may cost less than what was kept for each. After months its entries are in the sum of a day.
const bookedSql = `SELECT job_id AS jobId, -sum(credits) AS credits FROM credit_entries
  WHERE shop = @shop AND job_id IN (SELECT value FROM json_each(@jobIds)) GROUP BY job_id`;

/** What the ledger holds of each job; jobs without an entry are left out. */
function* bookedCredits(shop: string, jobIds: readonly string[]): Steps<Map<string, number>> {
  const rows = yield* all<{ jobId: string; credits: number }>(bookedSql, { shop, jobIds: JSON.stringify(jobIds) });
  return new Map(rows.map(({ jobId, credits }) => [jobId, Number(credits)]));
}

/** What a job has cost so far, or null when it costs nothing. */
export async function readRun(
  { db }: { db: Db },
  { shop, jobId }: { shop: ShopDomain; jobId: JobId },
): Promise<RunFigures | null> {
  const [run] = await db.orm
    .select()
    .from(creditRuns)
    .where(and(eq(creditRuns.shop, shop), eq(creditRuns.jobId, jobId)));
  if (!run) return null;
  const { calls, tokensIn, tokensCached, tokensOut, costNanos, unpricedCalls, itemCredits, charged } = run;
  return {
    calls,
    tokensIn,
    tokensCached,
    tokensOut,
    costNanos,
    unpricedCalls,
    itemCredits,
    credits: (await db.do(bookedCredits(shop, [jobId]))).get(jobId) ?? charged * itemCredits,
  };
}

/** What each of some jobs has cost so far; jobs that cost nothing are left out. */
export async function readRuns(
  { db }: { db: Db },
  { shop, jobIds }: { shop: ShopDomain; jobIds: readonly string[] },
): Promise<Map<string, Pick<RunFigures, "credits" | "calls" | "costNanos" | "unpricedCalls">>> {
  const rows = await db.orm
    .select()
    .from(creditRuns)
    .where(and(eq(creditRuns.shop, shop), inArray(creditRuns.jobId, [...jobIds])));
  const booked = await db.do(bookedCredits(shop, jobIds));
  return new Map(
    rows.map(({ jobId, calls, costNanos, unpricedCalls, charged, itemCredits }) => [
      jobId,
      { calls, costNanos, unpricedCalls, credits: booked.get(jobId) ?? charged * itemCredits },
    ]),
  );
}

/** What the named items of a job have cost so far; items without a call are left out. */
export async function readItemCosts(
  { db }: { db: Db },
  { shop, jobId, seqs }: { shop: ShopDomain; jobId: JobId; seqs: readonly number[] },
): Promise<Map<number, CallFigures>> {
  const rows = await db.orm
    .select({
      seq: modelAnswers.itemSeq,
      calls: sql<number>`count(*)`,
      tokensIn: sql<number>`sum(${modelAnswers.tokensIn})`,
      tokensCached: sql<number>`sum(${modelAnswers.tokensCached})`,
      tokensOut: sql<number>`sum(${modelAnswers.tokensOut})`,
      costNanos: sql<number>`coalesce(sum(${modelAnswers.costNanos}), 0)`,
      unpricedCalls: sql<number>`sum(CASE WHEN ${modelAnswers.costNanos} IS NULL THEN 1 ELSE 0 END)`,
    })
    .from(modelAnswers)
    .where(and(eq(modelAnswers.shop, shop), eq(modelAnswers.jobId, jobId), inArray(modelAnswers.itemSeq, [...seqs])))
    .groupBy(modelAnswers.itemSeq);
  return new Map(rows.map(({ seq, ...figures }) => [seq, figures]));
}
