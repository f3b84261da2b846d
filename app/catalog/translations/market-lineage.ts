import { type Area, parentsByPlaces, sizeOf } from "./inherited-markets.ts";

/** That a market inherits directly from another; null: from none. Ids as in `Area`. */
export interface MarketRelationship {
  child: string;
  parent: string | null;
}

/**
 * The markets whose texts a market shows where it has none of its own, the nearest first: those that Shopify names, those that
 * they inherit from, and so on. Of several that are as near the one of fewer places comes first. A market of which Shopify says
 * nothing yet is placed by its places. Drafts give nothing to anybody; what is above them is inherited all the same.
 * @param relationships null where the API does not list them
 * @returns ids
 * @see https://shopify.dev/changelog/market-relationships
 */
export function lineageOf(
  market: Area,
  all: readonly Area[],
  relationships: readonly MarketRelationship[] | null,
): string[] {
  if (!relationships?.some(({ child }) => child === market.id)) return parentsByPlaces(market, all);
  const areas = new Map(all.map((one) => [one.id, one]));
  const found = new Set<string>();
  for (let level = [market.id]; level.length > 0; ) {
    const next = new Set(
      level.flatMap((id) => relationships.flatMap(({ child, parent }) => (child === id && parent ? [parent] : []))),
    );
    const nearest = [...next].filter((id) => id !== market.id && areas.has(id) && !found.has(id));
    level = nearest.sort((a, b) => sizeAt(areas, a) - sizeAt(areas, b));
    for (const id of level) found.add(id);
  }
  return [...found].filter((id) => areas.get(id)?.active);
}

function sizeAt(areas: ReadonlyMap<string, Area>, id: string): number {
  const area = areas.get(id);
  return area ? sizeOf(area) : 0;
}
