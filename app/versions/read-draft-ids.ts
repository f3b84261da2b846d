import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { isForTarget } from "./conditions.ts";

/** All drafts of a product for a target: what a decision about the product as a whole is about. */
export async function readDraftIds(
  { db }: { db: Db },
  { shop, productId, target }: { shop: ShopDomain; productId: ProductId; target: Target },
): Promise<string[]> {
  const rows = await db.orm
    .select({ id: versions.id })
    .from(versions)
    .where(
      and(
        eq(versions.shop, shop),
        eq(versions.productId, productId),
        isForTarget(versions, target),
        eq(versions.state, "draft"),
      ),
    );
  return rows.map(({ id }) => id);
}
