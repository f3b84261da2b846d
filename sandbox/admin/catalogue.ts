import type { ProductStatus } from "../store/records.ts";

/** What the admin's pages need of the store. Times are epoch milliseconds, ids the numbers inside Shopify's gids. */
export interface AdminCatalogue {
  shops(): AdminShop[];
  shop(handle: string): AdminShop | undefined;
  /** Newest change first. `page` counts from 1. `more`: a search in a large catalogue ended early, there may be others. */
  list(
    domain: string,
    wanted: { query: string; page: number; pageSize: number },
  ): { rows: AdminProduct[]; total: number; more?: boolean };
  product(domain: string, id: number): AdminProduct | undefined;
  /** A person's edit: the store tells its webhook subscribers. Gives what is wrong with it; empty when it was saved. */
  edit(domain: string, id: number, edit: ProductEdit): string[];
}

export interface AdminShop {
  domain: string;
  /** The part of the domain before `.myshopify.com`, which the admin's addresses use. */
  handle: string;
  name: string;
}

export interface ProductEdit {
  title: string;
  descriptionHtml: string;
  seoTitle: string | null;
  seoDescription: string | null;
  tags: string[];
  status: ProductStatus;
}

export interface AdminProduct extends ProductEdit {
  id: number;
  handle: string;
  vendor: string;
  productType: string;
  createdAt: number;
  updatedAt: number;
  inventory: number;
  options: { id: number; name: string; values: string[] }[];
  variants: { id: number; title: string; sku: string | null; price: string; inventory: number }[];
  images: { id: number; url: string; alt: string | null }[];
  metafields: { namespace: string; key: string; type: string; value: string }[];
}
