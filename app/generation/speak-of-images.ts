import type { NamedImage } from "../catalog/image-alts.ts";
import { replaceImageNames } from "../texts/slot.ts";

/** Checks name the alt text of an image by its number in Shopify; people count. @param words e.g. a warning */
export function speakOfImages(words: string, images: readonly NamedImage[]): string {
  return replaceImageNames(words, (name) => {
    const image = images.find(({ contentType }) => contentType === name);
    return image ? `the alt text of image ${image.position}` : "the alt text of another image";
  });
}
