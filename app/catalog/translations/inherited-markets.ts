/** What decides from whom a market inherits. */
interface Area {
  id: string;
  active: boolean;
  /** ISO 3166-1 alpha-2 */
  countries: readonly string[];
}

/**
 * The markets whose texts a market shows where it has none of its own, the nearest first. The API does not name them: a market
 * whose countries are all another's too is its submarket. Drafts give nothing to anybody.
 * @returns ids
 * @see https://shopify.dev/docs/apps/build/markets/market-inheritance
 */
export function parentsOf(market: Area, all: readonly Area[]): string[] {
  if (market.countries.length === 0) return [];
  return all
    .filter(({ id, active, countries }) => {
      if (!active || id === market.id || countries.length <= market.countries.length) return false;
      const held = new Set(countries);
      return market.countries.every((country) => held.has(country));
    })
    .sort((a, b) => a.countries.length - b.countries.length)
    .map(({ id }) => id);
}
