import { isOperationalError } from "../lib/errors.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { type MetafieldNode, maxNamedReferences, readReferenceNames } from "../shopify/operations/index.ts";
import type { ChildNode } from "./bulk-line.ts";

/** What a resource that a metafield points to is called; null when it has no known name. Takes its gid. */
export type NameOf = (gid: string) => string | null;

export const noNames: NameOf = () => null;

/** The names of what metafields point to, read once each from the shop. */
export interface ReferenceNames {
  nameOf: NameOf;
  /** Reads those of these gids that were not asked for before. */
  ensure(gids: readonly string[], signal?: AbortSignal): Promise<void>;
}

// Customers, companies and orders say nothing about a product, and are nobody's business but theirs.
const readable = /^gid:\/\/shopify\/(?:Metaobject|TaxonomyValue|Product|ProductVariant|Collection|MediaImage|GenericFile|Video|Model3d)\/\d+$/; // biome-ignore format: one pattern

/**
 * What the app may not read has no name, a single resource or, where a scope is missing, a kind of them; nothing else is lost.
 * @throws OperationalError of the Admin API, except `shopify_scope` and `shopify_bad_request`
 */
export function createReferenceNames(admin: AdminApi): ReferenceNames {
  const names = new Map<string, string | null>();
  return {
    nameOf: (gid) => names.get(gid) ?? null,
    async ensure(gids, signal) {
      const unknown = [...new Set(gids)].filter((gid) => !names.has(gid));
      for (const gid of unknown) names.set(gid, null);
      // Kinds apart: a scope may be missing for one and there for the others.
      for (const ids of Map.groupBy(unknown, (gid) => gid.split("/")[3] ?? "").values()) {
        const numbered = ids.filter((gid) => readable.test(gid));
        for (let i = 0; i < numbered.length; i += maxNamedReferences) {
          const read = await namesOf(admin, numbered.slice(i, i + maxNamedReferences), signal);
          if (!read) break;
          for (const [gid, name] of read) names.set(gid, name);
        }
      }
    },
  };
}

async function namesOf(
  admin: AdminApi,
  ids: string[],
  signal: AbortSignal | undefined,
): Promise<[string, string | null][] | null> {
  try {
    const { nodes } = await admin.run(readReferenceNames, { ids }, signal ? { signal } : {});
    return nodes.flatMap((node, i): [string, string | null][] => {
      const gid = ids[i];
      const name = node?.displayName ?? node?.name ?? node?.title ?? node?.alt;
      return gid === undefined ? [] : [[gid, name?.trim() || null]];
    });
  } catch (error) {
    if (isOperationalError(error) && (error.code === "shopify_scope" || error.code === "shopify_bad_request"))
      return null;
    throw error;
  }
}

const gidPattern = /gid:\/\/shopify\/\w+\/\w+/g;

/** The gids that a product's metafields point to. */
export function referencesOf(children: readonly ChildNode[]): string[] {
  return children.flatMap((child) => (child.kind === "metafield" ? referencesOfField(child.node) : []));
}

function referencesOfField({ type, value }: MetafieldNode): string[] {
  return type.endsWith("_reference") ? (value.match(gidPattern) ?? []) : [];
}
