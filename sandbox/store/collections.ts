import type { CollectionRecord, CollectionRule, ProductRecord } from "./records.ts";
import { parseSearch, type Search } from "./search-syntax.ts";
import type { ShopState } from "./shop-state.ts";

/** A manual collection holds the products that were put into it, a smart one those that its rules match. */
export function isInCollection(product: ProductRecord, collection: CollectionRecord): boolean {
  const { ruleSet } = collection;
  if (!ruleSet) return product.collectionIds.includes(collection.id);
  const test = (rule: CollectionRule) => matches(product, rule);
  return ruleSet.appliedDisjunctively ? ruleSet.rules.some(test) : ruleSet.rules.every(test);
}

/** In the order of the shop's collections, manual ones as they were joined. */
export function collectionsOf(shop: ShopState, product: ProductRecord): CollectionRecord[] {
  const manual = product.collectionIds.flatMap((id) => shop.collections.get(id) ?? []);
  const smart = [...shop.collections.values()].filter((one) => one.ruleSet && isInCollection(product, one));
  return [...manual, ...smart];
}

export function* productsIn(shop: ShopState, collection: CollectionRecord): Generator<ProductRecord> {
  for (const head of shop.products.heads()) {
    const record = head.record();
    if (isInCollection(record, collection)) yield record;
  }
}

/** `collections(query:)`: id, title, handle, collection_type and product_id; other fields are ignored, as Shopify does. */
export function searchCollections(shop: ShopState, query: unknown): CollectionRecord[] {
  const tree = parseSearch(typeof query === "string" ? query : "");
  return [...shop.collections.values()].filter((collection) => found(shop, collection, tree));
}

function found(shop: ShopState, collection: CollectionRecord, search: Search): boolean {
  switch (search.kind) {
    case "all":
      return true;
    case "not":
      return !found(shop, collection, search.part);
    case "or":
      return search.parts.some((part) => found(shop, collection, part));
    case "and":
      return search.parts.every((part) => found(shop, collection, part));
    case "term":
      return foundByTerm(shop, collection, search);
  }
}

function foundByTerm(
  shop: ShopState,
  collection: CollectionRecord,
  { field, op, value, prefix }: Extract<Search, { kind: "term" }>,
): boolean {
  switch (field) {
    case "id": {
      const wanted = Number(value);
      if (op === ">") return collection.id > wanted;
      if (op === ">=") return collection.id >= wanted;
      if (op === "<") return collection.id < wanted;
      return op === "<=" ? collection.id <= wanted : collection.id === wanted;
    }
    case "collection_type":
      return (collection.ruleSet ? "smart" : "custom") === value.toLowerCase();
    case "handle":
      return collection.handle === value.toLowerCase();
    case "product_id": {
      const product = shop.products.get(Number(value));
      return product !== undefined && isInCollection(product, collection);
    }
    case "title":
    case null: {
      const words = collection.title.toLowerCase();
      return prefix ? words.startsWith(value.toLowerCase()) : words.includes(value.toLowerCase());
    }
    default:
      return true;
  }
}

/** @see https://shopify.dev/docs/api/admin-graphql/2026-10/enums/CollectionRuleColumn for the columns, of which these are modelled */
function matches(product: ProductRecord, { column, relation, condition }: CollectionRule): boolean {
  const wanted = condition.toLowerCase();
  if (column === "VARIANT_PRICE") {
    const cents = Number(condition) * 100;
    return product.variants.some(({ priceCents }) =>
      relation === "LESS_THAN" ? priceCents < cents : priceCents > cents,
    );
  }
  const values =
    column === "TAG"
      ? product.tags
      : [{ TITLE: product.title, TYPE: product.productType, VENDOR: product.vendor }[column]];
  const has = values.some((value) =>
    relation === "CONTAINS" || relation === "NOT_CONTAINS"
      ? value.toLowerCase().includes(wanted)
      : value.toLowerCase() === wanted,
  );
  return relation === "NOT_EQUALS" || relation === "NOT_CONTAINS" ? !has : has;
}
