import type { Db } from "../../db/open.ts";
import type { TranslatableText } from "../../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { maxTranslatables, readTranslations, type TranslatableNode } from "../../shopify/operations/index.ts";
import { filtersOwner, kindOfOwner, menusOwner } from "../../texts/resource-owner.ts";
import { slotNamed } from "../../texts/slot.ts";
import { storedParts } from "../translations/product-parts.ts";
import { keepReadSources } from "./keep-read-sources.ts";
import { textsOfNode } from "./read-owner-texts.ts";

/**
 * Reads the originals of a page, a collection, the shop's menus … again: no webhook tells that they changed. Does nothing for a
 * product. Where Shopify refuses to show them, what is known stays; so does what its answer leaves out.
 * @throws OperationalError of the Admin API that may be tried again
 */
export async function refreshSources(
  { db, clock, admin }: { db: Db; clock: Clock; admin: AdminApi },
  { shop, id, signal }: { shop: ShopDomain; id: ProductId; signal: AbortSignal },
): Promise<void> {
  if (kindOfOwner(id) === null) return;
  const readAt = clock.now();
  const known = Object.keys((await db.do(storedParts(shop, [id]))).get(id)?.texts ?? {});
  const own = id === menusOwner || id === filtersOwner ? [] : [id];
  const resources = new Set([...own, ...known.map((name) => slotNamed(name).resource)]);
  const nodes = await readNodes(
    admin,
    [...resources].map((resource) => `gid://shopify/${resource}`),
    signal,
  );
  const answered = new Set(nodes.map(({ resourceId }) => resourceId));
  const isAnswered = (name: string) => answered.has(`gid://shopify/${slotNamed(name).resource}`);
  const sources = new Map<string, TranslatableText | null>([
    ...known.filter(isAnswered).map((name) => [name, null] as const),
    ...nodes.flatMap((node) => Object.entries(textsOfNode(node))),
  ]);
  await db.transact({ shop }, () => keepReadSources({ shop, owner: id, sources, readAt }));
}

async function readNodes(admin: AdminApi, ids: readonly string[], signal: AbortSignal): Promise<TranslatableNode[]> {
  const nodes: TranslatableNode[] = [];
  try {
    for (let from = 0; from < ids.length; from += maxTranslatables) {
      const chunk = ids.slice(from, from + maxTranslatables);
      const { translatableResourcesByIds } = await admin.run(readTranslations([]), { ids: chunk }, { signal });
      nodes.push(...translatableResourcesByIds.nodes);
    }
  } catch (error) {
    if (!isOperationalError(error) || error.retryable) throw error;
  }
  return nodes;
}
