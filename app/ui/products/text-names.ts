import type { TFunction } from "i18next";

type Words = TFunction<"products">;

const texts = ["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt"] as const;
export type KnownText = (typeof texts)[number];

export function isKnownText(name: string): name is KnownText {
  return (texts as readonly string[]).includes(name);
}

/** A text as merchants read it; one that the shop added is known by its label already. */
export function nameOfText(t: Words, name: string): string {
  return isKnownText(name) ? t(`text.${name}`) : name;
}
