import type { Db } from "../db/open.ts";
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

/** Writes products of one shop, inside a transaction of the caller; prepared once, because an import writes 100,000. */
export interface ProductWriter {
  known(id: string): KnownRow | null;
  /**
   * Inserts or updates the row and its search entry; brings back a product that was gone.
   * @param wholeAt Shopify's time of when all of it was last read; default: the record is all of it. @returns row id
   */
  put(record: ProductRecord, known: KnownRow | null, syncedAt: number, wholeAt?: number | null): number;
  /** keeps the values that filters offer; each is written once in the writer's life */
  noteFacets(record: ProductRecord, now: number): void;
  /** @param barcodesDigest null leaves it as it is */
  markSeen(rowId: number, importId: string, outranked: boolean, barcodesDigest: string | null): void;
}

type SeenRow = Pick<KnownRow, "importId" | "outranked"> & { barcodesDigest: string | null };

/** Values remembered as written: shops with a tag of its own per product must not fill the memory. */
const maxNoted = 20_000;

// The order of `values` below.
const columns = [
  "id", "shopify_id", "status", "updated_at", "whole_at", "synced_at", "created_at", "missing", "variant_count", "facts_digest",
  "live_digest", "title", "vendor", "product_type", "handle", "image_url", "seo_title", "seo_description", "bullets",
  "added_texts", "facts", "variants", "description_html",
]; // biome-ignore format: a list of names

export function createProductWriter(db: Db, shop: ShopDomain): ProductWriter {
  const scope = searchScope(shop);
  // Two statements: one with a join is planned anew for every product (STAT4 looks at the bound values), five times the cost.
  const find = db.raw.prepare(
    `SELECT row_id AS rowId, updated_at AS updatedAt, synced_at AS syncedAt, gone_at AS goneAt,
       facts_digest AS factsDigest, live_digest AS liveDigest, missing FROM products WHERE shop = ? AND id = ?`,
  );
  const findSeen = db.raw.prepare(
    "SELECT import_id AS importId, outranked, barcodes_digest AS barcodesDigest FROM products_seen WHERE row_id = ? AND shop = ?",
  );
  const insert = db.raw.prepare(
    `INSERT INTO products (shop, ${columns.join(", ")}) VALUES (?, ${columns.map(() => "?").join(", ")})`,
  );
  const update = db.raw.prepare(
    `UPDATE products SET gone_at = NULL, ${columns.map((name) => `${name} = ?`).join(", ")} WHERE row_id = ? AND shop = ?`,
  );
  const facet = db.raw.prepare(
    `INSERT INTO product_facets (shop, kind, value, seen_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (shop, kind, value) DO UPDATE SET seen_at = excluded.seen_at`,
  );
  const index = db.raw.prepare(
    "INSERT OR REPLACE INTO product_search (rowid, scope, title, vendor, tags, skus) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const seen = db.raw.prepare(
    `INSERT INTO products_seen (row_id, shop, import_id, outranked, barcodes_digest) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (row_id) DO UPDATE SET import_id = excluded.import_id, outranked = excluded.outranked,
       barcodes_digest = coalesce(excluded.barcodes_digest, barcodes_digest)`,
  );
  const noted = { vendor: new Set<string>(), type: new Set<string>(), tag: new Set<string>() };
  function note(kind: keyof typeof noted, value: string, now: number): void {
    if (value === "" || noted[kind].has(value)) return;
    if (noted[kind].size >= maxNoted) noted[kind].clear();
    noted[kind].add(value);
    facet.run(shop, kind, value, now);
  }
  return {
    known(id) {
      const row = find.get(shop, id) as Omit<KnownRow, "importId" | "outranked" | "barcodesDigest"> | undefined;
      if (!row) return null;
      const seenBy = findSeen.get(row.rowId, shop) as SeenRow | undefined;
      return {
        ...row,
        importId: seenBy?.importId ?? null,
        outranked: seenBy?.outranked ?? null,
        barcodesDigest: seenBy?.barcodesDigest ?? "",
      };
    },
    put(record, known, syncedAt, wholeAt = record.updatedAt) {
      const { tags } = record.facts;
      let rowId: number;
      if (known === null) {
        rowId = Number(insert.run(shop, ...values(record, { syncedAt, wholeAt })).lastInsertRowid);
      } else {
        rowId = known.rowId;
        update.run(...values(record, { syncedAt, wholeAt }), rowId, shop);
      }
      const codes = record.variants.flatMap((variant) => [
        variant.sku ?? "",
        ...barcodesOf(variant).map(({ value }) => value),
      ]);
      index.run(
        rowId,
        [scope, ...tags.map(tagToken)].join(" "),
        indexText(record.title),
        indexText(record.vendor),
        indexText(tags.join(" ")),
        indexText(codes.join(" ")),
      );
      return rowId;
    },
    noteFacets(record, now) {
      note("vendor", record.vendor, now);
      note("type", record.productType, now);
      for (const tag of record.facts.tags) note("tag", tag, now);
    },
    markSeen: (rowId, importId, outranked, barcodesDigest) =>
      seen.run(rowId, shop, importId, outranked ? 1 : 0, barcodesDigest),
  };
}

function values(
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
