import { z } from "zod";
import { type LiveTexts, liveTexts } from "../catalog/live-texts.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { type ProductTextsNode, readProductTexts } from "../shopify/operations/index.ts";

/** What stands in the shop at this moment. */
export interface LiveProduct {
  texts: LiveTexts;
  /** guards the next write of the bullets; null = there are none yet */
  bulletsDigest: string | null;
  /** Shopify's time of the product's last change, in epoch ms */
  updatedAt: number;
}

/**
 * Reads the live texts of one product. @param gid the product's Shopify id. @returns null when the product is gone
 * @throws OperationalError as AdminApi
 */
export async function readLiveTexts(
  admin: AdminApi,
  gid: string,
  options: { signal?: AbortSignal } = {},
): Promise<LiveProduct | null> {
  const { product } = await admin.run(readProductTexts, { id: gid }, options);
  if (!product) return null;
  return {
    texts: { ...fieldTexts(product), bullets: bulletsOf(product.bullets?.value) },
    bulletsDigest: product.bullets?.compareDigest ?? null,
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

const listSchema = z.array(z.string());

/** A value that is no list of lines reads as one line, so that it is compared and kept, never silently replaced. */
export function bulletsOf(value: string | undefined): string[] | null {
  if (!value) return null;
  try {
    const parsed = listSchema.safeParse(JSON.parse(value));
    if (!parsed.success) return [value];
    return parsed.data.length > 0 ? parsed.data : null;
  } catch {
    return [value];
  }
}
