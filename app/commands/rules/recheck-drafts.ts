import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { draftsBehind, openRecheck } from "../../versions/drafts-behind.ts";
import { startRecheck } from "../../versions/recheck-drafts-job.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { rulesTextSchema } from "./rules-input.ts";

type Result =
  | { kind: "started"; jobId: JobId; drafts: number }
  /** all of them were checked by these rules */
  | { kind: "nothing" }
  /** somebody asked for it already */
  | { kind: "under_way" }
  | NotFound;

/** Checks the drafts again that were checked by earlier states of these rules. Free; texts stay as they are. Checks by other rules may run beside it. */
export const recheckDrafts = defineCommand({
  name: "config.recheck",
  kind: "rules",
  rate: "work",
  input: z.object({ configId: rulesTextSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { configId }): Promise<Result> {
    const rules = await readConfig(deps, { shop, id: configId });
    if (!rules) return notFound;
    if (await deps.db.do(openRecheck(shop, configId))) return { kind: "under_way" };
    const { drafts, productIds } = await deps.db.do(draftsBehind(shop, { configId, digest: rules.digest }));
    if (drafts === 0) return { kind: "nothing" };
    const jobId = await startRecheck(deps, { shop, productIds, by, rules: { configId, digest: rules.digest } });
    return { kind: "started", jobId, drafts };
  },
});
