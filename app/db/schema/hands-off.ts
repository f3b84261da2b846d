import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Products for which nothing is written: a person keeps their texts. */
export const handsOff = sqliteTable(
  "hands_off",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    by: text("set_by").notNull(),
    since: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.productId] })],
);
