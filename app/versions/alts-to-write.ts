import { type NamedImage, namedImages } from "../catalog/image-alts.ts";
import { isBlank } from "../catalog/live-texts.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { readWaitingTexts } from "./waiting-texts.ts";

type Images = StoredFacts["images"];

/** Those of a product's images that a run writes alt texts for: all, or those without one. */
export function altsToWrite(images: Images, { allImages }: { allImages: boolean }): NamedImage[] {
  return namedImages(images).filter(({ alt }) => allImages || isBlank(alt));
}

/** How many alt texts runs would write for products. */
export interface AltCounts {
  /** for images without one that nobody wrote one for yet */
  missing: number;
  /** for images without one */
  blank: number;
  all: number;
}

const imagesSql = `SELECT id, json_extract(facts, '$.images') AS images FROM products
  WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`;

/** @param of.target the shop's own pages */
export function* countAlts(of: {
  shop: ShopDomain;
  productIds: readonly ProductId[];
  target: Target;
}): Steps<ReadonlyMap<ProductId, AltCounts>> {
  const { shop, productIds } = of;
  const rows = yield* all<{ id: string; images: string | null }>(imagesSql, { shop, ids: JSON.stringify(productIds) });
  const waiting = yield* readWaitingTexts(of);
  return new Map(
    rows.map(({ id, images }) => {
      const shown = JSON.parse(images ?? "[]") as Images;
      const blank = altsToWrite(shown, { allImages: false });
      const missing = blank.filter(({ contentType }) => !waiting.get(id)?.has(contentType)).length;
      const counts = { missing, blank: blank.length, all: altsToWrite(shown, { allImages: true }).length };
      return [productIdSchema.parse(id), counts];
    }),
  );
}
