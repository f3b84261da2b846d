import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { shops } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { primaryTarget, type Target } from "../texts/target.ts";

/** Whom a shop's own texts are for: its product page in its primary language. */
export async function readPrimaryTarget({ db }: { db: Db }, shop: ShopDomain): Promise<Target> {
  const [row] = await db.orm.select({ primaryLocale: shops.primaryLocale }).from(shops).where(eq(shops.shop, shop));
  return primaryTarget(row);
}
