import { missingBits } from "../catalog/live-texts.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import type { Steps } from "../db/steps.ts";
import type { TargetColumns } from "../texts/target.ts";
import { publishedTexts, withPublishedAlts } from "./published-texts.ts";

/** Which texts of a product were not published for a target that is not the shop's own pages. @returns bits of `missingBit` */
export function* missingFor(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  images: StoredFacts["images"];
}): Steps<number> {
  const { shop, images } = input;
  const texts = yield* publishedTexts(input);
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
      facts: { images: withPublishedAlts(images, texts) },
    },
    places,
  );
}
