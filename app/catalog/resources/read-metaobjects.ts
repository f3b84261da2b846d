import type { TextLimits } from "../../db/schema/index.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { readMetaobjectFields } from "../../shopify/operations/index.ts";
import { isHidden } from "../translations/hidden-fields.ts";
import { limitsOfRules } from "../translations/limits-of-rules.ts";
import { resourceName } from "../translations/store-read.ts";
import type { OwnerTexts } from "./read-owner-texts.ts";

/** What definitions leave to texts, by the names of their slots. */
export type FieldLimits = ReadonlyMap<string, TextLimits>;

/** Why entries are not translated: their definition does not let them be, or an app has them for itself. */
export type WhyLeftOut = "notTranslatable" | "ofApps";

export interface ReadMetaobjects {
  limits: FieldLimits;
  /** by id, e.g. `Metaobject/7` */
  leftOut: ReadonlyMap<string, WhyLeftOut>;
}

/**
 * What the definitions of metaobjects leave to their texts. Nothing is known where the app may not read them: such a text is
 * translated as any other, and Shopify's refusal says why.
 * @param gids at most `maxTranslatables`. @throws OperationalError of the Admin API that may be tried again
 */
export async function readMetaobjects(
  admin: AdminApi,
  { gids, signal }: { gids: readonly string[]; signal: AbortSignal },
): Promise<ReadMetaobjects> {
  const limits = new Map<string, TextLimits>();
  const leftOut = new Map<string, WhyLeftOut>();
  try {
    const { nodes } = await admin.run(readMetaobjectFields, { ids: [...gids] }, { signal });
    for (const { id = "", type = "", definition, fields = [] } of nodes.flatMap((node) => node ?? [])) {
      if (isHidden({ namespace: type })) leftOut.set(resourceName(id), "ofApps");
      else if (definition?.capabilities.translatable.enabled === false)
        leftOut.set(resourceName(id), "notTranslatable");
      for (const { key, definition } of fields) {
        const found = limitsOfRules(definition?.validations);
        if (found) limits.set(`${resourceName(id)}.${key}`, found);
      }
    }
  } catch (error) {
    if (!isOperationalError(error) || error.retryable) throw error;
  }
  return { limits, leftOut };
}

/** The texts of a resource with the limits that are known of them. */
export function withLimits(owner: OwnerTexts, limits: FieldLimits): OwnerTexts {
  const texts = Object.entries(owner.texts).map(([name, text]) => {
    const found = limits.get(name);
    return [name, found ? { ...text, limits: found } : text] as const;
  });
  return { ...owner, texts: Object.fromEntries(texts) };
}
