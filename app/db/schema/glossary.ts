import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How a shop spells its words. One row a shop: the list is read and saved whole. */
export const glossaries = sqliteTable("glossaries", {
  shop: text().primaryKey(),
  terms: text({ mode: "json" }).$type<unknown>().notNull(),
  /** of the terms: what a person had before them when saving */
  digest: text().notNull(),
  updatedAt: integer("updated_at").notNull(),
  updatedBy: text("updated_by"),
});
