import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What customers wrote of products, without who wrote it. A product's are read together, the newest first. */
export const productReviews = sqliteTable(
  "product_reviews",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    /** the same for the same review, however often a file brings it */
    key: text().notNull(),
    /** thousandths of the scale: 0 = the worst, 1000 = the best; null = none given */
    ratingPermille: integer("rating_permille"),
    title: text().notNull(),
    body: text().notNull(),
    /** epoch ms; null = not known */
    writtenAt: integer("written_at"),
    /** the file that brought it first */
    importId: text("import_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.productId, t.key] }),
    index("product_reviews_import").on(t.shop, t.importId),
  ],
);

/** A file of reviews that was read: what became of its rows. Deleted, it takes its reviews with it. */
export const reviewImports = sqliteTable(
  "review_imports",
  {
    shop: text().notNull(),
    id: text().notNull(),
    /** of the file */
    name: text().notNull(),
    /** whose export it looks like; null = no known one */
    app: text(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    taken: integer().notNull().default(0),
    /** were there already */
    known: integer().notNull().default(0),
    /** why rows were left out → how many */
    leftOut: text("left_out", { mode: "json" }).$type<Record<string, number>>().notNull(),
    /** names of products that the shop does not have, the first of them */
    unknownProducts: text("unknown_products", { mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);

/** What a product's reviews say, as it was last summed up. */
export const reviewSummaries = sqliteTable(
  "review_summaries",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    /** as JSON: labels with the reviews that say so */
    summary: text().notNull(),
    /** of the reviews that were read: another one means that there are others by now */
    reviewsDigest: text("reviews_digest").notNull(),
    /** the provider's name */
    model: text().notNull(),
    summarisedAt: integer("summarised_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.productId] })],
);
