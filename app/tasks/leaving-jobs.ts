import { z } from "zod";
import { defineJob } from "../jobs/task.ts";

/** The payload of a job that a notice of a shop's leaving led to; `noticeAt` is when it left, by Shopify's clock. */
const noticeSchema = z.object({ noticeAt: z.number().nullable().default(null) });
export type Notice = z.infer<typeof noticeSchema>;

/** After `app/uninstalled`: finds out whether the shop really left, and ends its work then. */
export const confirmUninstallJob = defineJob({
  kind: "confirm-uninstall",
  needs: ["shopify"],
  // Data of a shop that left is erased, however long Shopify is away.
  neverGivesUp: true,
  payload: noticeSchema,
  item: z.null(),
});

/** After `shop/redact`: removes all that is known of a shop that has left. */
export const forgetShopJob = defineJob({
  kind: "forget-shop",
  needs: ["shopify"],
  // Data of a shop that left is erased, however long Shopify is away.
  neverGivesUp: true,
  payload: noticeSchema,
  item: z.null(),
});
