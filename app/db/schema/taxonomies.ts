import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Shopify's own, Google's for ads and listings, and GS1's Global Product Classification. They belong to no shop. */
export type TaxonomyName = "shopify" | "google" | "gpc";

/** A taxonomy that is there as a whole: while its first loading goes on it has no row. */
export const taxonomies = sqliteTable("taxonomies", {
  name: text().$type<TaxonomyName>().primaryKey(),
  /** as its publisher calls it, or the day on which it was read */
  version: text().notNull(),
  loadedAt: integer("loaded_at").notNull(),
});

export const taxonomyCategories = sqliteTable(
  "taxonomy_categories",
  {
    taxonomy: text().$type<TaxonomyName>().notNull(),
    /** bare: "aa-1-13-7", "50000000", without the prefix of a global id */
    id: text().notNull(),
    /** null for a root */
    parentId: text("parent_id"),
    /** English */
    name: text().notNull(),
    /** English names from the root to it, joined by " > " */
    path: text().notNull(),
    /** 1 for a root */
    level: integer().notNull(),
    /** since when the taxonomy holds it no more; nobody is put into it */
    archivedAt: integer("archived_at"),
    /** names in other languages: "de" → "Hemden" */
    names: text({ mode: "json" }).$type<Readonly<Record<string, string>>>().notNull().default({}),
    /** its attributes in their order; null = not read yet */
    attributes: text({ mode: "json" }).$type<CategoryAttribute[]>(),
    /** of Shopify's: the Google category that it maps to; null where none is known */
    googleId: text("google_id"),
    /** the loading that saw it last: what a whole one does not see is archived */
    loadId: text("load_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taxonomy, t.id] }),
    index("taxonomy_categories_parent").on(t.taxonomy, t.parentId),
    index("taxonomy_categories_path").on(t.taxonomy, t.path),
  ],
);

export interface CategoryAttribute {
  /** of `taxonomy_attributes` */
  id: string;
  /** of its values those that the category permits; absent: all */
  values?: string[] | undefined;
}

export interface AttributeValue {
  id: string;
  /** English */
  name: string;
}

export const taxonomyAttributes = sqliteTable(
  "taxonomy_attributes",
  {
    taxonomy: text().$type<TaxonomyName>().notNull(),
    id: text().notNull(),
    /** "color_pattern"; null where the source names none */
    handle: text(),
    name: text().notNull(),
    values: text({ mode: "json" }).$type<AttributeValue[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.taxonomy, t.id] })],
);

/** Files that an operator loaded or began to: a second run of the same file goes on where the first one stopped. */
export const taxonomyLoads = sqliteTable("taxonomy_loads", {
  /** digest of the file and of what it was read as */
  id: text().primaryKey(),
  taxonomy: text().$type<TaxonomyName>().notNull(),
  /** entries of the file that are stored */
  done: integer().notNull().default(0),
  startedAt: integer("started_at").notNull(),
  finishedAt: integer("finished_at"),
});

/** A category on the way from the root to another one. */
export interface CategoryLevel {
  code: string;
  title: string;
}
