import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { holdJob as hold } from "../../jobs/hold-job.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";
import { assertMayRun } from "./assert-may-run.ts";

/** Holds one job until somebody lets it go on. `not_running`: it has ended, is being cancelled, or is held already. */
export const holdJob = defineCommand({
  name: "job.pause",
  kind: "writing",
  rate: "work",
  input: z.object({ jobId: jobIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { jobId }): Promise<{ kind: "held" | "not_running" }> {
    const { shop } = asker;
    await assertMayRun(deps, asker, jobId);
    return { kind: (await hold(deps, { shop, jobId })) ? "held" : "not_running" };
  },
});
