import { invalidValue } from "../metafield-types.ts";
import { idOf, parseGid } from "../records.ts";
import { currency } from "../resolve/product.ts";
import type { ShopState } from "../shop-state.ts";
import { violatedRule } from "../validations.ts";
import { metafieldAt } from "./translatable-content.ts";

/**
 * The longest text of a place, by kind and key; above it a translation is refused as the text itself would be. Of the handle this
 * is on record; the others are taken from what their own mutations refuse.
 */
const longest: Readonly<Record<string, Readonly<Record<string, [name: string, chars: number]>>>> = {
  Product: { title: ["Title", 255], handle: ["Handle", 255], product_type: ["Product type", 255] },
  ProductOption: { name: ["Name", 255] },
  ProductOptionValue: { name: ["Name", 255] },
  MediaImage: { alt: ["Alt", 512] },
  Collection: { title: ["Title", 255], handle: ["Handle", 255] },
  Page: { title: ["Title", 255], handle: ["Handle", 255] },
  Blog: { title: ["Title", 255], handle: ["Handle", 255] },
  Article: { title: ["Title", 255], handle: ["Handle", 255] },
  Menu: { title: ["Title", 255] },
  Link: { title: ["Title", 255] },
};

/** What the resource itself has against a translated text, in Shopify's words; undefined for nothing. */
export function refusedByPlace(shop: ShopState, resourceId: string, key: string, value: string): string | undefined {
  const problem = problemOf(shop, resourceId, key, value);
  return problem && `Value fails validation on resource: ${JSON.stringify([problem])}`;
}

function problemOf(shop: ShopState, resourceId: string, key: string, value: string): string | undefined {
  const { type = "" } = parseGid(resourceId) ?? {};
  const id = idOf(type, resourceId) ?? 0;
  const [name, chars] = longest[type]?.[key] ?? ["", Number.POSITIVE_INFINITY];
  if ([...value].length > chars) return `${name} is too long (maximum is ${chars} characters)`;
  if (type === "Metaobject") {
    const field = shop.metaobjects.get(id)?.fields.find((one) => one.key === key);
    return field && violatedRule(field.validations ?? [], field.type.toLowerCase().replace(/^list_/, "list."), value);
  }
  const metafield = type === "Metafield" ? metafieldAt(shop, id) : undefined;
  if (!metafield) return undefined;
  const definition = [...shop.definitions.values()].find(
    (one) =>
      one.ownerType === metafield.ownerType.toUpperCase() &&
      one.namespace === metafield.namespace &&
      one.key === metafield.key,
  );
  return (
    invalidValue(metafield.type, value, currency) ?? violatedRule(definition?.validations ?? [], metafield.type, value)
  );
}
