import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";

/** How many drafts of a product wait for a person because a check blocks them. */
export async function countBlockedDrafts(
  { db }: { db: Db },
  { shop, productId }: { shop: ShopDomain; productId: ProductId },
): Promise<number> {
  return db.orm.$count(
    versions,
    and(
      eq(versions.shop, shop),
      eq(versions.productId, productId),
      eq(versions.state, "draft"),
      eq(versions.blocked, true),
    ),
  );
}
