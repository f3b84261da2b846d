/** What decides from whom a market inherits where Shopify does not say. */
export interface Area {
  id: string;
  active: boolean;
  /** Shopify's MarketType */
  type: string;
  /** ISO 3166-1 alpha-2 */
  countries: readonly string[];
  /** ISO 3166-2, e.g. `US-CA` */
  subdivisions: readonly string[];
  /** all regions of the world */
  everywhere: boolean;
}

/**
 * The markets whose texts a market shows where it has none of its own, the nearest first, where the API does not name them: a
 * market of regions whose places are all another's too is its submarket. Of markets for companies, locations and channels
 * nothing is guessed: whether they stand above or below others, their places do not tell. Drafts give nothing to anybody.
 * @returns ids
 * @see https://shopify.dev/docs/apps/build/markets/market-inheritance
 */
export function parentsByPlaces(market: Area, all: readonly Area[]): string[] {
  if (market.type !== "REGION") return [];
  return all
    .filter((one) => one.id !== market.id && one.active && one.type === "REGION")
    .filter((one) => holdsAll(one, market) && !holdsAll(market, one))
    .sort((a, b) => sizeOf(a) - sizeOf(b))
    .map(({ id }) => id);
}

/** Whether a market has all places of another one. Of one whose places are not known nothing is said. */
function holdsAll(one: Area, other: Area): boolean {
  const { countries, subdivisions } = other;
  if (!other.everywhere && countries.length + subdivisions.length === 0) return false;
  if (one.everywhere) return true;
  if (other.everywhere) return false;
  const held = new Set([...one.countries, ...one.subdivisions]);
  return (
    countries.every((country) => held.has(country)) &&
    subdivisions.every((part) => held.has(part) || held.has(part.slice(0, 2)))
  );
}

/** A country has fewer parts than this. */
const mostParts = 1_000;

/** Orders markets of which one holds the other. */
export function sizeOf({ everywhere, countries, subdivisions }: Area): number {
  return everywhere ? Number.MAX_SAFE_INTEGER : countries.length * mostParts + subdivisions.length;
}
