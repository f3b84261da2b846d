import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { dismissEndFor } from "../../jobs/dismiss-end.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { defineCommand } from "../command.ts";

/** A person was told of a long run's end and does not want to be told again. It changes nothing that others see. */
export const dismissEnd = defineCommand({
  name: "job.dismiss_end",
  kind: null,
  rate: "anything",
  input: z.object({ jobId: jobIdSchema }),
  async run({ db, clock }: { db: Db; clock: Clock }, { shop, by }, { jobId }): Promise<{ kind: "dismissed" }> {
    await db.transact({ shop }, () => dismissEndFor({ shop, person: by, jobId, now: clock.now() }));
    return { kind: "dismissed" };
  },
});
