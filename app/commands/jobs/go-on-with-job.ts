import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { goOnWithJob as goOn } from "../../jobs/hold-job.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { keepWhoSetsGoing } from "../../publishing/set-going.ts";
import { defineCommand } from "../command.ts";
import { assertMayRun } from "./assert-may-run.ts";

/** Lets a held job go on with the rest of its items, by the rules that hold now. */
export const goOnWithJob = defineCommand({
  name: "job.go_on",
  kind: "writing",
  rate: "work",
  input: z.object({ jobId: jobIdSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { jobId }): Promise<{ kind: "going_on" | "not_held" }> {
    const { shop, by } = asker;
    const job = await assertMayRun(deps, asker, jobId);
    if (job && job.heldAt !== null) await keepWhoSetsGoing(deps, { shop, jobId, by });
    return { kind: (await goOn(deps, { shop, jobId })) ? "going_on" : "not_held" };
  },
});
