import { type Connection, decodeCursor, encodeCursor, makeConnection, type PageArgs, pageSize } from "./connection.ts";
import type { ProductHead } from "./product-table.ts";
import type { ProductRecord } from "./records.ts";
import { compileProductSearch } from "./search-products.ts";
import type { ShopState } from "./shop-state.ts";

export interface ProductListArgs extends PageArgs {
  query?: string | null;
  sortKey?: string | null;
}

/** All products of a query, in order of id (or by `sortKey`), lazily. */
export function* iterateProducts(shop: ShopState, args: ProductListArgs): Generator<ProductRecord> {
  const test = compileProductSearch(args.query, shop);
  if ((args.sortKey ?? "ID") !== "ID") {
    for (const head of sorted(shop, args, test)) yield head.record();
    return;
  }
  for (const head of shop.products.heads({ reverse: args.reverse ?? false }))
    if (!test || test(head)) yield head.record();
}

/** One page of `products`. By id it reads only as far as it has to; by another key it sorts what the query finds. */
export function listProducts(shop: ShopState, args: ProductListArgs): Connection<ProductRecord> {
  const { size, backwards } = pageSize(args);
  const sortKey = args.sortKey ?? "ID";
  const test = compileProductSearch(args.query, shop);
  const cursorOf = (p: ProductRecord) => encodeCursor(p.id, sortValue(p, sortKey));
  const edge = args.after ?? args.before;
  const edgeId = edge ? Number(decodeCursor(edge).id) : undefined;
  if (sortKey === "ID") {
    const reverse = (args.reverse ?? false) !== backwards;
    const found: ProductRecord[] = [];
    for (const head of shop.products.heads({ after: edgeId, reverse })) {
      if (test && !test(head)) continue;
      found.push(head.record());
      if (found.length > size) break;
    }
    const more = found.length > size;
    const page = found.slice(0, size);
    if (backwards) page.reverse();
    return makeConnection(page, cursorOf, {
      next: backwards ? edgeId !== undefined : more,
      previous: backwards ? more : edgeId !== undefined,
    });
  }
  const heads = sorted(shop, args, test);
  const at = edgeId === undefined ? -1 : heads.findIndex((head) => head.id === edgeId);
  const from = args.after ? at + 1 : 0;
  const to = args.before && at >= 0 ? at : heads.length;
  const start = backwards ? Math.max(from, to - size) : from;
  const end = backwards ? to : Math.min(to, from + size);
  return makeConnection(
    heads.slice(start, end).map((head) => head.record()),
    cursorOf,
    { next: end < heads.length, previous: start > 0 },
  );
}

export function countProducts(shop: ShopState, query: string | null | undefined): number {
  const test = compileProductSearch(query, shop);
  if (!test) return shop.products.count;
  let count = 0;
  for (const head of shop.products.heads()) if (test(head)) count += 1;
  return count;
}

function sorted(
  shop: ShopState,
  args: ProductListArgs,
  test: ((head: ProductHead) => boolean) | undefined,
): ProductHead[] {
  const key = args.sortKey ?? "ID";
  const rows: { head: ProductHead; value: number | string }[] = [];
  for (const head of shop.products.heads()) {
    if (test && !test(head)) continue;
    rows.push({ head, value: headValue(head, key) });
  }
  rows.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.head.id - b.head.id));
  if (args.reverse) rows.reverse();
  return rows.map((row) => row.head);
}

function headValue(head: ProductHead, key: string): number | string {
  if (key === "UPDATED_AT") return head.updatedAt;
  if (key === "CREATED_AT") return head.createdAt;
  if (key === "ID" || key === "RELEVANCE") return head.id;
  return sortValue(head.record(), key);
}

function sortValue(p: ProductRecord, key: string): number | string {
  switch (key) {
    case "TITLE":
      return p.title.toLowerCase();
    case "VENDOR":
      return p.vendor.toLowerCase();
    case "PRODUCT_TYPE":
      return p.productType.toLowerCase();
    case "UPDATED_AT":
      return p.updatedAt;
    case "CREATED_AT":
      return p.createdAt;
    case "PUBLISHED_AT":
      return p.publishedAt ?? 0;
    case "INVENTORY_TOTAL":
      return p.variants.reduce((sum, v) => sum + v.inventory, 0);
    default:
      return p.id;
  }
}
