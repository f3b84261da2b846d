import type { ShopState } from "./shop-state.ts";

/** Whether the definition of a product's metafield, if it has one that is bound to categories, holds for this one. */
export function fitsCategory(
  shop: Pick<ShopState, "definitions">,
  { namespace, key }: { namespace: string; key: string },
  categoryId: string | null,
): boolean {
  for (const definition of shop.definitions.values()) {
    if (definition.ownerType !== "PRODUCT" || definition.namespace !== namespace || definition.key !== key) continue;
    const { categories } = definition;
    return (
      categories === undefined ||
      (categoryId !== null && categories.some((one) => categoryId === one || categoryId.startsWith(`${one}-`)))
    );
  }
  return true;
}
