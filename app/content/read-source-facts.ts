import { factsOf, type ProductFacts } from "../catalog/facts.ts";
import type { Product } from "../catalog/product.ts";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { TextBody, WrittenField } from "../db/schema/index.ts";

/** Texts that stand among the facts, by content type. */
type FactText = "title" | "desc";

const writtenSql = `SELECT fields FROM write_backs
  WHERE shop = @shop AND product_id = @productId AND undoes IS NULL AND state IN ('verified', 'undone')
  ORDER BY created_at DESC, id DESC`;

/**
 * The facts of a product, with title and description as people outside of this app last wrote them. A text that we
 * published is no evidence for the next one: else a number that somebody let pass once would count as a fact for ever, and
 * each rewrite would be made from a rewrite.
 */
export async function readSourceFacts({ db }: { db: Db }, product: Product): Promise<ProductFacts> {
  const rows = prepared<object, { fields: string }>(db, writtenSql).all({ shop: product.shop, productId: product.id });
  const written = rows.flatMap(({ fields }) => JSON.parse(fields) as WrittenField[]);
  return factsOf({
    ...product,
    title: sourceOf("title", product.live.title ?? null, written) || product.title,
    descriptionHtml: sourceOf("desc", product.live.desc ?? null, written),
  });
}

/** Follows our own writes, newest first, from the live text back to what stood there before the first of them. */
function sourceOf(contentType: FactText, live: TextBody | null, written: readonly WrittenField[]): string {
  let text = live;
  for (const field of written) {
    if (field.contentType === contentType && field.answered !== null && field.answered === text) text = field.before;
  }
  return typeof text === "string" ? text : "";
}
