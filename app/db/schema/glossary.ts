import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How a shop spells its words. One row a shop: the list is read and saved whole. */
export const glossaries = sqliteTable("glossaries", {
  shop: text().primaryKey(),
  terms: text({ mode: "json" }).$type<unknown>().notNull(),
  /** of the terms: what a person had before them when saving */
  digest: text().notNull(),
  updatedAt: integer("updated_at").notNull(),
  updatedBy: text("updated_by"),
});

/** How a shop's words are called in one of its other languages: a row a language. */
export const localeTerms = sqliteTable(
  "locale_terms",
  {
    shop: text().notNull(),
    /** BCP-47, as Shopify spells it */
    locale: text().notNull(),
    terms: text({ mode: "json" }).$type<unknown>().notNull(),
    digest: text().notNull(),
    updatedAt: integer("updated_at").notNull(),
    updatedBy: text("updated_by"),
  },
  (t) => [primaryKey({ columns: [t.shop, t.locale] })],
);
