import { missingBits } from "../catalog/live-texts.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import type { StoredFacts, TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { nameOfSlot, resourceSchema, slotOfImage } from "../texts/slot.ts";
import type { TargetColumns } from "../texts/target.ts";

const publishedSql = `SELECT resource, content_type AS field, body FROM versions
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel
    AND state = 'published'
  ORDER BY created_at, id`;

interface Published {
  resource: string;
  field: string;
  body: string;
}

/** Which texts of a product were not published for a target that is not the shop's own pages. @returns bits of `missingBit` */
export function* missingFor(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  images: StoredFacts["images"];
}): Steps<number> {
  const { shop, productId, images } = input;
  const { locale, market, channel } = input.target;
  const rows = yield* all<Published>(publishedSql, { shop, productId, locale, market, channel });
  const texts = new Map(
    rows.map(({ resource, field, body }) => {
      const name = nameOfSlot({ resource: resourceSchema.parse(resource), field });
      return [name, JSON.parse(body) as TextBody] as const;
    }),
  );
  const places = yield* readTextPlaces(shop);
  const words = (name: string) => {
    const text = texts.get(name);
    return typeof text === "string" ? text : null;
  };
  const bullets = texts.get("bullets");
  return missingBits(
    {
      title: words("title") ?? "",
      descriptionHtml: words("desc") ?? "",
      bullets: Array.isArray(bullets) ? bullets : null,
      seoTitle: words("seo_title"),
      seoDescription: words("seo_desc"),
      addedTexts: Object.fromEntries(texts),
      facts: {
        images: images.map((image) => {
          const slot = slotOfImage(image);
          return { ...image, alt: slot && words(nameOfSlot(slot)) };
        }),
      },
    },
    places,
  );
}
