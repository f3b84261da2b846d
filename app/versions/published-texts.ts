import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import type { StoredFacts, TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { nameOfRow, nameOfSlot, slotOfImage } from "../texts/slot.ts";
import { sameTarget, type TargetColumns } from "../texts/target.ts";

const publishedSql = `SELECT resource, content_type AS contentType, body FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND state = 'published'
  ORDER BY created_at, id`;

interface OfTarget {
  shop: string;
  productId: string;
  target: TargetColumns;
}

type Images = StoredFacts["images"];

/** The texts of a product that were published for a target, by the names of their slots. */
export function* publishedTexts({ shop, productId, target }: OfTarget): Steps<ReadonlyMap<string, TextBody>> {
  const { locale, market, channel } = target;
  const rows = yield* all<{ resource: string; contentType: string; body: string }>(publishedSql, {
    ...{ shop, productId, locale, market, channel },
  });
  return new Map(rows.map((row) => [nameOfRow(row), JSON.parse(row.body) as TextBody]));
}

/** Images with the alt texts that were published for a target. @param texts as {@link publishedTexts} gives them */
export function withPublishedAlts(images: Images, texts: ReadonlyMap<string, TextBody>): Images {
  return images.map((image) => {
    const slot = slotOfImage(image);
    const alt = slot && texts.get(nameOfSlot(slot));
    return { ...image, alt: typeof alt === "string" ? alt : null };
  });
}

/** A product's images with the alt texts that a target has: those in the shop for its own pages, else what was published. */
export function* imagesFor({ images, ...of }: OfTarget & { images: Images }): Steps<Images> {
  if (sameTarget(of.target, yield* primaryTargetOf(of.shop))) return images;
  return withPublishedAlts(images, yield* publishedTexts(of));
}
