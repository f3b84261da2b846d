import { imageAlt, nameOfSlot, slotNamed } from "../../texts/slot.ts";

/** Shopify's keys of a product's own texts. @see https://shopify.dev/docs/api/admin-graphql/latest/objects/TranslatableResource */
const ownKeys = { title: "title", desc: "body_html", seo_title: "meta_title", seo_desc: "meta_description" } as const;
/** The name of the slot of a product's type ends in its key. */
const productType = "product_type";
const ownNames = new Map<string, string>(Object.entries(ownKeys).map(([name, key]) => [key, name]));

/** Where Shopify keeps the translation of a text: a resource and the key there. */
export interface TranslatableKey {
  /** a gid */
  resourceId: string;
  key: string;
}

/**
 * Where the translation of a slot is kept. A content type that is kept in a metafield has the metafield's gid, which only the
 * shop knows.
 * @param name of the slot. @param ids gids of the product and, by content type, of its metafields
 * @returns null for a content type whose metafield the product does not have: its source is to be written first
 */
export function keyOfSlot(
  name: string,
  ids: { product: string; metafields: ReadonlyMap<string, string> },
): TranslatableKey | null {
  if (Object.hasOwn(ownKeys, name)) return { resourceId: ids.product, key: ownKeys[name as keyof typeof ownKeys] };
  const { resource, field } = slotNamed(name);
  if (resource !== "product") {
    return { resourceId: `gid://shopify/${resource}`, key: field === imageAlt ? "alt" : field };
  }
  const resourceId = ids.metafields.get(name);
  return resourceId === undefined ? null : { resourceId, key: "value" };
}

/**
 * The slot whose translation Shopify keeps under a key; null for a key that is no text of ours, e.g. the handle of a product or a page.
 * @param metafields content type by the gid of the metafield that holds it
 */
export function slotOfKey(
  { resourceId, key }: TranslatableKey,
  metafields: ReadonlyMap<string, string>,
): string | null {
  const resource = /^gid:\/\/shopify\/([A-Z][A-Za-z]{0,63}\/\d{1,20})$/.exec(resourceId)?.[1];
  if (resource === undefined) return null;
  // What kind of product it is is said by many products alike: it is translated as an option's value is.
  if (resource.startsWith("Product/")) return key === productType ? `${resource}.${key}` : (ownNames.get(key) ?? null);
  if (resource.startsWith("Metafield/")) return metafields.get(resourceId) ?? `${resource}.${key}`;
  // A metaobject's keys are its fields, whatever the shop calls them.
  if (key === "handle" && !resource.startsWith("Metaobject/")) return null;
  return nameOfSlot({ resource, field: resource.startsWith("MediaImage/") && key === "alt" ? imageAlt : key });
}
