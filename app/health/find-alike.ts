import type { Product } from "../catalog/product.ts";
import type { Db } from "../db/open.ts";
import { lookUpTexts } from "../quality/look-up-texts.ts";
import { catalogueOf, compareWithCatalogue } from "../quality/near-duplicates/compare-catalogue.ts";
import { viewsOf, type WrittenText } from "../quality/run-checks.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { configNameOf } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { liveBodies } from "./live-checks.ts";

/** Another product whose live texts a product's nearly repeat. */
export interface Alike {
  productId: string;
  /** bits of `missingBit`: in which texts */
  duplicate: number;
}

/** Looks up a product's live texts among the live texts of its shop, which must have been marked. */
export async function findAlike(
  { db }: { db: Db },
  {
    product,
    target,
    config,
    bits,
  }: { product: Product; target: Target; config: ContentConfig; bits: ReadonlyMap<string, number> },
): Promise<Alike[]> {
  const texts = new Map<string, WrittenText>();
  for (const [name, body] of liveBodies(product.live)) texts.set(name, { body, raw: body });
  // Of drafts, and of what is published, nothing is read here: they have findings of their own.
  const comparison = await db.do(compareWithCatalogue(noVersions, { product, target }));
  const only = [...texts.keys()];
  const found = await lookUpTexts(catalogueOf({ db }, comparison), { views: viewsOf(texts, config), only, config });
  const alike = new Map<string, number>();
  for (const [contentType, other] of found) {
    if (!other) continue;
    const { productId } = other;
    alike.set(productId, (alike.get(productId) ?? 0) | (bits.get(configNameOf(contentType)) ?? 0));
  }
  return [...alike].map(([productId, duplicate]) => ({ productId, duplicate }));
}

// biome-ignore lint/correctness/useYield: nothing is read
function* noVersions() {
  return new Map<string, never>();
}
