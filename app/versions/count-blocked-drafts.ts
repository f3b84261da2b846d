import { and, eq } from "drizzle-orm";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { isForTarget } from "./conditions.ts";

/** How many drafts of a product for the shop's own pages wait for a person because a check blocks them. */
export async function countBlockedDrafts(
  { db }: { db: Db },
  { shop, productId }: { shop: ShopDomain; productId: ProductId },
): Promise<number> {
  const target = await readPrimaryTarget({ db }, shop);
  return db.orm.$count(
    versions,
    and(
      eq(versions.shop, shop),
      eq(versions.productId, productId),
      isForTarget(versions, target),
      eq(versions.state, "draft"),
      eq(versions.blocked, true),
    ),
  );
}
