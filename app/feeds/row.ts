import type { StoredFacts, StoredVariant, TextBody } from "../db/schema/index.ts";

/** Several values, or several groups of named ones, where a channel takes them. */
export type Value = string | string[] | Record<string, string>[];

/** A text as a feed carries it. */
export interface FeedText {
  body: TextBody;
  /** who wrote it; a text that a model translated is a model's */
  by: "model" | "person";
  /** `source`: it is the original, since there is no translation */
  from: "channel" | "translation" | "live" | "source";
}

/** A product as rows are made of it. */
export interface FeedProduct {
  id: string;
  title: string;
  vendor: string;
  productType: string;
  handle: string;
  status: string;
  category: string | null;
  tags: string[];
  attributes: { name: string; value: string }[];
  images: StoredFacts["images"];
  /** of its page; null: it has none that customers can open */
  url: string | null;
  variants: StoredVariant[];
  /** by content type */
  texts: ReadonlyMap<string, FeedText>;
}

/** Whom a feed is for. */
export interface FeedScope {
  /** BCP-47 */
  locale: string;
  /** ISO 3166-1 alpha-2, "" where nobody said */
  country: string;
  /** ISO 4217, what the feed says its prices are in */
  currency: string;
  /** what the shop's prices are in; null: nobody knows */
  shopCurrency: string | null;
  /** number of the market, "" for none */
  market: string;
  channel: string;
  storeName: string;
  storeUrl: string;
  itemId: ItemId;
  /** what becomes of a row whose text is not translated */
  untranslated: "leave_out" | "source";
  settings: Readonly<Record<string, string>>;
}

/** What rows are known by: the variant's number, its SKU, or the id that Shopify's own Google channel gives. */
export const itemIds = ["variant", "sku", "shopify"] as const;
export type ItemId = (typeof itemIds)[number];

export interface RowInput {
  product: FeedProduct;
  /** of a file with a row a product: the first one; null where it has none */
  variant: StoredVariant | null;
  scope: FeedScope;
}

/** Codes of what is wrong with a value, stable: pages have words for each. */
export const problemCodes = [
  "empty", "too_short", "too_long", "too_many_bytes", "too_few_items", "too_many_items", "not_in_list", "not_gtin", "not_url",
  "not_money", "not_whole_number", "not_date", "not_boolean", "channel_rule", "none_of", "both", "needed_with", "no_page",
  "not_translated", "other_currency", "nothing_to_carry",
] as const; // biome-ignore format: a list of names
export type ProblemCode = (typeof problemCodes)[number];

export interface RowProblem {
  code: ProblemCode;
  /** "" where the row as a whole is meant */
  column: string;
  /** a limit, a value or a channel's rule, as it is to be shown; "" for none */
  detail: string;
}

/** What became of one row. */
export interface Row {
  /** what the channel knows it by */
  id: string;
  productId: string;
  variantId: string;
  title: string;
  values: ReadonlyMap<string, Value>;
  /** why it is left out; empty: it is written */
  leftOut: RowProblem[];
  /** what was left empty or cut */
  notices: RowProblem[];
  /** it carries an original in place of a translation */
  untranslated: boolean;
}
