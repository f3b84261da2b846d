import { and, eq } from "drizzle-orm";
import { imageAltOf } from "../catalog/image-alts.ts";
import { type LiveTexts, liveDigest, missingBits } from "../catalog/live-texts.ts";
import { markOutranking, putProduct, readKnown } from "../catalog/product-writer.ts";
import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import { outdatingTranslations } from "../catalog/translations/outdate-translations.ts";
import type { Tx } from "../db/orm.ts";
import { products } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isImageAlt } from "../texts/slot.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { productsWithTextsOf } from "../versions/texts-of-images.ts";

/**
 * Part of a transaction: copies alt texts that were just read or written at one product's images into our mirror of the other
 * products that show them as well, so that their next texts are made from them.
 */
export function* mirrorSharedAlts(
  tx: Tx,
  { clock }: { clock: Clock },
  input: { shop: ShopDomain; productId: string; texts: LiveTexts },
) {
  const { shop, texts } = input;
  const contentTypes = Object.keys(texts).filter(isImageAlt);
  if (contentTypes.length === 0) return;
  const places = yield* readTextPlaces(shop);
  const target = yield* primaryTargetOf(shop);
  for (const productId of yield* productsWithTextsOf({ shop, contentTypes, except: input.productId })) {
    const [row] = yield* q(
      tx
        .select()
        .from(products)
        .where(and(eq(products.shop, shop), eq(products.id, productId))),
    );
    if (!row) continue;
    const images = row.facts.images.map((image) => {
      const alt = texts[imageAltOf(image) ?? ""];
      return typeof alt === "string" || alt === null ? { ...image, alt } : image;
    });
    const { rowId, shop: _, contentState: __, wholeAt, syncedAt: ___, goneAt: ____, ...record } = row;
    const changed = { ...record, facts: { ...record.facts, images } };
    yield* markOutranking(shop, rowId);
    const mirrored = { ...changed, liveDigest: liveDigest(changed), missing: missingBits(changed, places) };
    const known = yield* readKnown(shop, productId);
    const now = clock.now();
    yield* outdatingTranslations({ shop, owner: productId, now }, () =>
      putProduct(shop, mirrored, known, { syncedAt: now, wholeAt }),
    );
    yield* refreshContentState({ shop, productId, target });
  }
}
