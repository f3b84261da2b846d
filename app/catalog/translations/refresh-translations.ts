import type { Db } from "../../db/open.ts";
import type { StoredFacts } from "../../db/schema/index.ts";
import { get, type Steps } from "../../db/steps.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import {
  maxTranslatables,
  maxTranslationTargets,
  readTranslations,
  type TranslationTarget,
} from "../../shopify/operations/index.ts";
import { storedParts } from "./product-parts.ts";
import { type ReadResource, readResource, resourceName, resourcesOf, storeRead } from "./store-read.ts";
import { targetsToRead } from "./translation-targets.ts";

/**
 * Reads the translations of one product again from the shop, those of its options, metafields and images included, and keeps
 * what differs.
 * @param input.targets default: all languages and markets that the shop may have texts for
 * @returns of how many languages and markets the texts changed
 * @throws OperationalError of the Admin API; `shopify_scope` where the shop has not let the app read translations
 */
export async function refreshTranslations(
  { db, clock, admin }: { db: Db; clock: Clock; admin: AdminApi },
  input: {
    shop: ShopDomain;
    productId: ProductId;
    targets?: readonly TranslationTarget[];
    signal?: AbortSignal | undefined;
  },
): Promise<number> {
  const { shop, productId, signal } = input;
  const options = signal ? { signal } : {};
  const all = input.targets ?? (await db.do(targetsToRead(shop)));
  const resources = await db.do(resourcesOfProduct(shop, productId));
  let changed = 0;
  for (let from = 0; from < all.length; from += maxTranslationTargets) {
    const targets = all.slice(from, from + maxTranslationTargets);
    const asOf = clock.now();
    const read = new Map<string, ReadResource>();
    for (let at = 0; at < resources.length; at += maxTranslatables) {
      const ids = resources.slice(at, at + maxTranslatables).map((resource) => `gid://shopify/${resource}`);
      const { translatableResourcesByIds } = await admin.run(readTranslations(targets), { ids }, options);
      for (const node of translatableResourcesByIds.nodes) {
        const found = readResource(node, targets.length);
        if (found) read.set(resourceName(node.resourceId), found);
      }
    }
    const products = new Map([[productId as string, read.get(`Product/${productId}`) ?? null]]);
    const batch = { shop, targets, products, parts: read, incomplete: new Set<string>(), asOf, keepsTime: true };
    changed += await db.transact({ shop }, () => storeRead(batch));
  }
  return changed;
}

const factsSql = "SELECT facts FROM products WHERE shop = @shop AND id = @productId";

/** The product and what hangs on it, as it was last read. */
function* resourcesOfProduct(shop: string, productId: string): Steps<string[]> {
  const row = yield* get<{ facts: string }>(factsSql, { shop, productId });
  const { images = [] } = row ? (JSON.parse(row.facts) as Partial<StoredFacts>) : {};
  const parts = (yield* storedParts(shop, [productId])).get(productId) ?? { texts: {}, metafields: {} };
  return [`Product/${productId}`, ...resourcesOf({ images, parts }).map(({ resource }) => resource)];
}
