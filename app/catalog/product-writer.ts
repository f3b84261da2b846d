import { storeSearchEntrySql } from "../db/search-statements.ts";
import { get, run, type Steps } from "../db/steps.ts";
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

// Two statements: one with a join is planned anew for every product (STAT4 looks at the bound values), five times the cost.
const knownSql = `SELECT row_id AS rowId, updated_at AS updatedAt, synced_at AS syncedAt, gone_at AS goneAt,
    facts_digest AS factsDigest, live_digest AS liveDigest, missing FROM products WHERE shop = ? AND id = ?`;
const seenBySql =
  "SELECT import_id AS importId, outranked, barcodes_digest AS barcodesDigest FROM products_seen WHERE row_id = ? AND shop = ?";

/** What is stored of a product; null when the shop has none of this id. */
export function* readKnown(shop: ShopDomain, id: string): Steps<KnownRow | null> {
  const row = yield* get<Omit<KnownRow, "importId" | "outranked" | "barcodesDigest">>(knownSql, [shop, id]);
  if (!row) return null;
  const seenBy = yield* get<SeenRow>(seenBySql, [row.rowId, shop]);
  return {
    ...row,
    importId: seenBy?.importId ?? null,
    outranked: seenBy?.outranked ?? null,
    barcodesDigest: seenBy?.barcodesDigest ?? "",
  };
}

// The order of `values` below.
const columns = [
  "id", "shopify_id", "status", "updated_at", "whole_at", "synced_at", "created_at", "missing", "variant_count", "facts_digest",
  "live_digest", "title", "vendor", "product_type", "handle", "image_url", "seo_title", "seo_description", "bullets",
  "added_texts", "facts", "variants", "description_html",
]; // biome-ignore format: a list of names
const insertSql = `INSERT INTO products (shop, ${columns.join(", ")}) VALUES (?, ${columns.map(() => "?").join(", ")})`;
// Its own statement: RETURNING makes an insert of such long rows a sixth slower.
const rowIdSql = "SELECT row_id AS rowId FROM products WHERE shop = ? AND id = ?";
const updateSql = `UPDATE products SET gone_at = NULL, ${columns.map((name) => `${name} = ?`).join(", ")}
  WHERE row_id = ? AND shop = ?`;

/**
 * Inserts or updates a product's row and its search entry; brings back a product that was gone.
 * @param times.wholeAt Shopify's time of when all of it was last read; default: the record is all of it
 * @returns its row id
 */
export function* putProduct(
  shop: ShopDomain,
  record: ProductRecord,
  known: KnownRow | null,
  times: { syncedAt: number; wholeAt?: number | null },
): Steps<number> {
  const { syncedAt, wholeAt = record.updatedAt } = times;
  const values = valuesOf(record, { syncedAt, wholeAt });
  const rowId = known === null ? yield* insert(shop, record.id, values) : known.rowId;
  if (known !== null) yield* run(updateSql, [...values, rowId, shop]);
  const { tags } = record.facts;
  const codes = record.variants.flatMap((variant) => [
    variant.sku ?? "",
    ...barcodesOf(variant).map(({ value }) => value),
  ]);
  yield* run(storeSearchEntrySql, [
    rowId,
    [searchScope(shop), ...tags.map(tagToken)].join(" "),
    indexText(record.title),
    indexText(record.vendor),
    indexText(tags.join(" ")),
    indexText(codes.join(" ")),
  ]);
  return rowId;
}

function* insert(shop: ShopDomain, id: string, values: readonly unknown[]): Steps<number> {
  yield* run(insertSql, [shop, ...values]);
  const row = yield* get<{ rowId: number }>(rowIdSql, [shop, id]);
  if (!row) throw new Error("an inserted product has no row id");
  return row.rowId;
}

const markSeenSql = `INSERT INTO products_seen (row_id, shop, import_id, outranked, barcodes_digest) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (row_id) DO UPDATE SET import_id = excluded.import_id, outranked = excluded.outranked,
    barcodes_digest = coalesce(excluded.barcodes_digest, products_seen.barcodes_digest)`;

/** Notes the import that saw a product. @param seen.barcodesDigest null leaves it as it is */
export function* markSeen(
  shop: ShopDomain,
  seen: { rowId: number; importId: string; outranked: boolean; barcodesDigest: string | null },
): Steps<void> {
  yield* run(markSeenSql, [seen.rowId, shop, seen.importId, seen.outranked ? 1 : 0, seen.barcodesDigest]);
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
