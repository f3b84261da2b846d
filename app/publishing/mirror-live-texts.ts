import { and, eq } from "drizzle-orm";
import { imageAltOf } from "../catalog/image-alts.ts";
import { type LiveTexts, liveDigest, missingBits } from "../catalog/live-texts.ts";
import { markOutranking, putProduct, readKnown } from "../catalog/product-writer.ts";
import { readTextPlaces, type TextPlace } from "../catalog/text-places.ts";
import { outdatingTranslations } from "../catalog/translations/outdate-translations.ts";
import type { Tx } from "../db/orm.ts";
import { products, type StoredFacts, type TextBody } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

/**
 * Part of a transaction: what was just read of a product becomes its mirrored texts, with digests and search entry, so that
 * the webhook which our own write sets off finds nothing new. Facts are left alone, but for the alt texts that were read: of what else changed meanwhile nothing is known.
 */
export function* mirrorLiveTexts(
  tx: Tx,
  { clock }: { clock: Clock },
  input: { shop: ShopDomain; productId: ProductId; texts: LiveTexts; updatedAt: number },
) {
  const { shop, productId, texts } = input;
  const [row] = yield* q(
    tx
      .select()
      .from(products)
      .where(and(eq(products.shop, shop), eq(products.id, productId))),
  );
  if (!row) return;
  const places = yield* readTextPlaces(shop);
  const { rowId: _, shop: __, contentState: ___, wholeAt, syncedAt: ____, goneAt: _____, ...record } = row;
  const changed = {
    ...record,
    title: asText(texts.title) ?? record.title,
    descriptionHtml: asText(texts.desc) ?? "",
    seoTitle: asText(texts.seo_title),
    seoDescription: asText(texts.seo_desc),
    bullets: Array.isArray(texts.bullets) ? texts.bullets : null,
    addedTexts: addedOf(texts, places),
    facts: { ...record.facts, images: withAlts(record.facts.images, texts) },
    updatedAt: Math.max(record.updatedAt, input.updatedAt),
  };
  // An import under way may hold an older line of this product: it must not bring the old texts back.
  yield* markOutranking(shop, row.rowId);
  const mirrored = { ...changed, liveDigest: liveDigest(changed), missing: missingBits(changed, places) };
  const known = yield* readKnown(shop, productId);
  const now = clock.now();
  yield* outdatingTranslations({ shop, owner: productId, now }, () =>
    putProduct(shop, mirrored, known, { syncedAt: now, wholeAt }),
  );
}

/** In the order in which an import keeps them: the digest is made of it. */
function addedOf(texts: LiveTexts, places: readonly TextPlace[]): Record<string, TextBody> | null {
  const added = places.flatMap(({ contentType }) => {
    const text = texts[contentType] ?? null;
    return text === null ? [] : [[contentType, text] as const];
  });
  return added.length > 0 ? Object.fromEntries(added) : null;
}

function withAlts(images: StoredFacts["images"], texts: LiveTexts): StoredFacts["images"] {
  return images.map((image) => {
    const name = imageAltOf(image);
    return name !== null && name in texts ? { ...image, alt: asText(texts[name]) } : image;
  });
}

function asText(body: LiveTexts[string] | undefined): string | null {
  return typeof body === "string" ? body : null;
}
