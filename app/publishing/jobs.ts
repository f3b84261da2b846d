import { z } from "zod";
import { defineJob } from "../jobs/task.ts";
import { productIdSchema } from "../lib/brand.ts";
import { targetSchema } from "../texts/target.ts";

/** One writer per product, whatever the kind of job. */
const productWriteGroup = "product-write";

/** Publishes the approved texts of one product per item, for one target or several. */
export const publishJob = defineJob({
  kind: "publish",
  needs: ["shopify"],
  payload: z.object({
    contentTypes: z.array(z.string()).optional(),
    /** languages and markets, one after the other; absent: the shop's own pages */
    targets: z.array(targetSchema).optional(),
    createdBy: z.string().optional(),
    /** who tried it again or let it go on, since it last ended */
    setGoingBy: z.array(z.string()).optional(),
  }),
  item: z.object({ productId: productIdSchema }),
  exclusiveGroup: productWriteGroup,
});

/** Brings back what the shop showed before one write-back per item. */
export const undoJob = defineJob({
  kind: "undo",
  needs: ["shopify"],
  payload: z.object({
    createdBy: z.string().optional(),
    /** for whom what comes back was published; absent: for the shop's own pages */
    targets: z.array(targetSchema).optional(),
  }),
  item: z.object({ productId: productIdSchema, writeBackId: z.string() }),
  exclusiveGroup: productWriteGroup,
});

/** Finds out for one product per item what became of writes whose answer never came. */
export const checkWritesJob = defineJob({
  kind: "check-writes",
  needs: ["shopify"],
  payload: z.object({}),
  item: z.object({ productId: productIdSchema }),
  // A write under way is not taken for one without an answer.
  exclusiveGroup: productWriteGroup,
});
