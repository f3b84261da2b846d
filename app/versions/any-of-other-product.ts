import type { Db } from "../db/open.ts";
import { get } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";

const ofOtherSql = `SELECT 1 FROM versions
  WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids)) AND product_id <> @productId LIMIT 1`;

/** Whether one of some versions is a text of another product than the asker means. Ids that no version has are of none. */
export async function anyOfOtherProduct(
  { db }: { db: Db },
  { shop, productId, versionIds }: { shop: ShopDomain; productId: ProductId; versionIds: readonly string[] },
): Promise<boolean> {
  return (await db.do(get(ofOtherSql, { shop, productId, ids: JSON.stringify(versionIds) }))) !== undefined;
}
