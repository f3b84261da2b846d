import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type TextBody, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";

/** Writes of single fields and their undos: more than this back, a field's last one is not looked for. */
const lookBack = 100;

/** What Shopify answered to our last write of each field of a product, in one locale: a live text equal to it is our own. */
export async function readLastAnswered(
  { db }: { db: Db },
  input: { shop: ShopDomain; productId: ProductId; locale: string },
): Promise<Record<string, TextBody | null>> {
  const rows = await db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(
      and(eq(writeBacks.shop, input.shop), eq(writeBacks.productId, input.productId), eq(writeBacks.state, "verified")),
    )
    .orderBy(desc(writeBacks.createdAt), desc(writeBacks.id))
    .limit(lookBack);
  const answered: Record<string, TextBody | null> = {};
  for (const field of rows.flatMap((row) => row.fields)) {
    if (field.locale !== input.locale) continue;
    if (!(field.contentType in answered)) answered[field.contentType] = field.answered;
  }
  return answered;
}
