import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { handsOff } from "../db/schema/index.ts";
import { all, q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { readStoredProduct } from "./read-product.ts";

const chunkProducts = 500;
const listSql = `SELECT h.product_id AS id, p.title, h.set_by AS setBy, h.since FROM hands_off AS h
  JOIN products AS p ON p.shop = h.shop AND p.id = h.product_id
  WHERE h.shop = @shop ORDER BY h.since DESC, h.product_id LIMIT @limit`;

/** Those of the products for which nothing is to be written. */
export async function handsOffAmong(
  { db }: { db: Db },
  shop: ShopDomain,
  productIds: readonly ProductId[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let start = 0; start < productIds.length; start += chunkProducts) {
    const ids = productIds.slice(start, start + chunkProducts);
    const rows = await db.orm
      .select({ id: handsOff.productId })
      .from(handsOff)
      .where(and(eq(handsOff.shop, shop), inArray(handsOff.productId, ids)));
    for (const { id } of rows) found.add(id);
  }
  return found;
}

export interface HandsOffProduct {
  id: string;
  title: string;
  setBy: string;
  /** epoch ms */
  since: number;
}

/** The shop's products for which nothing is written, the newest first. */
export function* listHandsOff(shop: ShopDomain, limit: number): Steps<HandsOffProduct[]> {
  return yield* all<HandsOffProduct>(listSql, { shop, limit });
}

/** Sets a product aside from all writing, or gives it back. Doing it twice is as doing it once. */
export async function setHandsOff(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, productId, off, by }: { shop: ShopDomain; productId: ProductId; off: boolean; by: string },
): Promise<"saved" | "not_found"> {
  return db.transact({ shop }, function* (tx) {
    if (off && !(yield* readStoredProduct(shop, productId))) return "not_found";
    const row = { shop, productId, by, since: clock.now() };
    const changed = off
      ? yield* q(tx.insert(handsOff).values(row).onConflictDoNothing().returning({ id: handsOff.productId }))
      : yield* q(
          tx
            .delete(handsOff)
            .where(and(eq(handsOff.shop, shop), eq(handsOff.productId, productId)))
            .returning({ id: handsOff.productId }),
        );
    if (note && changed.length > 0) yield* note({ subject: { kind: "product", id: productId } });
    return "saved";
  });
}
