import type { AdminApi } from "../shopify/admin-api.ts";
import { readExistingNodes } from "../shopify/operations/index.ts";
import { slotNamed } from "../texts/slot.ts";

const maxIds = 250;

/**
 * Of texts whose resource was missing in one reading those whose resource is in the shop all the same: an answer that leaves one
 * out is no sign that it is gone. To be asked before anything of a person's is closed.
 * @param names of slots of images, options, metafields. @throws OperationalError as AdminApi
 */
export async function stillThere(admin: AdminApi, names: readonly string[]): Promise<ReadonlySet<string>> {
  const gids = new Map(names.map((name) => [name, `gid://shopify/${slotNamed(name).resource}`]));
  const ids = [...new Set(gids.values())];
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += maxIds) {
    const { nodes } = await admin.run(readExistingNodes, { ids: ids.slice(from, from + maxIds) });
    for (const node of nodes) if (node !== null) found.add(node.id);
  }
  return new Set(names.filter((name) => found.has(gids.get(name) ?? "")));
}
