import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { WriteBackRow } from "./close-write-back.ts";

export interface WriteBackView extends WriteBackRow {
  /** at least one of its texts is live, so that it can be undone */
  canUndo: boolean;
}

/** What was written to the own fields of one product, its metafields and images, newest first. */
export async function listWriteBacks(
  { db }: { db: Db },
  input: { shop: ShopDomain; productId: ProductId; limit?: number },
): Promise<WriteBackView[]> {
  const rows = await db.orm
    .select()
    .from(writeBacks)
    .where(
      and(eq(writeBacks.shop, input.shop), eq(writeBacks.productId, input.productId), eq(writeBacks.writer, "product")),
    )
    .orderBy(desc(writeBacks.createdAt), desc(writeBacks.id))
    .limit(input.limit ?? 50);
  return rows.map((row) => ({ ...row, canUndo: row.state === "verified" }));
}
