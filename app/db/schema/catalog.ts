import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export type ProductStatus = "active" | "draft" | "archived" | "unlisted";

/**
 * The most urgent thing about a product's texts: a conflict to decide, drafts that a check blocks, drafts to review,
 * approved texts to publish, all published, or nothing written yet.
 */
export type ContentState = "none" | "published" | "approved" | "needs_review" | "blocked" | "conflict";

/** Bits of `products.missing`: which live texts are empty. */
export const missingBit = { desc: 1, bullets: 2, seo_title: 4, seo_desc: 8, image: 16, image_alt: 32 } as const;

/** Facts that have no column of their own. Never invented, never written by a model. */
export interface StoredFacts {
  category: string | null;
  tags: string[];
  /** option name → values, in the shop's order; Shopify's placeholder option "Title" is left out */
  options: { name: string; values: string[] }[];
  /** metafields that describe the product, e.g. Material: linen */
  attributes: { name: string; value: string }[];
  images: { id: string; url: string; alt: string | null }[];
}

/** What we mirror of one product. `id` is the number of the Shopify gid, or an id of ours for products that came by API. */
export const products = sqliteTable(
  "products",
  {
    /** the search index's key; survives VACUUM, which an implicit rowid does not */
    rowId: integer("row_id").primaryKey({ autoIncrement: true }),
    shop: text().notNull(),
    id: text().notNull(),
    shopifyId: text("shopify_id"),
    handle: text().notNull(),
    title: text().notNull(),
    vendor: text().notNull(),
    productType: text("product_type").notNull(),
    status: text().$type<ProductStatus>().notNull(),
    descriptionHtml: text("description_html").notNull(),
    seoTitle: text("seo_title"),
    seoDescription: text("seo_description"),
    /** live value of our `bullets` metafield */
    bullets: text({ mode: "json" }).$type<string[]>(),
    facts: text({ mode: "json" }).$type<StoredFacts>().notNull(),
    /** hash of everything a text may use: when it changes, texts based on the old one are stale */
    factsDigest: text("facts_digest").notNull(),
    /** hash of the live texts */
    liveDigest: text("live_digest").notNull(),
    missing: integer().notNull().default(0),
    contentState: text("content_state").$type<ContentState>().notNull().default("none"),
    variantCount: integer("variant_count").notNull().default(0),
    imageUrl: text("image_url"),
    createdAt: integer("created_at").notNull(),
    /** Shopify's own time of the last change */
    updatedAt: integer("updated_at").notNull(),
    syncedAt: integer("synced_at").notNull(),
    /** the import that saw it last, for the sweep of what is gone */
    importId: text("import_id"),
    /** set when the product is no longer in the shop; its texts are kept */
    goneAt: integer("gone_at"),
  },
  (t) => [
    uniqueIndex("products_shop_id").on(t.shop, t.id),
    index("products_by_update").on(t.shop, t.updatedAt, t.id, t.status, t.contentState, t.missing, t.goneAt),
    index("products_by_vendor").on(t.shop, t.vendor, t.updatedAt, t.id),
    index("products_by_type").on(t.shop, t.productType, t.updatedAt, t.id),
    index("products_by_title").on(t.shop, t.title, t.id),
    index("products_by_state").on(t.shop, t.contentState, t.updatedAt, t.id).where(sql`content_state <> 'none'`),
  ],
);

export const productVariants = sqliteTable(
  "product_variants",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    id: text().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    sku: text(),
    barcode: text(),
    price: text(),
    weightGrams: integer("weight_grams"),
    options: text({ mode: "json" }).$type<{ name: string; value: string }[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.productId, t.id] }), index("product_variants_sku").on(t.shop, t.sku)],
);

/** One tag of one product, for exact filters and for the list of tags. */
export const productTags = sqliteTable(
  "product_tags",
  {
    shop: text().notNull(),
    tag: text().notNull(),
    productId: text("product_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.tag, t.productId] }), index("product_tags_product").on(t.shop, t.productId)],
);

/** Children whose parent was already stored when they came by in a bulk result; merged at the end of the import. */
export const importChildren = sqliteTable(
  "import_children",
  {
    shop: text().notNull(),
    importId: text("import_id").notNull(),
    productId: text("product_id").notNull(),
    line: integer().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.importId, t.productId, t.line] })],
);
