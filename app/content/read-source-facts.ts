import { and, desc, eq } from "drizzle-orm";
import { factsOf, type ProductFacts } from "../catalog/facts.ts";
import type { Product } from "../catalog/product.ts";
import type { Db } from "../db/open.ts";
import { type TextBody, type WrittenField, writeBacks } from "../db/schema/index.ts";

/** Texts that stand among the facts, by content type. */
type FactText = "title" | "desc";

/**
 * The facts of a product, with title and description as people outside of this app last wrote them. A text that we
 * published is no evidence for the next one: else a number that somebody let pass once would count as a fact for ever, and
 * each rewrite would be made from a rewrite.
 */
export async function readSourceFacts({ db }: { db: Db }, product: Product): Promise<ProductFacts> {
  const rows = await db.orm
    .select({ fields: writeBacks.fields, undoes: writeBacks.undoes, state: writeBacks.state })
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, product.shop), eq(writeBacks.productId, product.id)))
    .orderBy(desc(writeBacks.createdAt), desc(writeBacks.id));
  const written = rows
    .filter((row) => row.undoes === null && (row.state === "verified" || row.state === "undone"))
    .flatMap((row) => row.fields);
  return factsOf({
    ...product,
    title: sourceOf("title", product.live.title, written) || product.title,
    descriptionHtml: sourceOf("desc", product.live.desc, written),
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
