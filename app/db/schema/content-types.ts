import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { TextLimits } from "./text-limits.ts";

/** The product metafield that holds an added text, and the merchant's settings for it. */
export interface AddedType {
  /** what people read */
  label: string;
  family: "title" | "string" | "bullets";
  /** what the model is asked for where a config has no instruction of its own; "" = only its label */
  task: string;
  /** where a config sets no other */
  limitChars: number | null;
  namespace: string;
  key: string;
  metafieldType: "single_line_text_field" | "multi_line_text_field" | "rich_text_field" | "list.single_line_text_field";
  /** what the metafield's definition leaves to a text, as of the last import */
  limits?: TextLimits;
}

/** What a shop decided about its content types: those that it added, and whether texts of a type go to the shop. */
export const shopContentTypes = sqliteTable(
  "shop_content_types",
  {
    shop: text().notNull(),
    name: text().notNull(),
    /** null for a type that every shop has: of it only `published` is set */
    added: text({ mode: "json" }).$type<AddedType | null>(),
    /** bit of `products.missing`, counted from `firstAddedBit`; null where nothing is added any more */
    slot: integer(),
    published: integer({ mode: "boolean" }).notNull().default(true),
    /** a product without this text lacks something; null where the shop did not say so: see `wantedByDefault` */
    wanted: integer({ mode: "boolean" }),
    /** a removed type keeps its place, so that what was published there can still be undone */
    removedAt: integer("removed_at"),
    createdBy: text("created_by"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.name] }), uniqueIndex("shop_content_types_slot").on(t.shop, t.slot)],
);
