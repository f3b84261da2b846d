/** A market of a shop. Times are epoch milliseconds, ids the numbers inside Shopify's gids. */
export interface MarketRecord {
  __typename: "Market";
  id: number;
  name: string;
  handle: string;
  status: "ACTIVE" | "DRAFT";
  /** NONE: a market without conditions, which nobody belongs to */
  type: "REGION" | "LOCATION" | "COMPANY_LOCATION" | "CHANNEL" | "NONE";
  /** ISO 3166 codes of the countries that are whole in it */
  countries: string[];
  /** ISO 3166-2 codes of parts of others */
  subdivisions: string[];
  /** all regions of the world, none of which is listed */
  everywhere: boolean;
  /** handles of those that it inherits from directly; null: those next above its places */
  parents: string[] | null;
  currency: string;
  primary: boolean;
}

/** That a market inherits directly from another; null: it is at the root. */
export interface MarketRelationshipRecord {
  __typename: "MarketRelationship";
  id: number;
  childId: number;
  parentId: number | null;
}

/** Which market inherits from which, as it was last built. */
export interface MarketTree {
  /** a UUID that is another one after each building */
  version: string;
  relationships: readonly MarketRelationshipRecord[];
}

/** Where on the web a market is found, and in which languages. The shop's own address may be no market's. */
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
