import type { ShopDomain } from "../../lib/brand.ts";
import type { AdminApiFor } from "../../shopify/admin-api.ts";
import { listMetafieldDefinitions, metafieldNamePattern } from "../../shopify/operations/index.ts";
import { familyOfField } from "./save-content-type.ts";

/** A metafield of the shop's own that can hold a text. */
export interface ShopField {
  /** `namespace.key` */
  id: string;
  name: string;
  namespace: string;
  key: string;
  /** Shopify's name of the type */
  type: string;
}

/** The shop's own product metafields that can hold a text, asked of Shopify. @throws OperationalError when it does not answer */
export async function listShopFields({ admin }: { admin: AdminApiFor }, shop: ShopDomain): Promise<ShopField[]> {
  const { metafieldDefinitions } = await admin(shop).run(listMetafieldDefinitions, {});
  return metafieldDefinitions.nodes.flatMap(({ name, namespace, key, type }) => {
    const own = !namespace.startsWith("app--") && !namespace.startsWith("$app");
    const usable =
      own && type.name in familyOfField && [namespace, key].every((part) => metafieldNamePattern.test(part));
    return usable ? [{ id: `${namespace}.${key}`, name, namespace, key, type: type.name }] : [];
  });
}
