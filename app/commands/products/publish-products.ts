import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { JobId, ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import type { Target } from "../../texts/target.ts";
import { approvedOfProducts } from "../../versions/approved-of-products.ts";
import { defineCommand } from "../command.ts";
import { localesSchema, marketsSchema, targetsOf } from "./asked-locales.ts";
import { allOwners, allSelected, leftOutOf, selectionSchema } from "./selection.ts";

type Result =
  /** `leftOut`: products that were named, but are not in the shop */
  | { kind: "started"; jobId: JobId; products: number; leftOut: number }
  | { kind: "no_product" }
  /** none of the chosen products has an approved text in one of the languages */
  | { kind: "nothing_approved" };

/** Writes the approved texts of the chosen products to the shop: in its own language, or in others. */
export const publishProducts = defineCommand({
  name: "products.publish",
  kind: "publishing",
  rate: "anything",
  needs: "publish",
  input: z.object({ selection: selectionSchema, locales: localesSchema, markets: marketsSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { selection, locales, markets }): Promise<Result> {
    const targets = await targetsOf(deps, shop, locales, markets);
    const chosen = await (locales === undefined ? allSelected : allOwners)(deps, shop, selection);
    if (chosen.length === 0) return { kind: "no_product" };
    const leftOut = leftOutOf(selection, chosen.length);
    if (locales === undefined) {
      const jobId = await startPublishing(deps, { shop, productIds: chosen, createdBy: by });
      return { kind: "started", jobId, products: chosen.length, leftOut };
    }
    const productIds = await approvedAmong(deps, shop, chosen, targets);
    const products = productIds.length;
    if (products === 0) return { kind: "nothing_approved" };
    const jobId = await startPublishing(deps, { shop, productIds, targets, createdBy: by });
    return { kind: "started", jobId, products, leftOut };
  },
});

const chunkProducts = 1_000;

/** Those with an approved text for one of the targets, in the order given. */
async function approvedAmong(
  { db }: { db: Db },
  shop: ShopDomain,
  chosen: readonly ProductId[],
  targets: readonly Target[],
): Promise<ProductId[]> {
  const approved = new Set<string>();
  for (let from = 0; from < chosen.length; from += chunkProducts) {
    const productIds = chosen.slice(from, from + chunkProducts);
    for (const target of targets) {
      const rows = await db.do(approvedOfProducts({ shop, target, productIds }));
      for (const { productId } of rows) approved.add(productId);
    }
  }
  return chosen.filter((id) => approved.has(id));
}
