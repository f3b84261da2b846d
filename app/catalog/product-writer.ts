import { storeSearchEntrySql } from "../db/search-statements.ts";
import { all, manyOf, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { ProductRecord } from "./assemble-product.ts";
import { barcodesOf } from "./barcodes.ts";
import { indexText, searchScope, tagToken } from "./search-text.ts";

export type WriteOutcome = "added" | "changed" | "unchanged" | "outranked";

/** What is stored of a product before it is written. */
export interface KnownRow {
  rowId: number;
  updatedAt: number;
  syncedAt: number;
  goneAt: number | null;
  factsDigest: string;
  liveDigest: string;
  missing: number;
  /** the import that saw it last, null when none did */
  importId: string | null;
  outranked: 0 | 1 | null;
  /** "" when it has none, or none that are indexed */
  barcodesDigest: string;
}

type SeenRow = Pick<KnownRow, "importId" | "outranked"> & { barcodesDigest: string | null };

// Two statements: one with a join is planned anew each time (STAT4 looks at the bound values), five times the cost.
const knownSql = `SELECT id, row_id AS rowId, updated_at AS updatedAt, synced_at AS syncedAt, gone_at AS goneAt,
    facts_digest AS factsDigest, live_digest AS liveDigest, missing FROM products
  WHERE shop = ? AND id IN (SELECT value FROM json_each(?))`;
const seenBySql = `SELECT row_id AS rowId, import_id AS importId, outranked, barcodes_digest AS barcodesDigest
  FROM products_seen WHERE shop = ? AND row_id IN (SELECT CAST(value AS bigint) FROM json_each(?))`;

const notSeen: SeenRow = { importId: null, outranked: null, barcodesDigest: null };

/** What is stored of these products, by id; those that the shop does not have are not among them. */
export function* readKnownRows(shop: ShopDomain, ids: readonly string[]): Steps<Map<string, KnownRow>> {
  const rows = yield* all<Omit<KnownRow, keyof SeenRow> & { id: string }>(knownSql, [shop, JSON.stringify(ids)]);
  const known = new Map<string, KnownRow>();
  if (rows.length === 0) return known;
  const rowIds = JSON.stringify(rows.map(({ rowId }) => rowId));
  const seenBy = new Map<number, SeenRow>();
  for (const seen of yield* all<SeenRow & { rowId: number }>(seenBySql, [shop, rowIds])) seenBy.set(seen.rowId, seen);
  for (const row of rows) {
    const { importId, outranked, barcodesDigest } = seenBy.get(row.rowId) ?? notSeen;
    known.set(row.id, Object.assign(row, { importId, outranked, barcodesDigest: barcodesDigest ?? "" }));
  }
  return known;
}

/** What is stored of a product; null when the shop has none of this id. */
export function* readKnown(shop: ShopDomain, id: string): Steps<KnownRow | null> {
  return (yield* readKnownRows(shop, [id])).get(id) ?? null;
}

// The order of `values` below.
const columns = [
  "id", "shopify_id", "status", "updated_at", "whole_at", "synced_at", "created_at", "missing", "variant_count", "facts_digest",
  "live_digest", "title", "vendor", "product_type", "handle", "image_url", "seo_title", "seo_description", "bullets",
  "added_texts", "facts", "variants", "description_html",
]; // biome-ignore format: a list of names
const insertSql = `INSERT INTO products (${columns.join(", ")}, shop) VALUES (${columns.map(() => "?").join(", ")}, ?)`;
// Its own statement: RETURNING makes an insert of such long rows a sixth slower.
const rowIdsSql = "SELECT id, row_id AS rowId FROM products WHERE shop = ? AND id IN (SELECT value FROM json_each(?))";
const updateSql = `UPDATE products SET gone_at = NULL, ${columns.map((name) => `${name} = ?`).join(", ")}
  WHERE shop = ? AND row_id = ?`;

/** A product to be written, and what is stored of it (null: nothing). */
export interface ProductToPut {
  record: ProductRecord;
  known: KnownRow | null;
}

/**
 * Inserts or updates the rows and search entries of different products; brings back those that were gone.
 * @param times.wholeAt Shopify's time of when all of a product was last read; default: the record is all of it
 * @returns their row ids, in order
 */
export function* putProducts(
  shop: ShopDomain,
  products: readonly ProductToPut[],
  times: { syncedAt: number; wholeAt?: number | null },
): Steps<number[]> {
  const { syncedAt } = times;
  const wholeAtOf = ({ updatedAt }: ProductRecord) => (times.wholeAt === undefined ? updatedAt : times.wholeAt);
  const fresh = products.filter(({ known }) => known === null);
  const stored = products.filter(({ known }) => known !== null);
  yield* manyOf(insertSql, fresh, ({ record }) => [
    ...valuesOf(record, { syncedAt, wholeAt: wholeAtOf(record) }),
    shop,
  ]);
  yield* manyOf(updateSql, stored, ({ record, known }) => [
    ...valuesOf(record, { syncedAt, wholeAt: wholeAtOf(record) }),
    shop,
    known?.rowId,
  ]);
  const newRows = yield* readRowIds(
    shop,
    fresh.map(({ record }) => record.id),
  );
  const rowIds = products.map(({ record, known }) => {
    const rowId = known?.rowId ?? newRows.get(record.id);
    if (rowId === undefined) throw new Error("an inserted product has no row id");
    return rowId;
  });
  yield* manyOf(storeSearchEntrySql, products, ({ record }, at) => searchEntryOf(shop, rowIds[at], record));
  return rowIds;
}

/** Like {@link putProducts}, for one. @returns its row id */
export function* putProduct(
  shop: ShopDomain,
  record: ProductRecord,
  known: KnownRow | null,
  times: { syncedAt: number; wholeAt?: number | null },
): Steps<number> {
  const [rowId] = yield* putProducts(shop, [{ record, known }], times);
  if (rowId === undefined) throw new Error("a product was not written");
  return rowId;
}

function* readRowIds(shop: ShopDomain, ids: readonly string[]): Steps<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = yield* all<{ id: string; rowId: number }>(rowIdsSql, [shop, JSON.stringify(ids)]);
  return new Map(rows.map(({ id, rowId }) => [id, rowId]));
}

/** Row id, scope, title, vendor, tags and SKUs. */
function searchEntryOf(shop: ShopDomain, rowId: number | undefined, record: ProductRecord): unknown[] {
  const { tags } = record.facts;
  const codes: string[] = [];
  for (const variant of record.variants) {
    codes.push(variant.sku ?? "");
    for (const { value } of barcodesOf(variant)) codes.push(value);
  }
  return [
    rowId,
    [searchScope(shop), ...tags.map(tagToken)].join(" "),
    indexText(record.title),
    indexText(record.vendor),
    indexText(tags.join(" ")),
    indexText(codes.join(" ")),
  ];
}

const markSeenSql = `INSERT INTO products_seen (row_id, shop, import_id, outranked, barcodes_digest) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (row_id) DO UPDATE SET import_id = excluded.import_id, outranked = excluded.outranked,
    barcodes_digest = coalesce(excluded.barcodes_digest, products_seen.barcodes_digest)`;

/** That an import saw a product. */
export interface Seen {
  rowId: number;
  importId: string;
  outranked: boolean;
  /** null leaves it as it is */
  barcodesDigest: string | null;
}

/** Notes the import that saw these products. */
export function* markSeen(shop: ShopDomain, seen: readonly Seen[]): Steps<void> {
  yield* manyOf(markSeenSql, seen, ({ rowId, importId, outranked, barcodesDigest }) => [
    rowId,
    shop,
    importId,
    outranked ? 1 : 0,
    barcodesDigest,
  ]);
}

/** Notes that what we hold of a product is newer than what an import brings that is under way. */
export function* markOutranking(shop: ShopDomain, rowId: number): Steps<void> {
  yield* run("UPDATE products_seen SET outranked = 1 WHERE row_id = ? AND shop = ?", [rowId, shop]);
}

function valuesOf(
  record: ProductRecord,
  times: { syncedAt: number; wholeAt: number | null },
): (string | number | null)[] {
  return [
    record.id,
    record.shopifyId,
    record.status,
    record.updatedAt,
    times.wholeAt,
    times.syncedAt,
    record.createdAt,
    record.missing,
    record.variantCount,
    record.factsDigest,
    record.liveDigest,
    record.title,
    record.vendor,
    record.productType,
    record.handle,
    record.imageUrl,
    record.seoTitle,
    record.seoDescription,
    record.bullets && JSON.stringify(record.bullets),
    record.addedTexts && JSON.stringify(record.addedTexts),
    JSON.stringify(record.facts),
    JSON.stringify(record.variants),
    record.descriptionHtml,
  ];
}
