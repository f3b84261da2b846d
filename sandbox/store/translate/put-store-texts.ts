import * as store from "../../catalogue/online-store.ts";
import { gid, type MetafieldRecord, type OwnerType, parseGid } from "../records.ts";
import type { ShopState } from "../shop-state.ts";
import type { SourceText } from "./content.ts";
import { type StoreTextKind, type StoreTextRecord, storeTextKinds } from "./store-texts.ts";

/** Gives the sample store its pages, its blog, its policies, menus, filters and the words by which search engines find it. */
export function putStoreTexts(shop: ShopState): void {
  for (const page of store.pages) {
    const { resourceId } = put(shop, "PAGE", null, pageTexts(page));
    if (page.metafields) putMetafields(shop, resourceId, page.metafields);
  }
  const { title, handle, metaDescription } = store.blog;
  const blog = put(shop, "BLOG", null, pageTexts({ title, handle, html: "", metaDescription }));
  for (const article of store.articles) {
    const summary: SourceText = { key: "summary_html", value: article.summary, type: "HTML" };
    const made = put(shop, "ARTICLE", blog.resourceId, [...pageTexts(article), summary]);
    if (article.imageAlt) putImage(shop, made.resourceId, article.imageAlt);
  }
  for (const policy of store.policies)
    put(shop, "SHOP_POLICY", null, [{ key: "body", value: policy.html, type: "HTML" }]);
  for (const menu of store.menus) {
    const made = put(shop, "MENU", null, [{ key: "title", value: menu.title }]);
    putLinks(shop, made.resourceId, menu.items);
  }
  for (const label of store.filters) put(shop, "FILTER", null, [{ key: "label", value: label }]);
  const { title: metaTitle, description } = store.shopMeta;
  const texts = [long("meta_title", metaTitle), long("meta_description", description)];
  const resourceId = gid("Shop", shop.id);
  shop.texts.set(resourceId, { kind: "SHOP", resourceId, parentId: null, texts });
}

/** Gives a collection or an article an image, whose alt text is a resource of its own. */
export function putImage(shop: ShopState, parentId: string, alt: string): StoreTextRecord {
  const kind = parentId.includes("/Collection/") ? "COLLECTION_IMAGE" : "ARTICLE_IMAGE";
  return put(shop, kind, parentId, [{ key: "alt", value: alt }]);
}

function putMetafields(shop: ShopState, ownerGid: string, metafields: readonly store.CatalogueMetafield[]): void {
  const owner = parseGid(ownerGid);
  const at = shop.now();
  const records = metafields.map(
    (one): MetafieldRecord => ({
      ...{ __typename: "Metafield", id: shop.nextId(), namespace: "custom", ...one },
      ...{ ownerType: (owner?.type ?? "Page") as OwnerType, ownerId: Number(owner?.key) },
      ...{ createdAt: at, updatedAt: at },
    }),
  );
  shop.otherMetafields.set(ownerGid, records);
}

function putLinks(shop: ShopState, parentId: string, links: readonly store.CatalogueLink[]): void {
  for (const link of links) {
    const made = put(shop, "LINK", parentId, [{ key: "title", value: link.title }]);
    made.url = link.url;
    putLinks(shop, made.resourceId, link.items ?? []);
  }
}

function put(shop: ShopState, kind: StoreTextKind, parentId: string | null, texts: SourceText[]): StoreTextRecord {
  const resourceId = gid(storeTextKinds[kind], shop.nextId());
  const record: StoreTextRecord = { kind, resourceId, parentId, texts };
  shop.texts.set(resourceId, record);
  return record;
}

const long = (key: string, value: string | undefined): SourceText => ({
  key,
  value: value ?? null,
  type: "MULTI_LINE_TEXT_FIELD",
});

function pageTexts(page: store.CataloguePage): SourceText[] {
  return [
    { key: "title", value: page.title, always: true },
    { key: "body_html", value: page.html, type: "HTML" },
    { key: "handle", value: page.handle, type: "URI", always: true },
    long("meta_title", page.metaTitle),
    long("meta_description", page.metaDescription),
  ];
}
