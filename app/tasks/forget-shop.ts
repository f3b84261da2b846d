import { forgetShop } from "../db/forget-shop.ts";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";
import { forgetShopJob } from "./leaving-jobs.ts";
import { askWhetherInstalled } from "./still-installed.ts";

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
export function createForgetShopTask({ db, clock, admin, logger }: ForgetShopDeps) {
  return defineTask(forgetShopJob, async (context, notice) => {
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
  });
}
