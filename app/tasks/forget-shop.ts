import { z } from "zod";
import { forgetShop } from "../db/forget-shop.ts";
import type { Db } from "../db/open.ts";
import type { Task } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { askWhetherInstalled, type Notice, noticeSchema } from "./still-installed.ts";

export interface ForgetShopDeps {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
  logger: Logger;
}

/**
 * Removes a shop that Shopify told us to redact. The webhook's signature covers its body only and may be a replay, so a
 * shop whose token still works, or is newer than the notice, is kept. The job removes itself with the rest, so its settle finds no row, as intended.
 */
export function createForgetShopTask({ db, clock, admin, logger }: ForgetShopDeps): Task<Notice, null> {
  return {
    kind: "forget-shop",
    needs: ["shopify"],
    // Data of a shop that left is erased, however long Shopify is away.
    neverGivesUp: true,
    payload: noticeSchema,
    item: z.null(),
    async run(context, notice) {
      const answer = await askWhetherInstalled({ db, admin, clock }, context, notice);
      if (answer === "installed") {
        logger.warn({ shop: context.shop }, "a request to forget an installed shop was refused");
        return {
          outcome: "failed",
          code: "still_installed",
          message: "The app is installed on this shop, so its data is kept.",
        };
      }
      if (answer !== "gone") return answer;
      await context.assertStillWanted();
      await forgetShop({ db }, context.shop);
      return { outcome: "done" };
    },
  };
}
