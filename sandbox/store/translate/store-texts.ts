import type { SourceText } from "./content.ts";

/** What the online store shows beside products: the kinds of TranslatableResourceType that are modelled as texts alone. */
export const storeTextKinds = {
  PAGE: "Page",
  BLOG: "Blog",
  ARTICLE: "Article",
  SHOP_POLICY: "ShopPolicy",
  MENU: "Menu",
  LINK: "Link",
  FILTER: "OnlineStoreFilterSetting",
  SHOP: "Shop",
  COLLECTION_IMAGE: "CollectionImage",
  ARTICLE_IMAGE: "ArticleImage",
} as const;
export type StoreTextKind = keyof typeof storeTextKinds;

/** A page, an article, a policy, a menu or one of its links … : its texts in the shop's own language, and no more. */
export interface StoreTextRecord {
  kind: StoreTextKind;
  /** gid, whose type is that of `storeTextKinds` */
  resourceId: string;
  /** the article's blog, the link's menu or the link that it hangs below, what an image is of */
  parentId: string | null;
  texts: SourceText[];
  /** where a link leads */
  url?: string | undefined;
}
