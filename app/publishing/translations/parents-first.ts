import { parentMarketsOf } from "../../catalog/translations/shop-languages.ts";
import type { Steps } from "../../db/steps.ts";
import type { Target } from "../../texts/target.ts";

/**
 * In the order in which they are to be written: what is said everywhere, then markets before those that inherit from them. A
 * market's text is compared with what is read there without it, and that has to be there by then.
 */
export function* parentsFirst(shop: string, targets: readonly Target[]): Steps<Target[]> {
  const depthOf = yield* marketDepths(shop);
  return targets.toSorted((one, other) => depthOf(one.market) - depthOf(other.market));
}

/** How many markets a market stands below, by its number; "" is everywhere, which is above them all. */
export function* marketDepths(shop: string): Steps<(market: string) => number> {
  const parents = yield* parentMarketsOf(shop);
  // A market above another one is above all that are below that one: it has fewer above itself.
  return (market) => (market === "" ? -1 : (parents.get(market)?.length ?? 0));
}
