import type { Db } from "../../db/open.ts";
import { all } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { ProductNames } from "./read-review-row.ts";

interface Row {
  rowId: number;
  id: string;
  handle: string;
  title: string;
  variants: string | null;
}

/** Products looked at between two other statements. */
const pageRows = 1_000;

const pageSql = (
  withSkus: boolean,
) => `SELECT row_id AS "rowId", id, handle, title, ${withSkus ? "variants" : "NULL"} AS variants
  FROM products WHERE shop = @shop AND gone_at IS NULL AND row_id > @after ORDER BY row_id LIMIT ${pageRows}`;
const idsSql = `SELECT id FROM products
  WHERE shop = @shop AND gone_at IS NULL AND id IN (SELECT value FROM json_each(@ids))`;

/** By id, else by handle, else by SKU or title that only one product has. */
export type FindProduct = (names: ProductNames) => string | null;

/**
 * Which products the rows of a file are about. Where ids do not tell, the shop's products are walked once, in pages.
 * @param rows how they name their products
 */
export async function findProducts(
  { db }: { db: Db },
  shop: ShopDomain,
  rows: readonly ProductNames[],
): Promise<FindProduct> {
  const ids = [...new Set(rows.flatMap(({ product_id: id }) => id ?? []))];
  const known = await db.do(all<{ id: string }>(idsSql, { shop, ids: JSON.stringify(ids) }));
  const byId = new Set(known.map(({ id }) => id));
  const open = rows.filter(({ product_id: id }) => id === undefined || !byId.has(id));
  const byHandle = new Map<string, string>();
  const bySku = new Map<string, string | null>();
  const byTitle = new Map<string, string | null>();
  const wanted = {
    handles: new Set(open.flatMap(({ product_handle: handle }) => handle ?? [])),
    skus: new Set(open.flatMap(({ sku }) => sku?.toLowerCase() ?? [])),
    titles: new Set(open.flatMap(({ product_title: title }) => (title === undefined ? [] : titleKey(title)))),
  };
  let after = open.length > 0 ? 0 : null;
  while (after !== null) {
    const page: Row[] = await db.do(all<Row>(pageSql(wanted.skus.size > 0), { shop, after }));
    for (const { id, handle, title, variants } of page) {
      if (wanted.handles.has(handle)) byHandle.set(handle, id);
      const key = titleKey(title);
      if (wanted.titles.has(key)) byTitle.set(key, byTitle.has(key) ? null : id);
      if (variants !== null)
        for (const sku of skusOf(variants)) if (wanted.skus.has(sku)) bySku.set(sku, bySku.has(sku) ? null : id);
    }
    after = page.length < pageRows ? null : (page.at(-1)?.rowId ?? null);
  }
  return ({ product_id: id, product_handle: handle, sku, product_title: title }) =>
    (id !== undefined && byId.has(id) ? id : undefined) ??
    (handle === undefined ? undefined : byHandle.get(handle)) ??
    (sku === undefined ? undefined : bySku.get(sku.toLowerCase())) ??
    (title === undefined ? undefined : byTitle.get(titleKey(title))) ??
    null;
}

function titleKey(title: string): string {
  return title.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}

function skusOf(variants: string): string[] {
  const list = JSON.parse(variants) as { sku: string | null }[];
  return [...new Set(list.flatMap(({ sku }) => (sku === null || sku === "" ? [] : sku.toLowerCase())))];
}
