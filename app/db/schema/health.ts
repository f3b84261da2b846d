import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * What is known of a product's texts for one target, each column the bits of `missingBit` of the texts that it is true for.
 * Written by what changes versions (`draft`, `approved`) and by the check of live texts (the rest). A product of which
 * nothing was written and nothing checked has no row.
 */
export const productTexts = sqliteTable(
  "product_texts",
  {
    shop: text().notNull(),
    /** `products.row_id` */
    productRow: integer("product_row").notNull(),
    /** `shop_targets.number` */
    target: integer().notNull(),
    /** a draft waits for a review */
    draft: integer().notNull().default(0),
    /** an approved text waits for its publishing */
    approved: integer().notNull().default(0),
    /** the facts have changed since we published the text */
    outdated: integer().notNull().default(0),
    /** the live text is so short that it says little */
    thin: integer().notNull().default(0),
    /** the live text nearly repeats another product's */
    duplicate: integer().notNull().default(0),
    /** the live text says something else than the product's facts */
    contradicted: integer().notNull().default(0),
    /** a check finds something else in the live text */
    found: integer().notNull().default(0),
    /** what of texts, facts and rules was checked; "" = nothing yet, or it must be done again */
    checked: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.shop, t.target, t.productRow] }), index("product_texts_row").on(t.productRow)],
);

/** Which live texts nearly repeat which: when one of them changes, the other is checked again. */
export const productsAlike = sqliteTable(
  "products_alike",
  {
    shop: text().notNull(),
    /** `products.row_id` */
    productRow: integer("product_row").notNull(),
    /** the other one's */
    otherRow: integer("other_row").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.productRow, t.otherRow] }), index("products_alike_other").on(t.otherRow)],
);
