import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CategoryLevel, TaxonomyName } from "./taxonomies.ts";

export interface ProposedValue {
  id: string;
  name: string;
  /** words of the product that say so */
  quote: string;
  /** name of the fact that they stand in */
  fact: string;
  /** the words name the value themselves; else they are in other words or another language, and a person should look */
  isNamed: boolean;
}

/** Values of an attribute that the product's own facts speak for. */
export interface ProposedAttribute {
  id: string;
  name: string;
  values: ProposedValue[];
}

/** The category that a model proposes for a product and channel: the newest one. */
export const categoryProposals = sqliteTable(
  "category_proposals",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    channel: text().$type<TaxonomyName>().notNull(),
    /** BCP-47, of the titles */
    locale: text().notNull(),
    /** of the taxonomy */
    version: text().notNull(),
    /** null: none of the candidates fits */
    categoryId: text("category_id"),
    /** from the root to the category */
    levels: text({ mode: "json" }).$type<CategoryLevel[]>().notNull(),
    /** percent */
    confidence: integer().notNull(),
    /** the model's own words */
    reason: text().notNull(),
    /** the product's words that speak for it */
    because: text({ mode: "json" }).$type<string[]>().notNull(),
    attributes: text({ mode: "json" }).$type<ProposedAttribute[]>().notNull(),
    /** the next ones of the shortlist, likeliest first */
    others: text({ mode: "json" }).$type<{ id: string; path: string }[]>().notNull(),
    /** digest of what was read of the product: when it changes, the proposal is outdated */
    basis: text().notNull(),
    /** full name of the category that the product had then; null = none */
    base: text(),
    model: text().notNull(),
    jobId: text("job_id"),
    itemSeq: integer("item_seq"),
    createdBy: text("created_by"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.productId, t.channel] }),
    index("category_proposals_confidence").on(t.shop, t.channel, t.confidence),
    index("category_proposals_item").on(t.jobId, t.itemSeq),
  ],
);
