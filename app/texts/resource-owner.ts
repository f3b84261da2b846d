import type { ResourceKind } from "../db/schema/index.ts";

/** What one line of the list of texts is, by the kind of its id. */
const kindsOfOwners: Readonly<Record<string, ResourceKind>> = {
  Collection: "collection",
  Page: "page",
  Blog: "blog",
  Article: "article",
  ShopPolicy: "policy",
  Menus: "menu",
  Metaobject: "metaobject",
  Filters: "filter",
  Shop: "shop",
};

/** All menus and links of a shop are one line: single words, that are translated and paid for together. */
export const menusOwner = "Menus/0";
/** All filters of its collections and searches are, too. */
export const filtersOwner = "Filters/0";

/** The kinds of resources that their texts are kept in, as gids spell them: those of `Menus/0` are menus and links. */
export const resourceKindsOfTexts = [
  "Collection",
  "Page",
  "Blog",
  "Article",
  "ShopPolicy",
  "Menu",
  "Link",
  "Metaobject",
  "OnlineStoreFilterSetting",
  "Shop",
  "CollectionImage",
  "ArticleImage",
] as const;

/**
 * The kind of a resource whose texts are translated as a product's are: a page, a collection, the shop's menus … null for a
 * product. @param id of what owns texts: a product's, or e.g. `Page/12`
 */
export function kindOfOwner(id: string): ResourceKind | null {
  const kind = /^([A-Z][A-Za-z]{0,63})\/\d{1,20}$/.exec(id)?.[1];
  return kind === undefined ? null : (kindsOfOwners[kind] ?? null);
}

/** Ids of products and of other resources, each in the order given. */
export function splitOwners<Id extends string>(ids: readonly Id[]): { products: Id[]; resources: Id[] } {
  return {
    products: ids.filter((id) => kindOfOwner(id) === null),
    resources: ids.filter((id) => kindOfOwner(id) !== null),
  };
}
