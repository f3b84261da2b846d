import type { ShopDomain } from "../lib/brand.ts";
import type { Models } from "../model/model-for-shop.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { ShopContentType } from "../rules/content-types/list-content-types.ts";
import { defaultConfig } from "../rules/default-config.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import type { ModelChoice } from "../ui/products/generate-dialog.tsx";
import type { ContentTypeView } from "../ui/text-body.ts";

/**
 * How pages call a shop's content types, and how long their texts may be.
 * @param config of the product they are shown for
 */
export function contentTypeViews(
  types: readonly ShopContentType[],
  config: ContentConfig = defaultConfig,
): ContentTypeView[] {
  return types.map(({ name, label, family, html, added, published, wanted }) => ({
    name,
    label,
    limitChars: typeConfigOf(config, name)?.character_limit ?? added?.limitChars ?? null,
    kind: html ? "html" : family === "bullets" ? "bullets" : family === "title" ? "line" : "text",
    published,
    wanted,
  }));
}

/** The models a person can choose from, with what they cost. */
export async function modelChoices({ models }: { models: Models }, shop: ShopDomain): Promise<ModelChoice[]> {
  const { nameOf, creditsOf } = await models.forShop(shop);
  return (["v1", "v2"] as const).map((version) => ({
    version,
    name: nameOf(version),
    creditsPerProduct: creditsOf(version),
  }));
}
