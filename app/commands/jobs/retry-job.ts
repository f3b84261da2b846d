import { z } from "zod";
import { reserveRetry } from "../../credits/reserve-run.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { retryFailedItems } from "../../jobs/retry-failed.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { keepWhoSetsGoing } from "../../publishing/set-going.ts";
import { defineCommand } from "../command.ts";
import { assertMayRun } from "./assert-may-run.ts";
import type { Retried } from "./retried.ts";

/** Tries all failed items of a job again. */
export const retryJob = defineCommand({
  name: "job.retry",
  kind: "writing",
  rate: "work",
  input: z.object({ jobId: jobIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { jobId }): Promise<Retried> {
    const { shop, by } = asker;
    const job = await assertMayRun(deps, asker, jobId);
    await reserveRetry(deps, { shop, jobId, items: job?.failed ?? 0 });
    if (job && job.failed > 0) await keepWhoSetsGoing(deps, { shop, jobId, by });
    const items = await retryFailedItems(deps, { shop, jobId });
    return items > 0 ? { kind: "retrying", items } : { kind: "nothing_failed" };
  },
});
