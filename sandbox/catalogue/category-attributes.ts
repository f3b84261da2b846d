/** A metaobject of a shop, as a category metafield points to it. */
export interface CatalogueEntry {
  id: number;
  /** `shopify--color-pattern` is what Shopify makes for a category's attribute */
  type: string;
  displayName: string;
}

const firstId = 80_000_000_000_001;
const labels: Readonly<Record<string, readonly string[]>> = {
  "shopify--color-pattern": ["White", "Sand", "Moss", "Navy", "Pinstripe"],
  "shopify--fabric": ["Linen", "Organic cotton", "Recycled nylon"],
  "shopify--age-group": ["Adults", "Teens"],
  designer: ["Inês Duarte"],
};

export const metaobjects: readonly CatalogueEntry[] = Object.entries(labels)
  .flatMap(([type, names]) => names.map((displayName) => ({ type, displayName })))
  .map((entry, i) => ({ id: firstId + i, ...entry }));

/** Values of the product taxonomy that a metafield may point to, by the number in their gid. */
export const taxonomyValues: Readonly<Record<number, string>> = { 2873: "V-neck", 2874: "Crew neck", 17: "Cold wash" };

/** Definitions that a shop has of its category metafields: key → name. */
export const categoryFields: Readonly<Record<string, string>> = {
  "color-pattern": "Color",
  fabric: "Fabric",
  "age-group": "Age group",
};

/** Gids of the entries of these names, as the value of a list. */
export function entries(...displayNames: string[]): string {
  const found = metaobjects.filter((entry) => displayNames.includes(entry.displayName));
  return JSON.stringify(found.map(({ id }) => `gid://shopify/Metaobject/${id}`));
}
