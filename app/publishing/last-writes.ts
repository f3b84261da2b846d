import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type WriterName, type WrittenField, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { sameTarget, type Target } from "../texts/target.ts";
import { nameOf } from "./field-write.ts";

/** Writes of single fields and their undos: more than this back, a field's last one is not looked for. */
const lookBack = 100;

/** What we sent, and what Shopify answered: the form in which the shop saved it. */
export type LastWrite = Pick<WrittenField, "sent" | "answered">;

/** Our last write of each field of a product, for one target: a live text equal to its answer is our own. */
export async function readLastWrites(
  { db }: { db: Db },
  input: { shop: ShopDomain; productId: ProductId; target: Target; writer?: WriterName },
): Promise<Record<string, LastWrite>> {
  const rows = await db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, input.shop),
        eq(writeBacks.productId, input.productId),
        eq(writeBacks.writer, input.writer ?? "product"),
        eq(writeBacks.state, "verified"),
      ),
    )
    .orderBy(desc(writeBacks.createdAt), desc(writeBacks.id))
    .limit(lookBack);
  const last: Record<string, LastWrite> = {};
  for (const field of rows.flatMap((row) => row.fields)) {
    if (!sameTarget(field.target, input.target)) continue;
    last[nameOf(field)] ??= { sent: field.sent, answered: field.answered };
  }
  return last;
}
