import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { productIdSchema } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { allInState } from "../../versions/all-in-state.ts";
import { rejectVersion } from "../../versions/reject-version.ts";
import { defineCommand } from "../command.ts";
import { type NotFound, notFound } from "../results.ts";
import { hasTexts } from "./has-texts.ts";
import { versionIdSchema } from "./texts-input.ts";

type Result =
  | { kind: "rejected" }
  /** a newer text took its place: nothing was rejected */
  | { kind: "superseded" }
  /** nothing was rejected: the shop has no such product, or the text is another product's */
  | NotFound;

/** Rejects a draft, with a reason that later texts learn from. One that was rejected before is as good as rejected now. */
export const rejectText = defineCommand({
  name: "product.reject",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({
    productId: productIdSchema,
    versionId: versionIdSchema,
    reason: z.string().max(1_000).optional(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { productId, versionId, reason }): Promise<Result> {
    if (!(await hasTexts(deps, { shop, productId, versionIds: [versionId] }))) return notFound;
    const rejected = await rejectVersion(deps, { shop, versionId, by, reason });
    const done = rejected || (await allInState(deps, { shop, versionIds: [versionId], state: "rejected" }));
    return { kind: done ? "rejected" : "superseded" };
  },
});
