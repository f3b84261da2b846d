import type { StoredFacts } from "../db/schema/index.ts";
import { nameOfSlot, slotOfImage } from "../texts/slot.ts";

/** The name of an image's alt text; null for an image whose id has no number. */
export function imageAltOf(image: { id: string }): string | null {
  const slot = slotOfImage(image);
  return slot && nameOfSlot(slot);
}

/** An image of a product as its texts know it. */
export interface NamedImage {
  contentType: string;
  url: string;
  alt: string | null;
  /** from 1, in the order in which they were uploaded: a bulk result knows no other, and a card must not change places */
  position: number;
}

export function namedImages(images: StoredFacts["images"]): NamedImage[] {
  return images
    .flatMap((image) => {
      const contentType = imageAltOf(image);
      return contentType === null ? [] : [{ contentType, url: image.url, alt: image.alt }];
    })
    .sort((a, b) => a.contentType.length - b.contentType.length || (a.contentType < b.contentType ? -1 : 1))
    .map((image, i) => ({ ...image, position: i + 1 }));
}

/** The alt texts that are live in the shop, by content type. */
export function liveAlts(images: StoredFacts["images"]): Record<string, string | null> {
  return Object.fromEntries(namedImages(images).map(({ contentType, alt }) => [contentType, alt || null]));
}
