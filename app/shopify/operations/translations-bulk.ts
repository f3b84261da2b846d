import { z } from "zod";
import { type TranslationTarget, translationFields } from "./translations.ts";

/** The resources that a product's texts are kept in; the product itself last, when what hangs on it is known. */
export const productResourceTypes = [
  "PRODUCT_OPTION",
  "PRODUCT_OPTION_VALUE",
  "METAFIELD",
  "MEDIA_IMAGE",
  "PRODUCT",
] as const;
export type ProductResourceType = (typeof productResourceTypes)[number];

/**
 * Those that are listed by a query over the whole shop. Metafields are not: such a list holds those of customers, orders and
 * whatever else there is, and Shopify gives it up.
 * @see https://shopify.dev/docs/apps/build/markets/migrate-translatable-metafields
 */
export const listedResourceTypes = productResourceTypes.filter((type) => type !== "METAFIELD");
export type ListedResourceType = (typeof listedResourceTypes)[number];

const lineSchema = z
  .object({
    resourceId: z.string(),
    translatableContent: z.array(
      z.object({ key: z.string(), digest: z.string().nullish(), type: z.string().optional() }),
    ),
  })
  // Its translations, named as `translationsAt` reads them.
  .catchall(z.unknown());
export type TranslatableLine = z.infer<typeof lineSchema>;

/**
 * The bulk query over all resources of a type, one JSON line each, those without translations included. A resource has no `id`,
 * so that what hangs on a product cannot be asked for below it; each type takes a query of its own.
 * @throws RangeError as `translationFields`
 * @see https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions
 */
export function translationsBulkDocument(type: ListedResourceType, targets: readonly TranslationTarget[]): string {
  return `{
  translatableResources(resourceType: ${type}) {
    edges { node { resourceId translatableContent { key digest } ${translationFields(targets)} } }
  }
}`;
}

/** A line of its result. @throws when it is not JSON or no resource */
export function readTranslatableLine(line: string): TranslatableLine {
  return lineSchema.parse(JSON.parse(line));
}
