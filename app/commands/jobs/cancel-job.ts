import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { hurryCarrier } from "../../generation/batch/hurry-carrier.ts";
import { cancelJob as cancel } from "../../jobs/cancel-job.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { assertMayRun } from "./assert-may-run.ts";

/** `finished`: it had ended before, nothing was cancelled */
type Result = { kind: "cancelling" } | { kind: "finished" };

/** Ends a job; what it has done stays. */
export const cancelJob = defineCommand({
  name: "job.cancel",
  kind: "writing",
  rate: "work",
  input: z.object({ jobId: jobIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { jobId }): Promise<Result> {
    const { shop } = asker;
    await assertMayRun(deps, asker, jobId);
    if (!(await cancel(deps, { shop, jobId }))) return { kind: "finished" };
    await hurryCarrier(deps, { shop, jobId });
    return { kind: "cancelling" };
  },
});
