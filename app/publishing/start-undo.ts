import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { targetNamesOf } from "../catalog/translations/name-of-target.ts";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { writeBacks } from "../db/schema/index.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { readJob } from "../jobs/read-jobs.ts";
import { type JobId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { OperationalError } from "../lib/errors.ts";
import { sameTarget, type Target, targetKey, targetSchema } from "../texts/target.ts";
import { publishJob, undoJob } from "./jobs.ts";
import { marketDepths } from "./translations/parents-first.ts";

export interface StartUndo {
  shop: ShopDomain;
  /** single write-backs (at most 250), or all that one publish job wrote */
  writeBackIds?: readonly string[] | undefined;
  jobId?: JobId | undefined;
  createdBy?: string | undefined;
}

const maxIds = 250;

/** The fields of a write-back have one target. */
const marketOfWrite = sql<string | null>`json_extract(${writeBacks.fields}, '$[0].target.market')`;

/**
 * Enqueues the undo of write-backs, one item each. @throws OperationalError `nothing_to_undo`; RangeError above 250 ids
 */
export async function startUndo(deps: { db: Db; clock: Clock } & Acted, input: StartUndo): Promise<JobId> {
  const { shop, writeBackIds, jobId, createdBy } = input;
  if (writeBackIds && writeBackIds.length > maxIds) throw new RangeError(`at most ${maxIds} write-backs in one call`);
  const chosen = writeBackIds
    ? inArray(writeBacks.id, [...writeBackIds])
    : and(eq(writeBacks.jobId, jobId ?? ""), isNull(writeBacks.undoes));
  const found = await deps.db.orm
    .select({ id: writeBacks.id, productId: writeBacks.productId, market: marketOfWrite })
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), eq(writeBacks.state, "verified"), chosen))
    .orderBy(asc(writeBacks.productId), asc(writeBacks.id));
  // As they were published: a market's text is compared with what is read there without it.
  const depthOf = await deps.db.do(marketDepths(shop));
  const byProduct = Map.groupBy(found, ({ productId }) => productId);
  const rows = [...byProduct.values()].flatMap((ofProduct) =>
    ofProduct.toSorted((one, other) => depthOf(one.market ?? "") - depthOf(other.market ?? "")),
  );
  if (rows.length === 0) {
    throw new OperationalError("there is nothing to undo", {
      code: "nothing_to_undo",
      retryable: false,
      merchantMessage: "There is nothing to undo: no text of this publication stands in the shop any more.",
    });
  }
  const targets = await targetsOf(deps, input);
  const names = targets.map(await deps.db.do(targetNamesOf(shop)));
  const where = names.length === 0 ? "" : ` in ${names.join(", ")}`;
  const products = new Set(rows.map(({ productId }) => productId)).size;
  return enqueueJob(deps, {
    job: undoJob,
    shop,
    title: `Undo the publication of ${products} ${products === 1 ? "product" : "products"}${where}`,
    payload: { ...(createdBy ? { createdBy } : {}), ...(targets.length > 0 ? { targets } : {}) },
    items: rows.map(({ id: writeBackId, productId }) => ({
      subject: productId,
      payload: { productId: productIdSchema.parse(productId), writeBackId },
    })),
    priority: products === 1 ? 0 : 2,
    createdBy,
  });
}

/** For whom it was published, each once; none: for the shop's own pages alone. */
async function targetsOf({ db }: { db: Db }, { shop, writeBackIds, jobId }: StartUndo): Promise<Target[]> {
  if (writeBackIds === undefined) {
    const job = jobId === undefined ? null : await readJob({ db }, { shop, jobId });
    return publishJob.payload.safeParse(job?.payload).data?.targets ?? [];
  }
  const own = await readPrimaryTarget({ db }, shop);
  const rows = await db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), inArray(writeBacks.id, [...writeBackIds])));
  const targets = new Map<string, Target>();
  for (const { fields } of rows) {
    const target = targetSchema.safeParse(fields[0]?.target).data;
    if (target && !sameTarget(target, own)) targets.set(targetKey(target), target);
  }
  return [...targets.values()];
}
