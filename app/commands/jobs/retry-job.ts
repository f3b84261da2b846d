import { z } from "zod";
import { reserveRetry } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { readJob } from "../../jobs/read-jobs.ts";
import { retryFailedItems } from "../../jobs/retry-failed.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import type { Retried } from "./retried.ts";

/** Tries all failed items of a job again. */
export const retryJob = defineCommand({
  name: "job.retry",
  kind: "writing",
  rate: "work",
  input: z.object({ jobId: jobIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop }, { jobId }): Promise<Retried> {
    const job = await readJob(deps, { shop, jobId });
    await reserveRetry(deps, { shop, jobId, items: job?.failed ?? 0 });
    const items = await retryFailedItems(deps, { shop, jobId });
    return items > 0 ? { kind: "retrying", items } : { kind: "nothing_failed" };
  },
});
