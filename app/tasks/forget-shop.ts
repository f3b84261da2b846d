import { z } from "zod";
import { forgetShop } from "../db/forget-shop.ts";
import type { Db } from "../db/open.ts";
import type { Task } from "../jobs/task.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { Logger } from "../lib/logger.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { shopOverview } from "../shopify/operations/index.ts";

export interface ForgetShopDeps {
  db: Db;
  admin: AdminApiFor;
  logger: Logger;
}

/**
 * Removes a shop that Shopify told us to redact. The webhook's signature covers its body only and may be a replay, so a
 * shop whose token still works is kept. The job removes itself with the rest, so its settle finds no row, as intended.
 */
export function createForgetShopTask({ db, admin, logger }: ForgetShopDeps): Task<Record<string, never>, null> {
  return {
    kind: "forget-shop",
    needs: ["shopify"],
    // Data of a shop that left is erased, however long Shopify is away.
    neverGivesUp: true,
    payload: z.object({}),
    item: z.null(),
    async run(context) {
      if (await stillInstalled(admin, context.shop)) {
        logger.warn({ shop: context.shop }, "a request to forget an installed shop was refused");
        return {
          outcome: "failed",
          code: "still_installed",
          message: "The app is installed on this shop, so its data is kept.",
        };
      }
      await context.assertStillWanted();
      await forgetShop({ db }, context.shop);
      return { outcome: "done" };
    },
  };
}

/** Asks the shop itself. An outage is thrown, so that the item is tried again later instead of deleting on a guess. */
export async function stillInstalled(admin: AdminApiFor, shop: Parameters<AdminApiFor>[0]): Promise<boolean> {
  try {
    await admin(shop).run(shopOverview, {});
    return true;
  } catch (error) {
    if (isOperationalError(error) && error.code === "shopify_needs_reauth") return false;
    throw error;
  }
}
