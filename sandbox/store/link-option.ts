import { gid } from "./records.ts";
import type { ShopState } from "./shop-state.ts";

export interface OptionLink {
  /** the product's number */
  product: number;
  /** the option's name */
  option: string;
  /** the metafield that it is linked to, in the namespace `shopify`: `color-pattern` */
  key: string;
}

/**
 * Links an option of a product to a category's attribute, as merchants do in the admin: each of its values is a metaobject of
 * the attribute's type from then on, one that is there of that name or a new one, which all products with that value share.
 * @returns the metaobjects' gids by value; undefined for a product or an option that there is not
 * @see https://shopify.dev/docs/apps/build/graphql/migrate/new-product-model/metafield-linked
 */
export function linkOption(
  shop: ShopState,
  { product: id, option: name, key }: OptionLink,
): Map<string, string> | undefined {
  const product = shop.products.get(id);
  if (!product?.options.some((option) => option.name === name)) return undefined;
  const type = `shopify--${key}`;
  const linked = new Map<string, number>();
  const entryFor = (displayName: string): number => {
    const known = [...shop.metaobjects.values()].find((one) => one.type === type && one.displayName === displayName);
    if (known) return known.id;
    const entryId = shop.nextId();
    const fields = [{ key: "label", value: displayName, type: "SINGLE_LINE_TEXT_FIELD" }];
    shop.metaobjects.set(entryId, {
      __typename: "Metaobject",
      id: entryId,
      type,
      displayName,
      fields,
      updatedAt: shop.now(),
    });
    return entryId;
  };
  const options = product.options.map((option) => {
    if (option.name !== name) return option;
    const values = option.values.map((value) => {
      const metaobjectId = entryFor(value.name);
      linked.set(value.name, metaobjectId);
      return { ...value, metaobjectId };
    });
    return { ...option, values, linked: { namespace: "shopify", key } };
  });
  shop.products.put({ ...product, options, updatedAt: shop.now() });
  return new Map([...linked].map(([value, entryId]) => [value, gid("Metaobject", entryId)]));
}
