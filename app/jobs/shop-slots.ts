import type { Db } from "../db/open.ts";
import { prepared } from "./prepared.ts";

/** The schema's default of `shop_settings.concurrency`. */
const defaultSlots = 8;

/** How many items of a shop may run at once, as its people set it. */
export function slotsOfShop(db: Db, shop: string): number {
  const sql = "SELECT concurrency FROM shop_settings WHERE shop = @shop";
  return prepared<object, { concurrency: number }>(db, sql).get({ shop })?.concurrency ?? defaultSlots;
}
