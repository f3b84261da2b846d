import { setImmediate as nextTurn } from "node:timers/promises";
import type { Product } from "../../catalog/product.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProduct } from "../../catalog/read-product.ts";
import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { compareWithCatalogue } from "./compare-catalogue.ts";

/** Products looked at in one statement, and marked in one transaction: a few ms each. */
const pageProducts = 500;
const chunkProducts = 10;

const knownSql = `SELECT p.id, p.live_digest AS liveDigest, m.marked
  FROM products AS p LEFT JOIN products_marked AS m ON m.row_id = p.row_id WHERE p.shop = @shop`;
const pageSql = `${knownSql} AND p.id > @after ORDER BY p.id LIMIT ${pageProducts}`;
const oneSql = `${knownSql} AND p.id = @productId`;
const dropSql = "DELETE FROM fingerprints WHERE product_row = @rowId AND shop = @shop AND version_id IS NULL";
// Nothing is marked for a product that was forgotten meanwhile.
const markedSql = `INSERT INTO products_marked (row_id, shop, marked)
  SELECT row_id, shop, @marked FROM products WHERE row_id = @rowId AND shop = @shop
  ON CONFLICT (row_id) DO UPDATE SET marked = excluded.marked`;

interface Known {
  id: string;
  liveDigest: string;
  marked: string | null;
}

/**
 * Lets the texts that stand in the shop be found by those that are written: all products whose live texts are new or
 * changed. Safe to stop and to repeat.
 * @param input.marked told after each few products, with their number so far
 * @returns how many products were marked
 */
export async function markLiveTexts(
  { db }: { db: Db },
  input: { shop: ShopDomain; signal: AbortSignal; marked?: (products: number) => Promise<void> },
): Promise<number> {
  const { shop, signal } = input;
  const { locale } = await readPrimaryTarget({ db }, shop);
  let count = 0;
  for (let after = ""; ; await nextTurn()) {
    const page = prepared<object, Known>(db, pageSql).all({ shop, after });
    const stale = page.filter(({ liveDigest, marked }) => marked !== stateOf(locale, liveDigest));
    for (let from = 0; from < stale.length; from += chunkProducts) {
      signal.throwIfAborted();
      const chunk = stale.slice(from, from + chunkProducts).map(({ id }) => productIdSchema.parse(id));
      count += await markProducts({ db }, { shop, locale, productIds: chunk });
      await input.marked?.(count);
      await db.keepUp();
      await nextTurn();
    }
    const last = page.at(-1);
    if (!last || page.length < pageProducts) return count;
    after = last.id;
  }
}

/** The same for one product that was read again. */
export async function markLiveTextsOf({ db }: { db: Db }, shop: ShopDomain, productId: ProductId): Promise<void> {
  const { locale } = await readPrimaryTarget({ db }, shop);
  const [known] = prepared<object, Known>(db, oneSql).all({ shop, productId });
  if (known && known.marked !== stateOf(locale, known.liveDigest)) {
    await markProducts({ db }, { shop, locale, productIds: [productId] });
  }
}

async function markProducts(
  { db }: { db: Db },
  { shop, locale, productIds }: { shop: ShopDomain; locale: string; productIds: readonly ProductId[] },
): Promise<number> {
  const products: Product[] = [];
  for (const id of productIds) {
    const product = await readProduct({ db }, shop, id);
    if (product) products.push(product);
  }
  // biome-ignore lint/correctness/useYield: prepared statements are steps by themselves
  return db.transact(function* () {
    let count = 0;
    for (const product of products) {
      const { rowId } = product;
      const marked = stateOf(locale, product.liveDigest);
      if (prepared<object>(db, markedSql).run({ shop, rowId, marked }).changes === 0) continue;
      prepared<object>(db, dropSql).run({ shop, rowId });
      const comparison = compareWithCatalogue({ db }, { product, locale });
      for (const [contentType, body] of Object.entries(product.live)) {
        if (body !== null) comparison.mark(contentType, body, null);
      }
      count++;
    }
    return count;
  });
}

/** What the marks were made of. */
function stateOf(locale: string, liveDigest: string): string {
  return `${locale} ${liveDigest}`;
}
