import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { approvedLosses, type Losses } from "../../versions/approved-losses.ts";
import { type ApprovedCount, countApproved } from "../../versions/count-approved.ts";
import { defineCommand } from "../command.ts";
import { localesSchema, marketsSchema, targetsOf } from "./asked-locales.ts";
import { selectedOwners, selectionSchema } from "./selection.ts";

interface Result {
  kind: "read";
  /** what it would take from the live texts; null: nothing */
  losses: Losses | null;
  /** of the chosen products */
  approved: ApprovedCount & { chosen: number };
}

/** Tells what publishing the approved texts of the chosen products would write, leave, and take from the live ones. Changes nothing. */
export const readLosses = defineCommand({
  name: "products.losses",
  kind: null,
  rate: "anything",
  input: z.object({ selection: selectionSchema, locales: localesSchema, markets: marketsSchema }),
  async run(deps: { db: Db }, { shop }, { selection, locales, markets }): Promise<Result> {
    const targets = await targetsOf(deps, shop, locales, markets);
    const approved = { products: 0, texts: 0, conflicts: 0, chosen: 0 };
    for await (const productIds of selectedOwners(deps, shop, selection)) {
      const some = await deps.db.do(countApproved(shop, productIds, targets));
      approved.products += some.products;
      approved.texts += some.texts;
      approved.conflicts += some.conflicts;
      approved.chosen += productIds.length;
    }
    const losses = await approvedLosses(deps, { shop, targets, products: selectedOwners(deps, shop, selection) });
    return { kind: "read", losses, approved };
  },
});
