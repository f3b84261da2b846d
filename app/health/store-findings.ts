import { checkAgainSql } from "../catalog/check-again.ts";
import { all, get, many, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Alike } from "./find-alike.ts";
import type { LiveFindings } from "./live-checks.ts";

/** What the check of a product's live texts came to. */
export interface CheckedProduct extends LiveFindings {
  rowId: number;
  /** hash of the live texts */
  liveDigest: string;
  /** what was checked, see `stateOf`: begins with the hash of the live texts */
  checked: string;
  /** bits of `missingBit` */
  thin: number;
  outdated: number;
  alike: readonly Alike[];
}

/** `shop_targets.number` of the shop's own pages in its language of now. */
export interface OfShop {
  shop: ShopDomain;
  target: number;
}

const beforeSql = `SELECT checked FROM product_texts
  WHERE shop = @shop AND target = @target AND product_row = @rowId AND checked <> ''`;
const storeSql = `INSERT INTO product_texts (shop, product_row, target, outdated, thin, duplicate, contradicted, found, checked)
  SELECT shop, row_id, @target, @outdated, @thin, @duplicate, @contradicted, @found, @checked
  FROM products WHERE shop = @shop AND row_id = @rowId
  ON CONFLICT (shop, target, product_row) DO UPDATE SET outdated = excluded.outdated, thin = excluded.thin,
    duplicate = excluded.duplicate, contradicted = excluded.contradicted, found = excluded.found, checked = excluded.checked`;
const rowSql = "SELECT row_id AS rowId FROM products WHERE shop = @shop AND id = @productId";
const bothWaysSql = `UPDATE product_texts SET duplicate = duplicate | @duplicate
  WHERE shop = @shop AND target = @target AND product_row = @rowId AND duplicate & @duplicate <> @duplicate`;
const pointingSql = `SELECT a.product_row AS rowId, p.id AS productId
  FROM products_alike AS a JOIN products AS p ON p.row_id = a.product_row WHERE a.shop = @shop AND a.other_row = @rowId`;
const dropOwnSql = "DELETE FROM products_alike WHERE shop = @shop AND product_row = @rowId";
const dropOthersSql = "DELETE FROM products_alike WHERE shop = @shop AND other_row = @rowId";
const addSql = `INSERT INTO products_alike (shop, product_row, other_row) VALUES (@shop, @rowId, @otherRow)
  ON CONFLICT (shop, product_row, other_row) DO NOTHING`;
const dropSql = `UPDATE product_texts SET outdated = 0, thin = 0, duplicate = 0, contradicted = 0, found = 0, checked = ''
  WHERE shop = @shop AND product_row = @rowId AND checked <> ''`;

/**
 * Keeps what was found in a product's live texts. The products that they nearly repeat know of it at once; those that were
 * like texts which have changed since are to be checked again.
 * @returns ids of the products that are to be checked again
 */
export function* storeFindings({ shop, target }: OfShop, product: CheckedProduct): Steps<string[]> {
  const { rowId, liveDigest, checked, thin, outdated, contradicted, found, alike } = product;
  const before = yield* get<{ checked: string }>(beforeSql, { shop, target, rowId });
  const duplicate = alike.reduce((bits, one) => bits | one.duplicate, 0);
  yield* run(storeSql, { shop, target, rowId, outdated, thin, duplicate, contradicted, found, checked });
  const changed = before !== undefined && !before.checked.startsWith(liveDigest);
  const again = changed ? yield* checkOthersAgain({ shop, rowId }) : [];
  yield* run(dropOwnSql, { shop, rowId });
  for (const one of alike) {
    const other = yield* get<{ rowId: number }>(rowSql, { shop, productId: one.productId });
    if (!other) continue;
    yield* run(bothWaysSql, { shop, target, rowId: other.rowId, duplicate: one.duplicate });
    yield* run(addSql, { shop, rowId, otherRow: other.rowId });
    yield* run(addSql, { shop, rowId: other.rowId, otherRow: rowId });
  }
  return again.filter((id) => !alike.some(({ productId }) => productId === id));
}

/** Of a product that left the shop nothing is live. @returns as {@link storeFindings} */
export function* dropFindings({ shop, rowId }: { shop: ShopDomain; rowId: number }): Steps<string[]> {
  const again = yield* checkOthersAgain({ shop, rowId });
  yield* run(dropOwnSql, { shop, rowId });
  yield* run(dropSql, { shop, rowId });
  return again;
}

function* checkOthersAgain(of: { shop: ShopDomain; rowId: number }): Steps<string[]> {
  const pointing = yield* all<{ rowId: number; productId: string }>(pointingSql, of);
  yield* run(dropOthersSql, of);
  yield* many(
    checkAgainSql,
    pointing.map(({ rowId }) => ({ shop: of.shop, rowId })),
  );
  return pointing.map(({ productId }) => productId);
}
