import { z } from "zod";
import { productIdSchema } from "../../lib/brand.ts";
import { resolveConflict } from "../../publishing/resolve-conflict.ts";
import type { EditDeps } from "../../versions/edit-version.ts";
import { defineCommand } from "../command.ts";
import { type Stale, stale } from "../results.ts";
import { askedTarget, forWhom } from "./asked-target.ts";
import { shownTextSchema, slotNameSchema } from "./texts-input.ts";

type Result = { kind: "decided" } | Stale;

/** Decides which text holds where the shop's own changed meanwhile. Nothing is written to the shop. */
export const decideConflict = defineCommand({
  name: "product.resolve",
  kind: "texts",
  rate: "texts",
  needs: "approve",
  input: z.object({
    productId: productIdSchema,
    contentType: slotNameSchema,
    ...forWhom,
    /** theirs: the live text stays; ours: our text may replace it */
    keep: z.enum(["theirs", "ours"]),
    /** of the conflict as the asker saw it */
    detectedAt: z.number().optional(),
    shown: shownTextSchema,
  }),
  async run(
    deps: EditDeps,
    { shop, by },
    { productId, contentType, keep, detectedAt, shown, ...whom },
  ): Promise<Result> {
    const target = await askedTarget(deps, shop, whom);
    const decision = { kind: keep };
    const conflict = { shop, productId, contentType, target, decision, by, detectedAt, source: shown?.source };
    const { kind } = await resolveConflict(deps, conflict);
    return kind === "settled" ? stale : { kind: "decided" };
  },
});
