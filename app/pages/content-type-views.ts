import type { ContentConfig } from "../content/content-config.ts";
import { type ContentType, contentTypeNames, traitsOf } from "../content/content-types.ts";
import { defaultConfig } from "../content/default-config.ts";
import { creditsPerProduct } from "../content/estimate-credits.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Models } from "../model/model-for-shop.ts";
import type { ModelChoice } from "../ui/products/generate-dialog.tsx";
import type { ContentTypeView } from "../ui/text-body.ts";

const labels: Record<ContentType, string> = {
  title: "Title",
  desc: "Description",
  bullets: "Bullets",
  seo_title: "SEO title",
  seo_desc: "SEO description",
};

/** How pages call content types, and how long their texts may be. @param config of the product they are shown for */
export function contentTypeViews(config: ContentConfig = defaultConfig): ContentTypeView[] {
  return contentTypeNames.map((name) => {
    const { family, html } = traitsOf(name);
    return {
      name,
      label: labels[name],
      limitChars: config.content_types?.[name]?.character_limit ?? null,
      kind: html ? "html" : family === "bullets" ? "bullets" : family === "title" ? "line" : "text",
    };
  });
}

/** The models a person can choose from, with what they cost. */
export async function modelChoices({ models }: { models: Models }, shop: ShopDomain): Promise<ModelChoice[]> {
  const { nameOf } = await models.forShop(shop);
  return (["v1", "v2"] as const).map((version) => ({
    version,
    name: nameOf(version),
    creditsPerProduct: creditsPerProduct[version],
  }));
}
