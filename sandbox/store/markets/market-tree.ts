import type { ShopState } from "../shop-state.ts";
import type { MarketRecord, MarketRelationshipRecord, MarketTree } from "./market-records.ts";

/** Of a shop whose markets were not put in yet. */
export const noMarketTree: MarketTree = { version: versionOf(0), relationships: [] };

/**
 * Builds anew which market inherits from which: from those that a test named, else from those next above its places. A market for
 * companies or locations inherits from markets of regions with the same places too, and none inherits from it. Drafts are above
 * nobody. Relationships that stay keep their ids, their order does not.
 * @see https://shopify.dev/docs/apps/build/markets/market-inheritance
 */
export function rebuildMarketTree(shop: ShopState): void {
  const { version, relationships } = shop.marketTree;
  const markets = [...shop.markets.values()];
  const idOf = (childId: number, parentId: number | null) =>
    relationships.find((one) => one.childId === childId && one.parentId === parentId)?.id ?? shop.nextId();
  const built = markets.flatMap((market): MarketRelationshipRecord[] => {
    const parents = directParents(market, markets).map(({ id }) => id);
    const above: (number | null)[] = parents.length > 0 ? parents : [null];
    return above.map((parentId) => ({
      __typename: "MarketRelationship",
      id: idOf(market.id, parentId),
      childId: market.id,
      parentId,
    }));
  });
  shop.marketTree = { version: versionOf(Number(version.slice(-12)) + 1), relationships: built.reverse() };
}

function versionOf(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
}

function directParents(market: MarketRecord, markets: readonly MarketRecord[]): MarketRecord[] {
  if (market.parents) return market.parents.flatMap((handle) => markets.find((one) => one.handle === handle) ?? []);
  const above = markets.filter((one) => one.status === "ACTIVE" && isAbove(one, market));
  return above.filter((one) => !above.some((other) => isAbove(one, other)));
}

function isAbove(one: MarketRecord, market: MarketRecord): boolean {
  if (one.id === market.id || one.type !== "REGION" || !holds(one, market)) return false;
  return market.type !== "REGION" || !holds(market, one);
}

/** All places of the second are the first one's too. */
function holds(one: MarketRecord, other: MarketRecord): boolean {
  if (one.everywhere) return true;
  if (other.everywhere || other.countries.length + other.subdivisions.length === 0) return false;
  const hasCountry = (code: string) => one.countries.includes(code);
  const hasPart = (code: string) => one.subdivisions.includes(code) || hasCountry(code.slice(0, 2));
  return other.countries.every(hasCountry) && other.subdivisions.every(hasPart);
}

/** The markets that one inherits from, the nearest first. */
export function lineageOf(shop: ShopState, market: MarketRecord): MarketRecord[] {
  const found: MarketRecord[] = [];
  for (let level = [market]; level.length > 0; ) {
    const next = level.flatMap(({ id }) => parentsOf(shop, id)).filter((one) => one !== market && !found.includes(one));
    level = [...new Set(next)];
    found.push(...level);
  }
  return found.filter(({ status }) => status === "ACTIVE");
}

/** Those that one inherits from directly, by the tree as it was last built. */
export function parentsOf(shop: ShopState, id: number): MarketRecord[] {
  return shop.marketTree.relationships.flatMap(({ childId, parentId }) =>
    childId === id && parentId !== null ? (shop.markets.get(parentId) ?? []) : [],
  );
}

/** Those that inherit from one directly. */
export function childrenOf(shop: ShopState, id: number): MarketRecord[] {
  return shop.marketTree.relationships.flatMap(({ childId, parentId }) =>
    parentId === id ? (shop.markets.get(childId) ?? []) : [],
  );
}
