import type { StoredFacts } from "../db/schema/index.ts";

/** The name that configs, prompts, dialogs and settings use for the alt texts of all images together. */
export const imageAlt = "image_alt";

const pattern = /^image_alt_(\d{1,20})$/;

/** The content type of one image's alt text; null for an image whose id has no number. */
export function imageAltOf({ id }: { id: string }): string | null {
  const number = /(?:^|\/)(\d{1,20})$/.exec(id)?.[1];
  return number === undefined ? null : `${imageAlt}_${number}`;
}

export function isImageAlt(contentType: string): boolean {
  return pattern.test(contentType);
}

/** @param contentType of one image's alt text */
export function imageGidOf(contentType: string): string {
  return `gid://shopify/MediaImage/${pattern.exec(contentType)?.[1] ?? ""}`;
}

/** The name under which a config speaks of a content type: all images share theirs. */
export function configNameOf(contentType: string): string {
  return isImageAlt(contentType) ? imageAlt : contentType;
}

/** Each name once, in order. */
export function configNamesOf(contentTypes: readonly string[]): string[] {
  return [...new Set(contentTypes.map(configNameOf))];
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
