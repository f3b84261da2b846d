import type { LiveTexts } from "../catalog/live-texts.ts";

/** The content types that have a place in the shop's own product. */
export type StoreContentType = keyof LiveTexts;

export const storeContentTypes = [
  "title",
  "desc",
  "bullets",
  "seo_title",
  "seo_desc",
] as const satisfies StoreContentType[];

/** What a merchant reads. */
export const contentTypeLabel: Record<StoreContentType, string> = {
  title: "Title",
  desc: "Description",
  bullets: "Bullets",
  seo_title: "SEO title",
  seo_desc: "SEO description",
};

/** Texts of other markets and channels are carried elsewhere. */
export const storeTarget = { market: "", channel: "store" } as const;

export function isStoreContentType(name: string): name is StoreContentType {
  return (storeContentTypes as readonly string[]).includes(name);
}

/** "Title, Bullets" */
export function labelsOf(types: readonly StoreContentType[]): string {
  return storeContentTypes
    .filter((type) => types.includes(type))
    .map((type) => contentTypeLabel[type])
    .join(", ");
}
