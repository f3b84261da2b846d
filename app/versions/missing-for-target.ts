import { readTextPlaces } from "../catalog/text-places.ts";
import { heldTexts, missingOf } from "../catalog/translations/held-texts.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import { get, type Steps } from "../db/steps.ts";
import type { TargetColumns } from "../texts/target.ts";
import { publishedTexts } from "./published-texts.ts";

/**
 * Which texts of a product a target that is not the shop's own pages lacks: on pages in another language of the shop those that
 * the shop does not hold there, whoever wrote them; elsewhere those that were not published. @returns bits of `missingBit`
 */
export function* missingFor(input: {
  shop: string;
  productId: string;
  target: TargetColumns;
  images: StoredFacts["images"];
}): Steps<number> {
  const { shop, productId: owner, target, images } = input;
  const texts = (yield* isMirrored(shop, target))
    ? yield* heldTexts({ shop, owner, target })
    : yield* publishedTexts(input);
  return missingOf(texts, { images, places: yield* readTextPlaces(shop) });
}

const localeSql = "SELECT 1 AS known FROM shop_locales WHERE shop = @shop AND locale = @locale";

/** Whether what the shop holds for the target is read with an import. */
function* isMirrored(shop: string, { locale, market, channel }: TargetColumns): Steps<boolean> {
  if (channel !== "store" || market !== "") return false;
  return (yield* get(localeSql, { shop, locale })) !== undefined;
}
