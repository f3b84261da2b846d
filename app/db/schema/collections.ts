import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A collection of the shop, as far as rules and filters need it. `id` is the number of the Shopify gid. */
export const collections = sqliteTable(
  "collections",
  {
    shop: text().notNull(),
    id: text().notNull(),
    title: text().notNull(),
    handle: text().notNull(),
    /** when its members were last compared with the shop's, as of the moment before Shopify was asked */
    readAt: integer("read_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);

/**
 * Which products are in which collections. Narrow, since a catalogue has some rows for each product: products are kept by
 * their row id, so that a filter reads numbers only. Products that we do not hold have no row; a re-read brings theirs.
 */
export const collectionProducts = sqliteTable(
  "collection_products",
  {
    shop: text().notNull(),
    collectionId: text("collection_id").notNull(),
    /** `products.row_id`, which belongs to one shop only */
    productRow: integer("product_row").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.collectionId, t.productRow] }),
    index("collection_products_row").on(t.productRow),
  ],
);
