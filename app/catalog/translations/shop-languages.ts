import { all, type Steps } from "../../db/steps.ts";

/**
 * What a language is to customers: `live`, `unreachable` (published, but no address leads there), `unpublished`, or `gone`: the
 * shop removed it, and Shopify its translations with it.
 */
export type LocaleState = "live" | "unreachable" | "unpublished" | "gone";

export interface ShopLocale {
  /** as Shopify spells it, e.g. `pt-BR` */
  locale: string;
  isPrimary: boolean;
  state: LocaleState;
}

export interface ShopMarket {
  /** the number of the Shopify gid */
  id: string;
  handle: string;
  name: string;
  active: boolean;
  /** ids of the markets whose texts it shows where it has none of its own, the nearest first */
  parents: string[];
  /** Shopify's MarketType: REGION, COMPANY_LOCATION … */
  type: string;
  /** ISO 3166-1 alpha-2: countries that are whole in it */
  countries: string[];
  /** ISO 3166-2, e.g. `US-CA`: parts of others */
  subdivisions: string[];
  /** all regions of the world */
  everywhere: boolean;
  /** those that its own addresses offer, the default first; none: it has no address of its own */
  locales: string[];
}

interface LocaleRow {
  locale: string;
  isPrimary: 0 | 1;
  published: 0 | 1;
  reachable: 0 | 1;
  goneAt: number | null;
}

const localesSql = `SELECT locale, is_primary AS isPrimary, published, reachable, gone_at AS goneAt
  FROM shop_locales WHERE shop = @shop ORDER BY gone_at IS NOT NULL, position, locale`;
const marketsSql = `SELECT id, handle, name, active, type, parents, countries, subdivisions, everywhere, locales
  FROM shop_markets WHERE shop = @shop ORDER BY position, id`;

/** The languages of a shop as they were last read, the primary one first, those that are gone last. None before an import. */
export function* shopLocalesOf(shop: string): Steps<ShopLocale[]> {
  const rows = yield* all<LocaleRow>(localesSql, { shop });
  return rows.map((row) => ({ locale: row.locale, isPrimary: Boolean(row.isPrimary), state: stateOf(row) }));
}

function stateOf({ published, reachable, goneAt }: LocaleRow): LocaleState {
  if (goneAt !== null) return "gone";
  if (!published) return "unpublished";
  return reachable ? "live" : "unreachable";
}

/** The languages that the shop's texts can be translated into: those that it has beside its primary one, shown or not. */
export function* translatedLocalesOf(shop: string): Steps<string[]> {
  const locales = yield* shopLocalesOf(shop);
  return locales.filter(({ isPrimary, state }) => !isPrimary && state !== "gone").map(({ locale }) => locale);
}

/** The markets of a shop as they were last read. */
export function* shopMarketsOf(shop: string): Steps<ShopMarket[]> {
  const rows = yield* all<MarketRow>(marketsSql, { shop });
  return rows.map(({ active, everywhere, parents, countries, subdivisions, locales, ...row }) => ({
    ...row,
    active: Boolean(active),
    everywhere: Boolean(everywhere),
    parents: JSON.parse(parents) as string[],
    countries: JSON.parse(countries) as string[],
    subdivisions: JSON.parse(subdivisions) as string[],
    locales: JSON.parse(locales) as string[],
  }));
}

interface MarketRow {
  id: string;
  handle: string;
  name: string;
  active: 0 | 1;
  type: string;
  parents: string;
  countries: string;
  subdivisions: string;
  everywhere: 0 | 1;
  locales: string;
}

/** Of each market by its id: the ids of those whose texts it shows where it has none of its own, the nearest first. */
export function* parentMarketsOf(shop: string): Steps<ReadonlyMap<string, readonly string[]>> {
  return new Map((yield* shopMarketsOf(shop)).map(({ id, parents }) => [id, parents]));
}
