import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { shops } from "../db/schema/index.ts";
import { type Locale, localeSchema, type ShopDomain } from "../lib/brand.ts";

/** The language that texts are written in: the shop's primary one. */
export async function readWritingLocale({ db }: { db: Db }, shop: ShopDomain): Promise<Locale> {
  const [row] = await db.orm.select({ locale: shops.primaryLocale }).from(shops).where(eq(shops.shop, shop));
  return localeSchema.parse(row?.locale ?? "en");
}
