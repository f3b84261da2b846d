import { z } from "zod";
import { summariseJob } from "../../analysis/jobs.ts";
import { importJob, importTextsJob, refreshCollectionsJob, refreshProductJob } from "../../catalog/jobs.ts";
import { classifyJob } from "../../classification/jobs.ts";
import { reserveRetry } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { writeFeedJob } from "../../feeds/feed.ts";
import { adaptJob } from "../../generation/adapt/jobs.ts";
import { generateJob, previewJob } from "../../generation/jobs.ts";
import { translateJob } from "../../generation/translate/jobs.ts";
import { checkLiveTextsJob } from "../../health/start-check.ts";
import { listFailedJobs } from "../../jobs/list-failed.ts";
import { retryFailedItems } from "../../jobs/retry-failed.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { publishJob, undoJob } from "../../publishing/jobs.ts";
import { keepWhoSetsGoing } from "../../publishing/set-going.ts";
import { markLiveTextsJob } from "../../quality/near-duplicates/start-marking.ts";
import { recheckDraftsJob } from "../../versions/recheck-drafts-job.ts";
import { defineCommand } from "../command.ts";
import { assertMayRun, assertMayRunKind } from "./assert-may-run.ts";
import type { Retried } from "./retried.ts";

/** Kinds of work that a shop's people may try again; the rest is the operator's. */
export const retryableKinds = [
  generateJob.kind,
  translateJob.kind,
  adaptJob.kind,
  classifyJob.kind,
  publishJob.kind,
  undoJob.kind,
  importJob.kind,
  importTextsJob.kind,
  previewJob.kind,
  recheckDraftsJob.kind,
  summariseJob.kind,
  writeFeedJob.kind,
  refreshProductJob.kind,
  refreshCollectionsJob.kind,
  markLiveTextsJob.kind,
  checkLiveTextsJob.kind,
] as const;

const itemSchema = z.object({ jobId: jobIdSchema, seq: z.number().int().min(0) });
const input = z.union([
  z.object({ items: z.array(itemSchema).min(1).max(100) }),
  z.object({
    kind: z.enum(retryableKinds),
    /** the reason they failed for; null: those without a code */
    code: z.string().nullable(),
    /** absent: of all jobs */
    jobId: jobIdSchema.optional(),
  }),
]);

/** Tries failed work again: the named items, or all of a kind and reason. */
export const retryFailedWork = defineCommand({
  name: "failed.retry",
  kind: "writing",
  rate: "work",
  input,
  async run(deps: { db: Db; clock: Clock } & Acted, asker, asked): Promise<Retried> {
    const { shop, by } = asker;
    if ("kind" in asked) await assertMayRunKind(deps, asker, asked.kind);
    const code = "items" in asked ? undefined : asked.code;
    let retried = 0;
    const jobs = await jobsOf(deps, shop, asked);
    // All are looked at before the first is tried: all or nothing.
    for (const { jobId } of jobs) await assertMayRun(deps, asker, jobId);
    for (const { jobId, items, seqs } of jobs) {
      await reserveRetry(deps, { shop, jobId, items, seqs, code });
      await keepWhoSetsGoing(deps, { shop, jobId, by });
      retried += await retryFailedItems(deps, { shop, jobId, seqs, code });
    }
    return retried > 0 ? { kind: "retrying", items: retried } : { kind: "nothing_failed" };
  },
});

interface FailedOfJob {
  jobId: JobId;
  /** how many */
  items: number;
  /** absent: all of the reason */
  seqs?: number[];
}

async function jobsOf({ db }: { db: Db }, shop: ShopDomain, asked: z.output<typeof input>): Promise<FailedOfJob[]> {
  if (!("items" in asked)) return db.do(listFailedJobs({ shop, ...asked }));
  const jobs = Map.groupBy(asked.items, ({ jobId }) => jobId);
  return [...jobs].map(([jobId, items]) => ({ jobId, items: items.length, seqs: items.map(({ seq }) => seq) }));
}
