import { forgetShop } from "../db/forget-shop.ts";
import type { Db } from "../db/open.ts";
import { eraseShopJob } from "../workplace/erase-shop.ts";
import { defineTask } from "./define-task.ts";

/** Removes all that is kept of a shop. The job removes itself with the rest, so its settle finds no row, as intended. */
export function createEraseTask({ db }: { db: Db }) {
  return defineTask(eraseShopJob, async (context) => {
    await context.assertStillWanted();
    await forgetShop({ db }, context.shop);
    return { outcome: "done" };
  });
}
