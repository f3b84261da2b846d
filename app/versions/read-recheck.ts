import { z } from "zod";
import { all, get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { recheckDraftsJob } from "./recheck-drafts-job.ts";

/** What came of a check of drafts. */
export interface RecheckOutcome {
  jobId: string;
  drafts: number;
  /** of them, by the rules of now */
  blocked: number;
  /** of them, those in which something else was found than before */
  differ: number;
  /** products whose drafts could not be checked, or were not since somebody stopped it */
  left: number;
}

const resultSchema = z.object({ drafts: z.number(), blocked: z.number(), differ: z.number() });

const lastSql = `SELECT id, failed, cancelled FROM jobs
  WHERE shop = @shop AND created_at >= @since AND kind = @kind AND finished_at IS NOT NULL
    AND json_extract(payload, '$.configId') = @configId AND json_extract(payload, '$.digest') = @digest
  ORDER BY created_at DESC, id DESC LIMIT 1`;
const resultsSql = `SELECT result FROM job_items
  WHERE job_id = @jobId AND shop = @shop AND status = 'done' AND result IS NOT NULL`;

/** The last check of drafts that was asked for with these rules as they are now; null where none ended. @param of.since epoch ms */
export function* readRecheck(
  shop: ShopDomain,
  of: { configId: string; digest: string; since: number },
): Steps<RecheckOutcome | null> {
  const job = yield* get<{ id: string; failed: number; cancelled: number }>(lastSql, {
    ...{ shop, kind: recheckDraftsJob.kind },
    ...of,
  });
  if (!job) return null;
  const outcome = { jobId: job.id, drafts: 0, blocked: 0, differ: 0, left: job.failed + job.cancelled };
  for (const { result } of yield* all<{ result: string }>(resultsSql, { shop, jobId: job.id })) {
    const { drafts, blocked, differ } = resultSchema.parse(JSON.parse(result));
    outcome.drafts += drafts;
    outcome.blocked += blocked;
    outcome.differ += differ;
  }
  return outcome;
}
