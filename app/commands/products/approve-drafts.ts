import { z } from "zod";
import { productsInState } from "../../catalog/select-products.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { approveVersions } from "../../versions/approve-versions.ts";
import { defineCommand } from "../command.ts";
import { leftOutOf, selectedProducts, selectionSchema } from "./selection.ts";

/** `leftOut`: products that were named, but are not in the shop */
type Result = { kind: "approved"; approved: number; blocked: number; leftOut: number };

/** Approves all drafts of the chosen products but those that a check blocks, or of those products alone in which nothing is found. */
export const approveDrafts = defineCommand({
  name: "products.approve",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({
    selection: selectionSchema,
    /** true: products with a finding that nobody kept stay as they are */
    withoutFindings: z.boolean().optional(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { selection, withoutFindings }): Promise<Result> {
    const total = { approved: 0, blocked: 0, selected: 0 };
    for await (const some of selectedProducts(deps, shop, selection)) {
      const productIds = withoutFindings ? await deps.db.do(productsInState(shop, some, ["needs_review"])) : some;
      const { approved, blocked } = await approveVersions(deps, { shop, productIds, by, onlyClean: true });
      total.approved += approved;
      total.blocked += blocked;
      total.selected += some.length;
    }
    const { approved, blocked, selected } = total;
    return { kind: "approved", approved, blocked, leftOut: leftOutOf(selection, selected) };
  },
});
