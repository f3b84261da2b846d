import { GraphQLError } from "graphql";
import { parseGid } from "./records.ts";
import { accessOfField, accessOfType, type RequiredAccess } from "./required-access.ts";

const writeProducts = { scopes: ["write_products"], words: "`write_products` access scope." };
const readTranslations = { scopes: ["read_translations"], words: "`read_translations` access scope." };

const readMarkets = { scopes: ["read_markets"], words: "`read_markets` access scope." };

/**
 * Where the schema says nothing, or in prose that it depends on the owner: the owners of the sandbox are products. Of
 * translations on an object nothing is documented; they are denied as translatable resources are. The relationships of markets
 * are beyond the schema.
 */
const unsaid: Record<string, RequiredAccess> = {
  "Mutation.tagsAdd": writeProducts,
  "Mutation.tagsRemove": writeProducts,
  "Mutation.metafieldsSet": writeProducts,
  "Mutation.metafieldsDelete": writeProducts,
  "Mutation.metafieldDefinitionCreate": writeProducts,
  "Mutation.metafieldDefinitionUpdate": writeProducts,
  "Mutation.metafieldDefinitionDelete": writeProducts,
  "Mutation.standardMetafieldDefinitionEnable": writeProducts,
  "QueryRoot.marketRelationships": readMarkets,
  "QueryRoot.marketRelationshipsStatus": readMarkets,
  "Product.translations": readTranslations,
  "Metafield.translations": readTranslations,
  "Collection.translations": readTranslations,
  "MediaImage.translations": readTranslations,
  "ProductOption.translations": readTranslations,
  "ProductOptionValue.translations": readTranslations,
  "Menu.translations": readTranslations,
  "Shop.translations": readTranslations,
};

/**
 * Whose access a translatable resource needs beside that to translations, by its TranslatableResourceType. A metafield needs its
 * owner's, which is a product here; of filters and the shop's own texts nothing is said.
 */
const owners: Readonly<Record<string, string>> = {
  PRODUCT: "Product",
  PRODUCT_OPTION: "ProductOption",
  PRODUCT_OPTION_VALUE: "ProductOptionValue",
  MEDIA_IMAGE: "MediaImage",
  COLLECTION: "Collection",
  PAGE: "Page",
  BLOG: "Blog",
  ARTICLE: "Article",
  SHOP_POLICY: "ShopPolicy",
  MENU: "Menu",
  LINK: "Menu",
  METAOBJECT: "Metaobject",
};

/** The same by the kind that a gid names. */
const ownersOfGids: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(owners).map((owner) => [owner, owner])),
  Link: "Menu",
};

/** What the owner of translatable resources of a type needs; undefined where nothing is said. */
export function accessOfOwner(resourceType: string): RequiredAccess | undefined {
  const owner = owners[resourceType];
  return owner === undefined ? undefined : accessOfType(owner);
}

/** Throws Shopify's ACCESS_DENIED where the owner of such resources may not be read. @param field that was asked for */
export function checkOwner(resourceType: string, field: string, granted: ReadonlySet<string>): void {
  const wanted = accessOfOwner(resourceType);
  if (wanted) checkAccess(wanted, field, granted);
}

/** The same for one resource. @param resourceId a gid */
export function checkOwnerOf(resourceId: string, field: string, granted: ReadonlySet<string>): void {
  const owner = ownersOfGids[parseGid(resourceId)?.type ?? ""];
  const wanted = owner === undefined ? undefined : accessOfType(owner);
  if (wanted) checkAccess(wanted, field, granted);
}

export type ScopeCheck = (granted: ReadonlySet<string>) => void;

/**
 * The check of a field that needs an access scope, or undefined when it needs none. It throws Shopify's ACCESS_DENIED when none of
 * the scopes was granted; `write_x` includes `read_x`. Needs are those of Shopify's schema; a field of an object that may not be
 * read is denied too, since `nodes` leads to it past every other check.
 */
export function scopeCheck(type: string, field: string): ScopeCheck | undefined {
  const wanted = unsaid[`${type}.${field}`] ?? accessOfField(type, field) ?? accessOfType(type);
  if (!wanted) return undefined;
  return (granted) => checkAccess(wanted, field, granted);
}

function checkAccess({ scopes, words }: RequiredAccess, field: string, granted: ReadonlySet<string>): void {
  for (const scope of scopes) if (granted.has(scope) || granted.has(scope.replace(/^read_/, "write_"))) return;
  throw new GraphQLError(`Access denied for ${field} field. Required access: ${words}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess: words,
    },
  });
}
