import type { ResourceKind, TextLimits } from "../../db/schema/index.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { maxPartOwners, readResourceParts } from "../../shopify/operations/index.ts";
import { isHidden } from "../translations/hidden-fields.ts";
import { limitsOfRules } from "../translations/limits-of-rules.ts";
import { typeOfField } from "../translations/text-form.ts";

const kindsWithParts: ReadonlySet<ResourceKind> = new Set(["collection", "page", "blog", "article"]);

export function hasParts(kind: ResourceKind): boolean {
  return kindsWithParts.has(kind);
}

/** A resource for translation that hangs on another one: its image, or a metafield with a text. */
export interface ResourcePart {
  gid: string;
  /** what the definition of a metafield leaves to its text */
  limits?: TextLimits | undefined;
}

/**
 * What hangs on collections, pages, blogs and articles. Metafields of apps, which hide them, and those without a text are no parts.
 * @returns by the gid of what they hang on; one is missing that Shopify did not show. @throws OperationalError of the Admin API
 */
export async function readParts(
  admin: AdminApi,
  { gids, signal }: { gids: readonly string[]; signal: AbortSignal },
): Promise<Map<string, ResourcePart[]>> {
  const parts = new Map<string, ResourcePart[]>();
  let asked: { ids: string[]; after: string | null }[] = [];
  for (let from = 0; from < gids.length; from += maxPartOwners) {
    asked.push({ ids: gids.slice(from, from + maxPartOwners), after: null });
  }
  while (asked.length > 0) {
    const next: typeof asked = [];
    for (const variables of asked) {
      const { nodes } = await admin.run(readResourceParts, variables, { signal });
      for (const { id, image, metafields } of nodes.flatMap((node) => node ?? [])) {
        if (id === undefined || metafields === undefined) continue;
        const known = parts.get(id) ?? (image?.id ? [{ gid: withoutQuery(image.id) }] : []);
        const texts = metafields.nodes.filter((one) => typeOfField(one.type) !== null && !isHidden(one));
        known.push(...texts.map((one) => ({ gid: one.id, limits: limitsOfRules(one.definition?.validations) })));
        parts.set(id, known);
        const { hasNextPage, endCursor } = metafields.pageInfo;
        if (hasNextPage && endCursor && endCursor !== variables.after) next.push({ ids: [id], after: endCursor });
      }
    }
    asked = next;
  }
  return parts;
}

function withoutQuery(gid: string): string {
  return gid.replace(/\?.*$/, "");
}
