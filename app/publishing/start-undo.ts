import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { writeBacks } from "../db/schema/index.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { type JobId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import { undoJob } from "./jobs.ts";

export interface StartUndo {
  shop: ShopDomain;
  /** single write-backs (at most 250), or all that one publish job wrote */
  writeBackIds?: readonly string[] | undefined;
  jobId?: JobId | undefined;
  createdBy?: string | undefined;
}

const maxIds = 250;

/**
 * Enqueues the undo of write-backs, one item each. @throws OperationalError `nothing_to_undo`; RangeError above 250 ids
 */
export async function startUndo(deps: { db: Db; clock: Clock } & Acted, input: StartUndo): Promise<JobId> {
  const { shop, writeBackIds, jobId, createdBy } = input;
  if (writeBackIds && writeBackIds.length > maxIds) throw new RangeError(`at most ${maxIds} write-backs in one call`);
  const chosen = writeBackIds
    ? inArray(writeBacks.id, [...writeBackIds])
    : and(eq(writeBacks.jobId, jobId ?? ""), isNull(writeBacks.undoes));
  const rows = await deps.db.orm
    .select({ id: writeBacks.id, productId: writeBacks.productId })
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), eq(writeBacks.state, "verified"), chosen))
    .orderBy(asc(writeBacks.productId), asc(writeBacks.id));
  if (rows.length === 0) {
    throw new OperationalError("there is nothing to undo", {
      code: "nothing_to_undo",
      retryable: false,
      merchantMessage: "There is nothing to undo: no text of this publication stands in the shop any more.",
    });
  }
  const products = new Set(rows.map(({ productId }) => productId)).size;
  return enqueueJob(deps, {
    job: undoJob,
    shop,
    title: `Undo the publication of ${products} ${products === 1 ? "product" : "products"}`,
    payload: createdBy ? { createdBy } : {},
    items: rows.map(({ id: writeBackId, productId }) => ({
      subject: productId,
      payload: { productId: productIdSchema.parse(productId), writeBackId },
    })),
    priority: products === 1 ? 0 : 2,
    createdBy,
  });
}
