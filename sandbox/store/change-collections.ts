import type { CollectionTexts } from "../catalogue/collection-texts.ts";
import { type CollectionRecord, type CollectionRuleSet, gid, isoTime } from "./records.ts";
import type { ShopState } from "./shop-state.ts";
import { slugify } from "./text.ts";
import { putImage } from "./translate/put-store-texts.ts";

export interface CollectionChange {
  title?: string | undefined;
  /** null makes it a manual one */
  ruleSet?: CollectionRuleSet | null | undefined;
  /** numbers of products; a smart collection ignores them */
  add?: number[] | undefined;
  remove?: number[] | undefined;
}

/** Puts a collection into a shop, without telling anybody. */
export function putCollection(
  shop: ShopState,
  input: {
    title: string;
    ruleSet?: CollectionRuleSet | null | undefined;
    at: number;
    texts?: CollectionTexts | undefined;
  },
): CollectionRecord {
  const id = shop.nextId();
  const collection: CollectionRecord = {
    __typename: "Collection",
    id,
    title: input.title,
    handle: slugify(input.title, String(id)),
    descriptionHtml: input.texts?.html ?? "",
    seoTitle: input.texts?.metaTitle ?? null,
    seoDescription: input.texts?.metaDescription ?? null,
    updatedAt: input.at,
    ruleSet: input.ruleSet ?? null,
  };
  shop.collections.set(id, collection);
  if (input.texts?.imageAlt) putImage(shop, gid("Collection", id), input.texts.imageAlt);
  return collection;
}

/** What a person does with collections in the admin. */
export interface CollectionDesk {
  addCollection(domain: string, input: CollectionChange & { title: string }): CollectionRecord;
  /** @returns undefined when there is none */
  changeCollection(domain: string, id: number | string, change: CollectionChange): CollectionRecord | undefined;
  deleteCollection(domain: string, id: number | string): boolean;
}

/**
 * Changes that fire `collections/*`. As with Shopify nothing is fired when a product's own change moves it into a smart
 * collection, or when a person chooses collections on the product's page: that is `products/update` alone.
 */
export function createCollectionDesk(deps: {
  find(domain: string): ShopState;
  notify(shop: ShopState, topic: string, payload: () => unknown): void;
}): CollectionDesk {
  const at = (domain: string, id: number | string) => {
    const shop = deps.find(domain);
    return { shop, collection: shop.collections.get(Number(String(id).split("/").at(-1))) };
  };
  function apply(shop: ShopState, collection: CollectionRecord, change: CollectionChange): void {
    collection.updatedAt = shop.now();
    if (change.title !== undefined) collection.title = change.title;
    if (change.ruleSet !== undefined) collection.ruleSet = change.ruleSet;
    for (const [ids, joins] of [
      [change.add ?? [], true],
      [change.remove ?? [], false],
    ] as const) {
      for (const id of ids) {
        const product = shop.products.get(id);
        if (!product) throw new RangeError(`There is no product ${id}.`);
        const others = product.collectionIds.filter((other) => other !== collection.id);
        shop.products.put({ ...product, collectionIds: joins ? [...others, collection.id] : others });
      }
    }
  }
  return {
    addCollection(domain, input) {
      const shop = deps.find(domain);
      const collection = putCollection(shop, { title: input.title, ruleSet: input.ruleSet, at: shop.now() });
      apply(shop, collection, { add: input.add });
      deps.notify(shop, "collections/create", () => collectionPayload(collection));
      return collection;
    },
    changeCollection(domain, id, change) {
      const { shop, collection } = at(domain, id);
      if (!collection) return undefined;
      apply(shop, collection, change);
      deps.notify(shop, "collections/update", () => collectionPayload(collection));
      return collection;
    },
    deleteCollection(domain, id) {
      const { shop, collection } = at(domain, id);
      if (!collection) return false;
      shop.collections.delete(collection.id);
      deps.notify(shop, "collections/delete", () => ({ id: collection.id, published_scope: "web" }));
      return true;
    },
  };
}

/** The body of `collections/create` and `collections/update`, in the REST shape that webhooks have kept. */
export function collectionPayload(collection: CollectionRecord) {
  const { id, handle, title, updatedAt, descriptionHtml, ruleSet } = collection;
  return {
    id,
    handle,
    title,
    updated_at: isoTime(updatedAt),
    body_html: descriptionHtml,
    published_at: isoTime(updatedAt),
    sort_order: "manual",
    template_suffix: null,
    published_scope: "web",
    admin_graphql_api_id: gid("Collection", id),
    ...(ruleSet
      ? {
          disjunctive: ruleSet.appliedDisjunctively,
          rules: ruleSet.rules.map((rule) => ({
            column: rule.column.toLowerCase(),
            relation: rule.relation.toLowerCase(),
            condition: rule.condition,
          })),
        }
      : {}),
  };
}
