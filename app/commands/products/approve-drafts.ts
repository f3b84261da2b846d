import { z } from "zod";
import { productsInState } from "../../catalog/select-products.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { approveVersions } from "../../versions/approve-versions.ts";
import { defineCommand } from "../command.ts";
import { localesSchema, marketsSchema, targetsOf } from "./asked-locales.ts";
import { leftOutOf, selectedOwners, selectionSchema } from "./selection.ts";

/** In a conflict there may be drafts of other texts. */
const withDrafts = ["needs_review", "warned", "blocked", "conflict"] as const;

/** `leftOut`: products that were named, but are not in the shop */
type Result = { kind: "approved"; approved: number; blocked: number; leftOut: number };

/**
 * Approves all drafts of the chosen products but those that a check blocks, or of those products alone in which nothing is found:
 * in the shop's own language, or in others.
 */
export const approveDrafts = defineCommand({
  name: "products.approve",
  kind: "texts",
  rate: "anything",
  needs: "approve",
  input: z.object({
    selection: selectionSchema,
    /** true: products with a finding that nobody kept stay as they are */
    withoutFindings: z.boolean().optional(),
    locales: localesSchema,
    markets: marketsSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, asked): Promise<Result> {
    const { selection, withoutFindings } = asked;
    const targets = await targetsOf(deps, shop, asked.locales, asked.markets);
    const total = { approved: 0, blocked: 0, selected: 0 };
    for await (const some of selectedOwners(deps, shop, selection)) {
      for (const target of targets) {
        const waiting = withoutFindings ? (["needs_review"] as const) : withDrafts;
        const productIds = await deps.db.do(productsInState(shop, some, waiting, target));
        const { approved, blocked } = await approveVersions(deps, { shop, productIds, target, by, onlyClean: true });
        total.approved += approved;
        total.blocked += blocked;
      }
      total.selected += some.length;
    }
    const { approved, blocked, selected } = total;
    return { kind: "approved", approved, blocked, leftOut: leftOutOf(selection, selected) };
  },
});
