import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { assertKnownTarget } from "../../catalog/translations/assert-known-target.ts";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";

/**
 * A run for a market that the shop does not have would find nothing to do.
 * @throws OperationalError `unknown_market`: it names those that exist
 */
export async function assertKnownMarkets(
  deps: { db: Db },
  shop: ShopDomain,
  markets: readonly string[] = [],
): Promise<void> {
  const primary = await readPrimaryTarget(deps, shop);
  for (const market of markets) await deps.db.do(assertKnownTarget(shop, { ...primary, market }, primary));
}
