import { setImmediate as nextTurn } from "node:timers/promises";
import type { Product } from "../../catalog/product.ts";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { readProduct } from "../../catalog/read-product.ts";
import { keptTargetPlace } from "../../catalog/target-place.ts";
import type { Db } from "../../db/open.ts";
import { all, get, run, type Steps } from "../../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../../lib/brand.ts";
import type { Target } from "../../texts/target.ts";
import { markTexts } from "./compare-catalogue.ts";

/** Products looked at in one statement, and marked in one transaction: a few ms each. */
const pageProducts = 500;
const chunkProducts = 10;

const knownSql = `SELECT p.id, p.live_digest AS liveDigest, m.marked
  FROM products AS p LEFT JOIN products_marked AS m ON m.row_id = p.row_id WHERE p.shop = @shop`;
const pageSql = `${knownSql} AND p.id > @after ORDER BY p.id LIMIT ${pageProducts}`;
const oneSql = `${knownSql} AND p.id = @productId`;
const wasMarkedSql = "SELECT marked FROM products_marked WHERE row_id = @rowId AND shop = @shop";
const dropSql = "DELETE FROM fingerprints WHERE product_row = @rowId AND shop = @shop AND version_id IS NULL";
const dropOfTargetSql = `${dropSql} AND target = @target`;
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
 * Lets the live texts of the shop's own pages be found by those that are written: all products whose live texts are new or
 * changed. Safe to stop and to repeat.
 * @param input.marked told after each few products, with their number so far
 * @returns how many products were marked
 */
export async function markLiveTexts(
  { db }: { db: Db },
  input: { shop: ShopDomain; signal: AbortSignal; marked?: (products: number) => Promise<void> },
): Promise<number> {
  const { shop, signal } = input;
  const target = await readPrimaryTarget({ db }, shop);
  let count = 0;
  for (let after = ""; ; await nextTurn()) {
    const page = await db.do(all<Known>(pageSql, { shop, after }));
    const stale = page.filter(({ liveDigest, marked }) => marked !== stateOf(target, liveDigest));
    for (let from = 0; from < stale.length; from += chunkProducts) {
      signal.throwIfAborted();
      const chunk = stale.slice(from, from + chunkProducts).map(({ id }) => productIdSchema.parse(id));
      count += await markProducts({ db }, { shop, target, productIds: chunk });
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
  const target = await readPrimaryTarget({ db }, shop);
  const known = await db.do(get<Known>(oneSql, { shop, productId }));
  if (known && known.marked !== stateOf(target, known.liveDigest)) {
    await markProducts({ db }, { shop, target, productIds: [productId] });
  }
}

async function markProducts(
  { db }: { db: Db },
  { shop, target, productIds }: { shop: ShopDomain; target: Target; productIds: readonly ProductId[] },
): Promise<number> {
  const products: Product[] = [];
  for (const id of productIds) {
    const product = await readProduct({ db }, shop, id);
    if (product) products.push(product);
  }
  return db.transact({ shop }, function* () {
    let count = 0;
    for (const product of products) if (yield* markProduct(shop, target, product)) count++;
    return count;
  });
}

/** @returns false for a product that was forgotten meanwhile */
function* markProduct(shop: ShopDomain, target: Target, product: Product): Steps<boolean> {
  const { rowId } = product;
  const before = yield* get<{ marked: string }>(wasMarkedSql, { shop, rowId });
  const marked = stateOf(target, product.liveDigest);
  if ((yield* run(markedSql, { shop, rowId, marked })) === 0) return false;
  if (before && isOfTarget(target, before.marked)) {
    const { number } = yield* keptTargetPlace(shop, target);
    yield* run(dropOfTargetSql, { shop, rowId, target: number });
  } else {
    // The shop's own pages were in another language: none of its live texts are on them now.
    yield* run(dropSql, { shop, rowId });
  }
  const mark = markTexts({ product, target });
  for (const [name, body] of Object.entries(product.live)) {
    if (body !== null) yield* mark(name, body, null);
  }
  return true;
}

/** What the marks were made of. */
function stateOf({ locale }: Target, liveDigest: string): string {
  return `${locale} ${liveDigest}`;
}

function isOfTarget({ locale }: Target, marked: string): boolean {
  return marked.startsWith(`${locale} `);
}
