import { otherKindOf } from "../../catalog/translations/translation-sources.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { configNameOf } from "../../texts/slot.ts";

/** Means the names of a product's options and of their values. No content type of a shop has a dot in its name. */
export const optionTexts = "product.options";
/** Means what a product's metafields hold, beside its content types. */
export const metafieldTexts = "product.metafields";

/** Means all texts of what is no product: of a page, a collection, the shop's menus … */
export const resourceTexts = "resource.texts";

/**
 * Whether a text is among those that a run is about.
 * @param owner whose text it is: a product's id, or e.g. `Page/12`
 * @param contentTypes names of content types, `image_alt` for all images, the three above, or the names of single slots
 */
export function isAskedFor(name: string, contentTypes: readonly string[], owner: string): boolean {
  if (contentTypes.includes(name) || contentTypes.includes(configNameOf(name))) return true;
  const kind = otherKindOf(name);
  if (kind === null) return false;
  if (kind === "resource" || kindOfOwner(owner) !== null) return contentTypes.includes(resourceTexts);
  return contentTypes.includes(kind === "option" || kind === "option_value" ? optionTexts : metafieldTexts);
}
