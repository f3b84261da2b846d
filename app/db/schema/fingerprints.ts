import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * What finds texts of other products that are nearly the same: hashes of a whole text and of samples of it. One row a text.
 * The hashes hold shop, target and field, so that equal hashes are texts that may be compared.
 */
export const fingerprints = sqliteTable(
  "fingerprints",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    shop: text().notNull(),
    /** `products.row_id` */
    productRow: integer("product_row").notNull(),
    /** of the slot: `product`, or what else of the product the text belongs to */
    resource: text().notNull().default("product"),
    /** of the slot: its field */
    contentType: text("content_type").notNull(),
    /** whom the text is for: `shop_targets.number` */
    target: integer().notNull().default(0),
    /** the version whose text it is, null for the live text */
    versionId: text("version_id"),
    /** hash of the product's variant group, null without one: texts within a group may be alike */
    groupKey: integer("group_key"),
    /** the same for texts of the same words */
    whole: integer().notNull(),
    /** likely to be the same, at least one of the six, for texts that are nearly the same; null for short ones */
    band1: integer(),
    band2: integer(),
    band3: integer(),
    band4: integer(),
    band5: integer(),
    band6: integer(),
  },
  (t) => [
    index("fingerprints_product").on(t.productRow),
    index("fingerprints_whole").on(t.whole),
    index("fingerprints_band1").on(t.band1).where(sql`band1 IS NOT NULL`),
    index("fingerprints_band2").on(t.band2).where(sql`band2 IS NOT NULL`),
    index("fingerprints_band3").on(t.band3).where(sql`band3 IS NOT NULL`),
    index("fingerprints_band4").on(t.band4).where(sql`band4 IS NOT NULL`),
    index("fingerprints_band5").on(t.band5).where(sql`band5 IS NOT NULL`),
    index("fingerprints_band6").on(t.band6).where(sql`band6 IS NOT NULL`),
  ],
);

/** Products whose live texts have fingerprints. A narrow table, so that marking does not rewrite the products. */
export const productsMarked = sqliteTable("products_marked", {
  /** `products.row_id` */
  rowId: integer("row_id").primaryKey(),
  shop: text().notNull(),
  /** the language and the digest of the live texts that were marked */
  marked: text().notNull(),
});
