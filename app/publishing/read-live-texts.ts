import { type LiveTexts, liveTexts } from "../catalog/live-texts.ts";
import { textOfMetafield } from "../catalog/metafield-text.ts";
import type { TextPlace } from "../catalog/text-places.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { type ProductTextsNode, readProductTexts, textMetafieldOf } from "../shopify/operations/index.ts";
import type { Live } from "./writer.ts";

/** The live texts at this moment. */
export interface LiveProduct extends Live {
  /** by content type: guards the next write of its metafield; absent where there is none yet */
  digests: ReadonlyMap<string, string>;
  /** Shopify's time of the product's last change, in epoch ms */
  updatedAt: number;
}

/**
 * Reads the live texts of one product. @param gid the product's Shopify id. @param places of texts that are kept in metafields
 * @returns null when the product is gone. @throws OperationalError as AdminApi
 */
export async function readLiveTexts(
  admin: AdminApi,
  gid: string,
  places: readonly TextPlace[],
  options: { signal?: AbortSignal } = {},
): Promise<LiveProduct | null> {
  const { product } = await admin.run(readProductTexts(places), { id: gid }, options);
  if (!product) return null;
  const metafields = places.map((place) => ({ ...place, node: textMetafieldOf(product, place.contentType) ?? null }));
  const texts = metafields.map(({ contentType, type, node }) => [contentType, node && textOfMetafield(type, node)]);
  return {
    texts: { ...fieldTexts(product), ...Object.fromEntries(texts) },
    digests: new Map(
      metafields.flatMap(({ contentType, node }) => (node?.compareDigest ? [[contentType, node.compareDigest]] : [])),
    ),
    updatedAt: Date.parse(product.updatedAt),
  };
}

/** The texts in a product's own fields, as an update answers them too. */
export function fieldTexts(node: ProductTextsNode): LiveTexts {
  return liveTexts({
    title: node.title,
    descriptionHtml: node.descriptionHtml,
    bullets: null,
    seoTitle: node.seo.title ?? null,
    seoDescription: node.seo.description ?? null,
  });
}
