import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ContentState } from "./catalog.ts";
import type { TextLimits } from "./text-limits.ts";

/** Kinds of resources with texts of their own, beside products, in the order in which people find them. */
export const resourceKinds = [
  "collection",
  "page",
  "blog",
  "article",
  "policy",
  "menu",
  "metaobject",
  "filter",
  "shop",
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** The languages of a shop in Shopify's order, its primary one included. */
export const shopLocales = sqliteTable(
  "shop_locales",
  {
    shop: text().notNull(),
    /** as Shopify spells it, e.g. `pt-BR` */
    locale: text().notNull(),
    isPrimary: integer("is_primary", { mode: "boolean" }).notNull(),
    /** customers see it, if an address leads there */
    published: integer({ mode: "boolean" }).notNull(),
    /** an address of some market leads there; also true of unpublished ones */
    reachable: integer({ mode: "boolean" }).notNull(),
    position: integer().notNull(),
    /** when Shopify no longer listed it: with the language it removed its translations; null = it is there */
    goneAt: integer("gone_at"),
  },
  (t) => [primaryKey({ columns: [t.shop, t.locale] })],
);

/** The markets of a shop. `id` is the number of the Shopify gid, and what a target names as its market. */
export const shopMarkets = sqliteTable(
  "shop_markets",
  {
    shop: text().notNull(),
    id: text().notNull(),
    handle: text().notNull(),
    name: text().notNull(),
    active: integer({ mode: "boolean" }).notNull(),
    /** ids of the markets whose texts it shows where it has none of its own, the nearest first */
    parents: text({ mode: "json" }).$type<string[]>().notNull(),
    /** what decides who belongs to it: Shopify's MarketType, e.g. COMPANY_LOCATION */
    type: text().notNull().default("REGION"),
    /** all that decides, e.g. COMPANY_LOCATION and REGION */
    conditions: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    /** ISO 3166-1 alpha-2: countries that are whole in it */
    countries: text({ mode: "json" }).$type<string[]>().notNull(),
    /** ISO 3166-2, e.g. `US-CA`: parts of others */
    subdivisions: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    /** all regions of the world, whether listed or not */
    everywhere: integer({ mode: "boolean" }).notNull().default(false),
    /** those that its own addresses offer, the default first */
    locales: text({ mode: "json" }).$type<string[]>().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);

/** A text that the shop holds for a language (and market), as Shopify stores it. */
export interface ShopTranslation {
  value: string;
  /** its source is another one since; of a text whose source is gone false */
  outdated: boolean;
  /** epoch ms; null where Shopify named none */
  updatedAt: number | null;
  /** sha256 of the source's value when it was read as not outdated; absent where it never was */
  of?: string | undefined;
  /**
   * an undo put it back over a source that had changed: outdated, although Shopify, which takes translations of today's source
   * only, says otherwise. Holds as long as the shop shows this very row
   */
  putBack?: true | undefined;
}

/**
 * Rows with a text whose source changed since. Both engines' spelling of JSON; a value that holds these words has its quotes
 * escaped. Few of all rows: their index is what they are counted by.
 */
export const hasOutdated = `(CAST(texts AS text) LIKE '%"outdated":true%' OR CAST(texts AS text) LIKE '%"outdated": true%')`;

/**
 * The translations of one product, or another resource, that the shop holds for one language and market: what a shopper may
 * read there. A mirror: the shop decides. Where texts were taken away a row without any is kept until an import that began later.
 */
export const shopTranslations = sqliteTable(
  "shop_translations",
  {
    shop: text().notNull(),
    /** a product's id, or another resource, e.g. `Collection/12` */
    owner: text().notNull(),
    locale: text().notNull(),
    /** "" = no market; else the number of its gid */
    market: text().notNull().default(""),
    /** by the name of the slot, e.g. `desc`, `image_alt_41`, `ProductOption/7.name` */
    texts: text({ mode: "json" }).$type<Record<string, ShopTranslation>>().notNull(),
    /** before Shopify was asked for them, or knew of a change of ours, in epoch ms: older readings change nothing */
    readAt: integer("read_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.owner, t.locale, t.market] }),
    index("shop_translations_target").on(t.shop, t.locale, t.market, t.owner),
    index("shop_translations_outdated").on(t.shop, t.market, t.locale, t.owner).where(sql.raw(hasOutdated)),
  ],
);

/** The source of a text that is no content type of its product, e.g. an option's name, as Shopify offers it for translation. */
export interface TranslatableText {
  value: string;
  /** Shopify's LocalizableContentType, e.g. SINGLE_LINE_TEXT_FIELD */
  type: string;
  /** of an option's value that is an entry (metaobject), which all products with it share: that entry, e.g. `Metaobject/7` */
  linked?: string;
  /** what its definition leaves to it; left out where it has none, or one without such rules */
  limits?: TextLimits;
}

/** What of a product, or another resource, can be translated beside its content types. A row without texts is not kept. */
export const translatableTexts = sqliteTable(
  "translatable_texts",
  {
    shop: text().notNull(),
    /** as in `shop_translations` */
    owner: text().notNull(),
    /** by the name of the slot, e.g. `ProductOption/7.name` */
    texts: text({ mode: "json" }).$type<Record<string, TranslatableText>>().notNull(),
    /** resources by the content type that they hold, e.g. `{"bullets": "Metafield/41"}` */
    metafields: text({ mode: "json" }).$type<Record<string, string>>().notNull().default({}),
    readAt: integer("read_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.owner] })],
);

/**
 * What beside products has texts that are translated: a collection, a page, an article, a policy … Its texts are in
 * `translatable_texts`, their translations in `shop_translations`. Named like the columns of `products`, so that one condition
 * finds either.
 */
export const textResources = sqliteTable(
  "text_resources",
  {
    shop: text().notNull(),
    /** e.g. `Page/12`: the owner in the other tables, and what versions have in place of a product's id */
    id: text().notNull(),
    kind: text().$type<ResourceKind>().notNull(),
    /** what people know it by: its title or label, else how its first text begins */
    title: text().notNull(),
    /** bits of `missingBit`: `desc` where it has no words to translate, else none */
    missing: integer().notNull(),
    contentState: text("content_state").$type<ContentState>().notNull().default("none"),
    /** as `products.other_targets`, of the one bit `desc`: some of its texts are missing there */
    otherTargets: text("other_targets").notNull().default(""),
    /** when the shop no longer had it; null = it is there */
    goneAt: integer("gone_at"),
    /** before Shopify was asked, in epoch ms */
    readAt: integer("read_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.id] }),
    index("text_resources_kind").on(t.shop, t.kind, t.title, t.id),
    index("text_resources_gone").on(t.goneAt, t.shop, t.id).where(sql`gone_at IS NOT NULL`),
  ],
);

/** What an import has read of what hangs on products, until it comes to the products themselves. */
export const importTranslations = sqliteTable(
  "import_translations",
  {
    shop: text().notNull(),
    /** e.g. `ProductOption/7` */
    resource: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.resource] })],
);
