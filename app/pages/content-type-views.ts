import type { i18n } from "i18next";
import type { ShopDomain } from "../lib/brand.ts";
import type { Models } from "../model/model-for-shop.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { ShopContentType } from "../rules/content-types/list-content-types.ts";
import { defaultConfig } from "../rules/default-config.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { stricterOf } from "../texts/text-limits.ts";
import type { ModelChoice } from "../ui/products/write-choice.ts";
import type { ContentTypeView } from "../ui/text-body.ts";

/**
 * How pages call a shop's content types, and how long their texts may be.
 * @param config of the product they are shown for
 * @param t in the reader's language; default: as they are stored
 */
export function contentTypeViews(
  types: readonly ShopContentType[],
  config: ContentConfig = defaultConfig,
  t?: i18n["t"],
): ContentTypeView[] {
  return types.map(({ name, label, family, html, added, published, wanted }) => ({
    name,
    label: t ? typeLabel(t, name, label) : label,
    limitChars: stricterOf(typeConfigOf(config, name)?.character_limit ?? added?.limitChars, added?.limits?.max),
    kind: html ? "html" : family === "bullets" ? "bullets" : family === "title" ? "line" : "text",
    published,
    wanted,
  }));
}

const known = ["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt"] as const;

/** A content type in the reader's language; one that the shop added as the shop calls it. */
export function typeLabel(t: i18n["t"], name: string, label: string): string {
  const own = known.find((one) => one === name);
  return own ? t(`texts:label.${own}`) : label;
}

/** A shop's content types with their names in the reader's language. */
export function namedTypes<Type extends { name: string; label: string }>(t: i18n["t"], types: readonly Type[]): Type[] {
  return types.map((type) => ({ ...type, label: typeLabel(t, type.name, type.label) }));
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
