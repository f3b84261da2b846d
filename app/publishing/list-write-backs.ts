import { and, desc, eq } from "drizzle-orm";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import { type WriterName, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { sameTarget, type Target } from "../texts/target.ts";
import type { WriteBackRow } from "./close-write-back.ts";
import { isOf } from "./writer.ts";

/** Writes for other languages lie between. */
const ofAllTargets = 500;

export interface WriteBackView extends WriteBackRow {
  /** at least one of its texts is live, so that it can be undone */
  canUndo: boolean;
}

/** What was written of one product for a target, newest first; without one what was written to its own fields, metafields and images. */
export async function listWriteBacks(
  { db }: { db: Db },
  input: { shop: ShopDomain; productId: ProductId; target?: Target; limit?: number },
): Promise<WriteBackView[]> {
  const { shop, productId, target, limit = 50 } = input;
  const isOwn = target === undefined || sameTarget(target, await readPrimaryTarget({ db }, shop));
  const writer: WriterName = isOwn ? "product" : "translation";
  const rows = await db.orm
    .select()
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), eq(writeBacks.productId, productId), eq(writeBacks.writer, writer)))
    .orderBy(desc(writeBacks.createdAt), desc(writeBacks.id))
    .limit(isOwn ? limit : ofAllTargets);
  const own = isOwn ? rows : rows.filter((row) => isOf({ target }, row)).slice(0, limit);
  return own.map((row) => ({ ...row, canUndo: row.state === "verified" }));
}
