import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { TextBody } from "./content.ts";

export type ProductStatus = "active" | "draft" | "archived" | "unlisted";

/**
 * The most urgent thing about a product's texts: a conflict to decide, drafts that a check blocks, drafts that one warns of,
 * drafts to review in which nothing is found, approved texts to publish, all published, put back by an undo, written but neither live nor waiting (rejected, given up), or
 * nothing written yet.
 */
export type ContentState =
  | "none"
  | "unpublished"
  | "put_back"
  | "published"
  | "approved"
  | "needs_review"
  | "warned"
  | "blocked"
  | "conflict";

/** Bits of `products.missing`: which live texts are empty. The title's bit comes after those of added texts. */
export const missingBit = {
  title: 1 << 30,
  desc: 1,
  bullets: 2,
  seo_title: 4,
  seo_desc: 8,
  image: 16,
  image_alt: 32,
} as const;

/** The bit of the first content type that a shop added; the others follow by their slot. */
export const firstAddedBit = 64;

/** Facts that have no column of their own. Never invented, never written by a model. */
export interface StoredFacts {
  category: string | null;
  tags: string[];
  /** option name → values, in the shop's order; Shopify's placeholder option "Title" is left out */
  options: { name: string; values: string[] }[];
  /**
   * metafields that describe the product, e.g. Material: linen; `ofProducts` marks a value made of products' titles, `source`
   * names the namespace of another app that fills it and is absent on the shop's own
   */
  attributes: {
    name: string;
    value: string;
    ofProducts?: true | undefined;
    source?: string | undefined;
  }[];
  /** the shop's first one first */
  images: { id: string; url: string; alt: string | null }[];
  /** the shop's first one: a bulk result has no order */
  featuredImage?: string | undefined;
  /** of its page on the online store; null: it has none there, absent: nobody asked */
  onlineStoreUrl?: string | null | undefined;
  /** keyword group → terms, from metafields of the namespace `keywords`; absent when there are none */
  keywords?: Record<string, string[]> | undefined;
}

export interface StoredBarcode {
  value: string;
  /** ASIN, EAN, GTIN, ISBN or UPC; null when the shop names none */
  type: string | null;
}

export interface StoredVariant {
  /** the number of the Shopify gid */
  id: string;
  position: number;
  title: string;
  sku: string | null;
  /** the first one */
  barcode: string | null;
  /** all of them, the first one first; absent when `barcode` is the only one */
  barcodes?: StoredBarcode[] | undefined;
  /** in the shop's currency, e.g. `12.50` */
  price: string | null;
  /** what it cost before, in the same currency; absent when there is none */
  compareAtPrice?: string | undefined;
  /** whether customers can buy it now, as it was last read; absent when nobody asked */
  available?: boolean | undefined;
  weightGrams: number | null;
  options: { name: string; value: string }[];
}

/**
 * What we mirror of one product. `id` is the number of the Shopify gid, or an id of ours for products that came by API.
 * Narrow columns come first: SQLite reads a row up to the last column asked for, so a list never touches the long ones.
 */
export const products = sqliteTable(
  "products",
  {
    /** the search index's key; survives VACUUM, which an implicit rowid does not */
    rowId: integer("row_id").primaryKey({ autoIncrement: true }),
    shop: text().notNull(),
    id: text().notNull(),
    /** the whole gid, null for products that came by API */
    shopifyId: text("shopify_id"),
    status: text().$type<ProductStatus>().notNull(),
    /** Shopify's own time of the last change */
    updatedAt: integer("updated_at").notNull(),
    /** the same, of when all of the product was last read; our own writes read back its texts only. null = not known */
    wholeAt: integer("whole_at"),
    /** when we last stored the shop's data */
    syncedAt: integer("synced_at").notNull(),
    createdAt: integer("created_at").notNull(),
    /** set when the product is no longer in the shop; its texts are kept */
    goneAt: integer("gone_at"),
    /** bits of `missingBit`: which of the texts are empty that the shop shows itself, those of its primary target */
    missing: integer().notNull().default(0),
    /** for the target that is number 0 in `shop_targets` */
    contentState: text("content_state").$type<ContentState>().notNull().default("none"),
    variantCount: integer("variant_count").notNull().default(0),
    /** hash of everything a text may use: when it changes, texts based on the old one are stale */
    factsDigest: text("facts_digest").notNull(),
    /** hash of the live texts */
    liveDigest: text("live_digest").notNull(),
    title: text().notNull(),
    vendor: text().notNull(),
    productType: text("product_type").notNull(),
    handle: text().notNull(),
    imageUrl: text("image_url"),
    seoTitle: text("seo_title"),
    seoDescription: text("seo_description"),
    /** live value of our `bullets` metafield */
    bullets: text({ mode: "json" }).$type<string[]>(),
    /** live texts of the content types that the shop added, by name; null = it has none of them */
    addedTexts: text("added_texts", { mode: "json" }).$type<Record<string, TextBody>>(),
    facts: text({ mode: "json" }).$type<StoredFacts>().notNull(),
    /** one list instead of rows of their own: read and written with their product only, found by SKU and barcode through the search */
    variants: text({ mode: "json" }).$type<StoredVariant[]>().notNull(),
    descriptionHtml: text("description_html").notNull(),
    /** content state and missing texts for other targets of `shop_targets`: read and written by `target-texts.ts` alone */
    otherTargets: text("other_targets").notNull().default(""),
  },
  (t) => [
    uniqueIndex("products_shop_id").on(t.shop, t.id),
    // Each order holds every filter of the list: whatever is combined, a page walks one index and fetches only the rows
    // that it shows. More indexes do not pay: an import spends most of its time on entries at random places.
    index("products_by_update").on(t.shop, t.updatedAt, t.id, ...filters(t)),
    index("products_by_title").on(t.shop, sql`lower(title)`, t.id, ...filters(t)),
    index("products_gone").on(t.goneAt).where(sql`gone_at IS NOT NULL`),
  ],
);

function filters<
  T extends Record<
    "status" | "contentState" | "missing" | "goneAt" | "vendor" | "productType" | "otherTargets",
    unknown
  >,
>(t: T): [T["status"], T["contentState"], T["missing"], T["goneAt"], T["vendor"], T["productType"], T["otherTargets"]] {
  return [t.status, t.contentState, t.missing, t.goneAt, t.vendor, t.productType, t.otherTargets];
}

/**
 * The targets that a shop has texts for. Each has a number, under which its products keep what became of those texts; 0 is
 * the shop's own pages in the language that was its primary one when its first text was written.
 */
export const shopTargets = sqliteTable(
  "shop_targets",
  {
    shop: text().notNull(),
    number: integer().notNull(),
    locale: text().notNull(),
    /** "" = no market */
    market: text().notNull(),
    channel: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.number] }),
    uniqueIndex("shop_targets_target").on(t.shop, t.locale, t.market, t.channel),
  ],
);

/** A value that a filter offers. Kept by imports and re-reads; what a whole import no longer sees is dropped. */
export const productFacets = sqliteTable(
  "product_facets",
  {
    shop: text().notNull(),
    kind: text().$type<"vendor" | "type" | "tag">().notNull(),
    value: text().notNull(),
    seenAt: integer("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.kind, t.value] })],
);

/**
 * The import that saw a product last, for the sweep of what is gone. A narrow table of its own, so that an import marks
 * an unchanged product as seen without rewriting its row.
 */
export const productsSeen = sqliteTable("products_seen", {
  /** `products.row_id` */
  rowId: integer("row_id").primaryKey(),
  shop: text().notNull(),
  importId: text("import_id").notNull(),
  /** what we hold is newer than what the import brings: lines of it that come by later are dropped */
  outranked: integer({ mode: "boolean" }).notNull().default(false),
  /** hash of the barcodes that we hold and search; null: they are not in the search index yet */
  barcodesDigest: text("barcodes_digest"),
});

/** Lines of a bulk result that came by far from their product; merged at the end of the import. */
export const importChildren = sqliteTable(
  "import_children",
  {
    shop: text().notNull(),
    importId: text("import_id").notNull(),
    /** or `variant/` and a variant's number, for a barcode that came by before we knew its variant's product */
    productId: text("product_id").notNull(),
    line: integer().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.importId, t.productId, t.line] })],
);
