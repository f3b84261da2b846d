import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { allInState } from "../../versions/all-in-state.ts";
import { approveVersions } from "../../versions/approve-versions.ts";
import { countBlockedDrafts } from "../../versions/count-blocked-drafts.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { hasTexts } from "./has-texts.ts";
import { isSome, versionIdsSchema } from "./texts-input.ts";

type Result =
  /** `blockedLeft`: drafts of the product that a check still blocks */
  | { kind: "approved"; approved: number; blockedLeft: number }
  | { kind: "approved_already" }
  /** a check blocks all of them: nothing was approved */
  | { kind: "blocked" }
  /** newer texts took their place: nothing was approved */
  | { kind: "superseded" }
  /** nothing was approved: the shop has no such product, or one of the drafts is another product's */
  | NotFound;

/** Approves named drafts of a product. A draft that a check blocks is approved only alone, with `override`. */
export const approveTexts = defineCommand({
  name: "product.approve",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({
    productId: productIdSchema,
    versionIds: versionIdsSchema.refine(isSome),
    override: z.boolean(),
  }),
  async run(
    deps: { db: Db; clock: Clock } & Acted,
    { shop, by },
    { productId, versionIds, override },
  ): Promise<Result> {
    if (!(await hasTexts(deps, { shop, productId, versionIds }))) return notFound;
    const { approved, blocked } = await approveVersions(deps, {
      shop,
      versionIds,
      by,
      onlyClean: !override,
      override,
    });
    if (approved > 0) {
      const blockedLeft = override ? 0 : await countBlockedDrafts(deps, { shop, productId });
      return { kind: "approved", approved, blockedLeft };
    }
    if (await allInState(deps, { shop, versionIds, state: "approved" })) return { kind: "approved_already" };
    return { kind: blocked > 0 ? "blocked" : "superseded" };
  },
});
