import { GraphQLError } from "graphql";

/** Fields that need an access scope, as far as they are modelled: `Type.field` → any one of these scopes. */
const products = ["read_products"];
const writeProducts = ["write_products"];
const required: Record<string, readonly string[]> = {
  "QueryRoot.products": products,
  "QueryRoot.product": products,
  "QueryRoot.productByIdentifier": products,
  "QueryRoot.productByHandle": products,
  "QueryRoot.productsCount": products,
  "QueryRoot.productVariant": products,
  "QueryRoot.productVariants": products,
  "QueryRoot.productTypes": products,
  "QueryRoot.productVendors": products,
  "QueryRoot.productTags": products,
  "QueryRoot.collection": products,
  "QueryRoot.collections": products,
  "QueryRoot.collectionsCount": products,
  "QueryRoot.inventoryItem": ["read_inventory", "read_products"],
  "ProductVariant.inventoryItem": ["read_inventory", "read_products"],
  "QueryRoot.files": ["read_files", "read_themes", "read_images"],
  "QueryRoot.shopLocales": ["read_locales", "read_markets_home"],
  "QueryRoot.translatableResource": ["read_translations"],
  "QueryRoot.translatableResources": ["read_translations"],
  "QueryRoot.translatableResourcesByIds": ["read_translations"],
  "Metaobject.displayName": ["read_metaobjects"],
  "Page.title": ["read_content", "read_online_store_pages"],
  "Article.title": ["read_content"],
  "Product.translations": ["read_translations"],
  "Metafield.translations": ["read_translations"],
  "Collection.translations": ["read_translations"],
  "MediaImage.translations": ["read_translations"],
  "Mutation.productCreate": writeProducts,
  "Mutation.productUpdate": writeProducts,
  "Mutation.productDelete": writeProducts,
  "Mutation.productVariantsBulkUpdate": writeProducts,
  "Mutation.tagsAdd": writeProducts,
  "Mutation.tagsRemove": writeProducts,
  "Mutation.metafieldsSet": writeProducts,
  "Mutation.metafieldsDelete": writeProducts,
  "Mutation.metafieldDefinitionCreate": writeProducts,
  "Mutation.metafieldDefinitionUpdate": writeProducts,
  "Mutation.metafieldDefinitionDelete": writeProducts,
  "Mutation.fileUpdate": ["write_files", "write_themes", "write_images"],
  "Mutation.translationsRegister": ["write_translations"],
  "Mutation.translationsRemove": ["write_translations"],
};

export type ScopeCheck = (granted: ReadonlySet<string>) => void;

/**
 * The check of a field that needs an access scope, or undefined when it needs none. It throws Shopify's ACCESS_DENIED when none of
 * the scopes was granted; `write_x` includes `read_x`.
 */
export function scopeCheck(type: string, field: string): ScopeCheck | undefined {
  const wanted = required[`${type}.${field}`];
  if (!wanted) return undefined;
  const enough = new Set([...wanted, ...wanted.map((scope) => scope.replace(/^read_/, "write_"))]);
  const access = `${wanted.map((scope) => `\`${scope}\` access scope`).join(" or ")}.`;
  return (granted) => {
    for (const scope of enough) if (granted.has(scope)) return;
    throw new GraphQLError(`Access denied for ${field} field. Required access: ${access}`, {
      extensions: {
        code: "ACCESS_DENIED",
        documentation: "https://shopify.dev/api/usage/access-scopes",
        requiredAccess: access,
      },
    });
  };
}
