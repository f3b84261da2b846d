/** The content types that have a place in the shop's own product, in reading order. */
export const storeContentTypes = ["title", "desc", "bullets", "seo_title", "seo_desc"];

/** What a merchant reads. */
const labels: Record<string, string> = {
  title: "Title",
  desc: "Description",
  bullets: "Bullets",
  seo_title: "SEO title",
  seo_desc: "SEO description",
};

/** Texts of other markets and channels are carried elsewhere. */
export const storeTarget = { market: "", channel: "store" } as const;

export function isStoreContentType(name: string): boolean {
  return storeContentTypes.includes(name);
}

/** "Title, Bullets"; a name without a label stands for itself, after the others. */
export function labelsOf(types: readonly string[]): string {
  const known = storeContentTypes.filter((type) => types.includes(type));
  const others = types.filter((type) => !known.includes(type));
  return [...known, ...new Set(others)].map((type) => labels[type] ?? type).join(", ");
}
