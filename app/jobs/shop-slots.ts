import { get, type Steps } from "../db/steps.ts";

/** The schema's default of `shop_settings.concurrency`. */
const defaultSlots = 8;

/** How many items of a shop may run at once, as its people set it. */
export function* slotsOfShop(shop: string): Steps<number> {
  const sql = "SELECT concurrency FROM shop_settings WHERE shop = @shop";
  return (yield* get<{ concurrency: number }>(sql, { shop }))?.concurrency ?? defaultSlots;
}
