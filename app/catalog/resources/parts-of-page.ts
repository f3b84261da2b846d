import type { TranslatableText } from "../../db/schema/index.ts";
import type { TranslatableNode } from "../../shopify/operations/index.ts";
import { slotNamed } from "../../texts/slot.ts";
import { storedParts } from "../translations/product-parts.ts";
import { resourceName } from "../translations/store-read.ts";
import { type OwnerTexts, textsOfNode } from "./read-owner-texts.ts";
import { type ResourcePart, readParts } from "./read-resource-parts.ts";
import type { ResourcesContext, ResourcesDeps } from "./resources-context.ts";

/** What hangs on the resources of a page and is translated with them. */
export interface PartsOfPage {
  gids(): string[];
  /** A resource with the texts of its parts as they were read; of a part that the answer left out what is known of it. */
  added(owner: OwnerTexts, nodes: readonly TranslatableNode[]): OwnerTexts;
  /** Whether Shopify should have answered this one; not every metafield with a text can be translated. */
  isExpected(gid: string): boolean;
}

export const noParts: PartsOfPage = { gids: () => [], added: (owner) => owner, isExpected: () => true };

/**
 * The images and metafields of collections, pages, blogs and articles. Of a resource whose parts Shopify did not show those are
 * taken that are known. @param page.gids of the resources. @throws OperationalError of the Admin API
 */
export async function partsOfPage(
  { db, admin }: ResourcesDeps,
  { shop, signal }: ResourcesContext,
  { gids }: { gids: readonly string[] },
): Promise<PartsOfPage> {
  const found = await readParts(admin, { gids, signal });
  const stored = await db.do(storedParts(shop, gids.map(resourceName)));
  const known = new Map<string, Record<string, TranslatableText>>();
  for (const gid of gids) {
    const texts = Object.entries(stored.get(resourceName(gid))?.texts ?? {});
    const ofParts = texts.filter(([name]) => slotNamed(name).resource !== resourceName(gid));
    known.set(gid, Object.fromEntries(ofParts));
    const resources = new Set(ofParts.map(([name]) => slotNamed(name).resource));
    if (!found.has(gid))
      found.set(
        gid,
        [...resources].map((resource): ResourcePart => ({ gid: `gid://shopify/${resource}` })),
      );
  }
  const seenBefore = new Set([...known.values()].flatMap((texts) => Object.keys(texts).map(gidOf)));
  return {
    gids: () => [...found.values()].flatMap((parts) => parts.map(({ gid }) => gid)),
    added(owner, nodes) {
      const answered = new Map(nodes.map((node) => [node.resourceId, node]));
      const ownerGid = `gid://shopify/${owner.id}`;
      const texts = { ...owner.texts };
      for (const { gid, limits } of found.get(ownerGid) ?? []) {
        const node = answered.get(gid);
        const before = Object.entries(known.get(ownerGid) ?? {}).filter(([name]) => gidOf(name) === gid);
        const read = node ? Object.entries(textsOfNode(node)) : before;
        for (const [name, text] of read) texts[name] = limits ? { ...text, limits } : text;
      }
      return { ...owner, texts };
    },
    isExpected: (gid) => gids.includes(gid) || seenBefore.has(gid),
  };
}

function gidOf(name: string): string {
  return `gid://shopify/${slotNamed(name).resource}`;
}
