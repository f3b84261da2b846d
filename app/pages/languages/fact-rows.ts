import type { Product } from "../../catalog/product.ts";
import type { Db } from "../../db/open.ts";
import type { FactKind } from "../../quality/facts/fact.ts";
import { listFacts } from "../../quality/facts/list-facts.ts";
import type { FactRow } from "../../ui/languages/editor-view.ts";
import { readSourceFacts } from "../../versions/read-source-facts.ts";

/** What a person compares a translation with; texts of the product stand beside it anyway. */
const shownKinds: ReadonlySet<FactKind> = new Set<FactKind>([
  ...(["product_type", "category", "option", "attribute", "merchant", "shipping_weight"] as const),
]);
const mostFacts = 30;

/** What is known of a product, in the words that it is known in. */
export async function factRows(deps: { db: Db }, product: Product): Promise<FactRow[]> {
  return listFacts(await readSourceFacts(deps, product))
    .filter(({ fact }) => fact.unusable === undefined && shownKinds.has(fact.kind))
    .slice(0, mostFacts)
    .map(({ fact: { path, name, value } }) => ({ path, name, value }));
}
