import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

/** Ids of what a list holds, page by page. */
export const idPageSchema = z.object({ nodes: z.array(z.object({ id: z.string() })), pageInfo: pageInfoSchema });

export const collectionNodeSchema = z.object({ id: z.string(), title: z.string(), handle: z.string() });

/** One collection and its first 250 products, or the next 250 after a cursor. Null when the collection is gone. */
export const readCollection = defineOperation<{ id: string; after: string | null }>()({
  name: "ReadCollection",
  document: `query ReadCollection($id: ID!, $after: String) {
  collection(id: $id) {
    id title handle
    productsCount { count }
    products(first: 250, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
  }
}`,
  data: z.object({
    collection: collectionNodeSchema
      .extend({ productsCount: z.object({ count: z.number() }).nullish(), products: idPageSchema })
      .nullable(),
  }),
});

/** The next 100 collections of a product after a cursor. */
export const readProductCollections = defineOperation<{ id: string; after: string }>()({
  name: "ReadProductCollections",
  document: `query ReadProductCollections($id: ID!, $after: String!) {
  product(id: $id) {
    collections(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
  }
}`,
  data: z.object({ product: z.object({ collections: idPageSchema }).nullable() }),
});

/**
 * The bulk query over all collections, or over one. Its result has one JSON line per collection and one per product in it,
 * which carries `__parentId`.
 * @param only the number of the Shopify gid
 */
export function collectionsBulkDocument(only: string | null = null): string {
  return `{
  collections${only === null ? "" : `(query: "id:${only}")`} {
    edges { node {
      id title handle
      products { edges { node { id } } }
    } }
  }
}`;
}
