import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { shops } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** What is known of a shop, null before it opened the app. */
export type ShopRow = typeof shops.$inferSelect;

export async function readShop({ db }: { db: Db }, shop: ShopDomain): Promise<ShopRow | null> {
  const [row] = await db.orm.select().from(shops).where(eq(shops.shop, shop));
  return row ?? null;
}
