import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { type JobId, productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { listWriteBacks } from "../../publishing/list-write-backs.ts";
import { startUndo } from "../../publishing/start-undo.ts";
import { defineCommand } from "../command.ts";
import { type Stale, stale } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";

type Result = { kind: "started"; jobId: JobId } | { kind: "nothing_to_undo" } | Stale;

/** Puts the texts back that the last publication of a product replaced. */
export const undoPublication = defineCommand({
  name: "product.undo",
  kind: "publishing",
  rate: "anything",
  needs: "publish",
  input: z.object({
    productId: productIdSchema,
    /** the last publication as the asker saw it */
    writeBackId: z.string().max(64).optional(),
    ...forWhom,
  }),
  async run(
    deps: { db: Db; clock: Clock } & Acted,
    { shop, by },
    { productId, writeBackId, ...whom },
  ): Promise<Result> {
    const target = await askedTarget(deps, shop, whom);
    const [last] = await listWriteBacks(deps, { shop, productId, target, limit: 1 });
    if (last && writeBackId !== undefined && last.id !== writeBackId) return stale;
    if (!last?.canUndo) return { kind: "nothing_to_undo" };
    return { kind: "started", jobId: await startUndo(deps, { shop, writeBackIds: [last.id], createdBy: by }) };
  },
});
