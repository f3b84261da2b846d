import { otherKindOf } from "../catalog/translations/translation-sources.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { maxTranslatables, readExistingNodes, readTranslations } from "../shopify/operations/index.ts";
import { slotNamed } from "../texts/slot.ts";

const maxIds = 250;

/**
 * Of texts whose resource was missing in one reading those whose resource is in the shop all the same: an answer that leaves one
 * out is no sign that it is gone. To be asked before anything of a person's is closed.
 * @param names of slots of images, options, metafields. @throws OperationalError as AdminApi
 */
export async function stillThere(admin: AdminApi, names: readonly string[]): Promise<ReadonlySet<string>> {
  const gids = new Map(names.map((name) => [name, `gid://shopify/${slotNamed(name).resource}`]));
  const found = new Set<string>();
  const asNodes = idsOf(gids, (name) => otherKindOf(name) !== "resource");
  for (let from = 0; from < asNodes.length; from += maxIds) {
    const { nodes } = await admin.run(readExistingNodes, { ids: asNodes.slice(from, from + maxIds) });
    for (const node of nodes) if (node !== null) found.add(node.id);
  }
  // Of links and filters only their translations can be asked for.
  const others = idsOf(gids, (name) => otherKindOf(name) === "resource");
  for (let from = 0; from < others.length; from += maxTranslatables) {
    const ids = others.slice(from, from + maxTranslatables);
    const { translatableResourcesByIds } = await admin.run(readTranslations([]), { ids });
    for (const { resourceId } of translatableResourcesByIds.nodes) found.add(resourceId);
  }
  return new Set(names.filter((name) => found.has(gids.get(name) ?? "")));
}

function idsOf(gids: ReadonlyMap<string, string>, isWanted: (name: string) => boolean): string[] {
  return [...new Set([...gids].flatMap(([name, gid]) => (isWanted(name) ? [gid] : [])))];
}
