/** A market of a shop. Times are epoch milliseconds, ids the numbers inside Shopify's gids. */
export interface MarketRecord {
  __typename: "Market";
  id: number;
  name: string;
  handle: string;
  status: "ACTIVE" | "DRAFT";
  /** NONE: a market without conditions, which nobody belongs to */
  type: "REGION" | "NONE";
  /** ISO 3166 codes of its countries */
  countries: string[];
  currency: string;
  primary: boolean;
}

/** Where on the web a market is found, and in which languages. */
export interface WebPresenceRecord {
  __typename: "MarketWebPresence";
  id: number;
  marketIds: number[];
  /** null: the domain itself; else `/<locale>-<suffix>/` below it */
  subfolderSuffix: string | null;
  defaultLocale: string;
  /** published or not */
  alternateLocales: string[];
}

export interface ShopLocaleRecord {
  locale: string;
  published: boolean;
}
