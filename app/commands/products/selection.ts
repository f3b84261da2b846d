import { z } from "zod";
import { type ProductQuery, parseProductQuery } from "../../catalog/product-query.ts";
import { knownProductIds, selectProductIds } from "../../catalog/select-products.ts";
import type { Db } from "../../db/open.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../../lib/brand.ts";

/** The products that somebody chose: named ones, or all that match a list but some. */
export const selectionSchema = z.union([
  z.object({
    /** of what the list is: the parameters of its address */
    query: z.string().max(4_000),
    except: z.array(z.string()),
  }),
  z.object({ ids: z.array(z.string()) }),
]);
export type Selection = z.output<typeof selectionSchema>;

/** So many named products are looked up at once. */
const chunkSize = 1_000;

/** The chosen products that the shop has, in chunks. */
export async function* selectedProducts(
  deps: { db: Db },
  shop: ShopDomain,
  selection: Selection,
): AsyncGenerator<ProductId[]> {
  if ("query" in selection) {
    const except = new Set(selection.except);
    for await (const some of selectProductIds(deps, listOf(shop, selection.query))) {
      yield some.filter((id) => !except.has(id));
    }
    return;
  }
  // What is no product's number names none that the shop has: it is left out like one that was deleted.
  const ids = [...new Set(selection.ids)].flatMap((id) => productIdSchema.safeParse(id).data ?? []);
  for (let at = 0; at < ids.length; at += chunkSize) {
    const known = await deps.db.do(knownProductIds(shop, ids.slice(at, at + chunkSize)));
    if (known.length > 0) yield known;
  }
}

/** All chosen products that the shop has. */
export async function allSelected(deps: { db: Db }, shop: ShopDomain, selection: Selection): Promise<ProductId[]> {
  const all: ProductId[] = [];
  for await (const chunk of selectedProducts(deps, shop, selection)) all.push(...chunk);
  return all;
}

/** How many named products the shop does not have, e.g. because they were deleted since the asker saw them. */
export function leftOutOf(selection: Selection, selected: number): number {
  return "query" in selection ? 0 : Math.max(0, new Set(selection.ids).size - selected);
}

/** The list that somebody looks at, from its beginning. @param query the parameters of its address */
export function listOf(shop: ShopDomain, query: string): ProductQuery {
  return { ...parseProductQuery(shop, new URLSearchParams(query)), cursor: undefined };
}
