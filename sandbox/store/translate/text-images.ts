import type { ShopState } from "../shop-state.ts";
import type { StoreTextRecord } from "./store-texts.ts";

/** The image of a collection or an article, which is known by its alt text. */
export function imageOfText(shop: ShopState, ownerGid: string) {
  const [text] = imagesOf(shop, ownerGid);
  return text ? { __typename: "Image", text } : null;
}

function imagesOf(shop: ShopState, ownerGid: string): StoreTextRecord[] {
  return [...shop.texts.values()].filter(
    ({ kind, parentId }) => parentId === ownerGid && (kind === "COLLECTION_IMAGE" || kind === "ARTICLE_IMAGE"),
  );
}
