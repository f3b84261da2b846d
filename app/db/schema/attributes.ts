import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * What the merchant knows about a product and Shopify does not: laid over the facts that the import brings. Written by
 * people only, never by a model.
 */
export const productAttributes = sqliteTable(
  "product_attributes",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    name: text().notNull(),
    value: text().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.productId, t.name] })],
);

/** Keyword groups that the merchant gave a product: each takes the place of the shop's group of the same name. */
export const productKeywords = sqliteTable(
  "product_keywords",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    /** as the person wrote it, e.g. primary */
    name: text().notNull(),
    terms: text({ mode: "json" }).$type<string[]>().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.productId, t.name] })],
);
