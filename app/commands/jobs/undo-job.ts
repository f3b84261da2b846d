import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type JobId, jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startUndo } from "../../publishing/start-undo.ts";
import { defineCommand } from "../command.ts";

/** Puts the texts back that a job's publications replaced. */
export const undoJob = defineCommand({
  name: "job.undo",
  kind: "publishing",
  rate: "anything",
  needs: "publish",
  input: z.object({ jobId: jobIdSchema }),
  async run(
    deps: { db: Db; clock: Clock } & Acted,
    { shop, by },
    { jobId },
  ): Promise<{ kind: "started"; jobId: JobId }> {
    return { kind: "started", jobId: await startUndo(deps, { shop, jobId, createdBy: by }) };
  },
});
