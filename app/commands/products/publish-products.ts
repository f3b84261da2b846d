import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { JobId } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { startPublishing } from "../../publishing/start-publishing.ts";
import { defineCommand } from "../command.ts";
import { allSelected, leftOutOf, selectionSchema } from "./selection.ts";

type Result =
  /** `leftOut`: products that were named, but are not in the shop */
  { kind: "started"; jobId: JobId; products: number; leftOut: number } | { kind: "no_product" };

/** Writes the approved texts of the chosen products to the shop. */
export const publishProducts = defineCommand({
  name: "products.publish",
  kind: "publishing",
  rate: "anything",
  needs: "publish",
  input: z.object({ selection: selectionSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { selection }): Promise<Result> {
    const productIds = await allSelected(deps, shop, selection);
    const products = productIds.length;
    if (products === 0) return { kind: "no_product" };
    const jobId = await startPublishing(deps, { shop, productIds, createdBy: by });
    return { kind: "started", jobId, products, leftOut: leftOutOf(selection, products) };
  },
});
