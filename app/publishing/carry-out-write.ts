import { and, eq } from "drizzle-orm";
import { readMetafieldPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import { labelsOf, listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { isUnknownOutcome } from "../shopify/admin-errors.ts";
import { type AppliedAnswers, applyAnswers } from "./apply-answers.ts";
import { assertCaughtUp } from "./assert-caught-up.ts";
import { closeWriteBack, type WriteBackRow } from "./close-write-back.ts";
import { type FieldAnswers, nameOf } from "./field-write.ts";
import { judgeWrite } from "./judge-write.ts";
import { lagError } from "./lag.ts";
import type { MetafieldDefinitions } from "./metafield-definitions.ts";
import { readLiveProduct } from "./read-live-product.ts";
import type { LiveProduct } from "./read-live-texts.ts";
import { writeTexts } from "./write-texts.ts";

/** What holds a write back when it is no longer wanted; see ItemContext. */
export interface WriteGuards {
  /** @throws LeaseLost, JobCancelled */
  assertStillWanted(): Promise<void>;
  /** the same as the first step of a transaction */
  assertLease(): Steps<void>;
}

export interface CarryOutDeps {
  db: Db;
  clock: Clock;
  definitions: MetafieldDefinitions;
}

export interface WriteReport {
  applied: WrittenField[];
  /** changed by somebody else while we wrote */
  changedRemotely: string[];
  /** to be sent again in a while: Shopify is at work on the image, or the text changed just now */
  later: string[];
  /** what Shopify refused, in words for the merchant; null = nothing */
  problem: string | null;
}

export const nothingWritten: Readonly<WriteReport> = { applied: [], changedRemotely: [], later: [], problem: null };

export interface NewWrite {
  id: string;
  shop: ShopDomain;
  productId: ProductId;
  gid: string;
  jobId: string | null;
  itemSeq: number | null;
  undoes: string | null;
  createdBy: string | null;
  fields: WrittenField[];
}

/**
 * Writes fields of one product, after they were planned on `live`. The write-back is stored as `writing` before the first
 * call, so that a crash leaves a trace with the old values; it is closed by what the shop shows afterwards.
 * @throws what the guards and the Admin API throw. When the outcome stays unknown the write-back stays in `writing`, and the
 *   next attempt settles it.
 */
export async function carryOutWrite(
  deps: CarryOutDeps,
  admin: AdminApi,
  guards: WriteGuards,
  write: NewWrite,
  live: LiveProduct,
): Promise<WriteReport> {
  const places = await deps.db.do(readMetafieldPlaces(write.shop));
  const filled = new Set(write.fields.flatMap((field) => (field.sent === null ? [] : [nameOf(field)])));
  await deps.definitions.ensure(
    admin,
    places.filter(({ contentType }) => filled.has(contentType)),
  );
  const row = await openWriteBack(deps, guards, write, live);
  const answers: FieldAnswers = new Map();
  let sent = false;
  try {
    await writeTexts(
      admin,
      {
        gid: write.gid,
        fields: write.fields.map((field) => ({ contentType: nameOf(field), sent: field.sent })),
        places,
        digests: live.digests,
        async beforeCall() {
          await guards.assertStillWanted();
          sent = true;
        },
      },
      answers,
    );
  } catch (error) {
    if (!sent) await dropWriteBack(deps, row);
    else return await reconcileAfterError(deps, admin, { row, gid: write.gid, answers }, error);
    throw error;
  }
  const applied = await keepAnswers(deps, row, answers);
  const shown = applied.fields.length > 0 ? await readLiveProduct(deps, admin, write) : live;
  return closeByAnswers(deps, row, applied, shown);
}

async function openWriteBack(
  { db, clock }: CarryOutDeps,
  guards: WriteGuards,
  write: NewWrite,
  { texts }: LiveProduct,
): Promise<WriteBackRow> {
  const { gid: _, ...columns } = write;
  const row: WriteBackRow = {
    ...columns,
    writer: "product",
    state: "writing",
    message: null,
    createdAt: clock.now(),
    writtenAt: null,
  };
  await db.transact({ shop: write.shop }, function* (tx) {
    yield* guards.assertLease();
    const contentTypes = write.fields.map(nameOf);
    yield* assertCaughtUp(tx, { shop: write.shop, productId: write.productId, texts, contentTypes, now: clock.now() });
    yield* q(tx.insert(writeBacks).values(row));
  });
  return row;
}

/** Nothing was sent, or nothing of it was taken for the moment: no trace is needed. */
async function dropWriteBack({ db }: CarryOutDeps, row: WriteBackRow): Promise<void> {
  await db.orm
    .delete(writeBacks)
    .where(and(eq(writeBacks.shop, row.shop), eq(writeBacks.id, row.id), eq(writeBacks.state, "writing")));
}

/**
 * Stored before the shop is read again: a process that dies meanwhile, or a copy that lags behind, must not take an accepted
 * write for one that never arrived.
 */
async function keepAnswers(deps: CarryOutDeps, row: WriteBackRow, answers: FieldAnswers): Promise<AppliedAnswers> {
  const types = await deps.db.do(listContentTypes(row.shop));
  const applied = applyAnswers(row.fields, answers, { types, now: deps.clock.now() });
  const { fields, problem } = applied;
  if (fields.length === 0) return applied;
  await deps.db.orm
    .update(writeBacks)
    .set({ fields, message: problem })
    .where(and(eq(writeBacks.shop, row.shop), eq(writeBacks.id, row.id), eq(writeBacks.state, "writing")));
  return applied;
}

/**
 * A call failed after something was sent. When the failure does not show whether it was applied, the product is read again; if the
 * shop still shows the old text the write may yet arrive, so it stays open and the error holds when to look again.
 */
async function reconcileAfterError(
  deps: CarryOutDeps,
  admin: AdminApi,
  { row, gid, answers }: { row: WriteBackRow; gid: string; answers: FieldAnswers },
  error: unknown,
): Promise<WriteReport> {
  const unknown = isOperationalError(error) && isUnknownOutcome(error);
  const kept = await keepAnswers(deps, row, answers);
  let live: LiveProduct | null;
  try {
    live = await readLiveProduct(deps, admin, { shop: row.shop as ShopDomain, productId: row.productId, gid });
  } catch {
    throw error;
  }
  if (live === null) throw error;
  const { applied, lagging, untouched, changedRemotely } = judgeWrite(kept.fields, live);
  if (lagging.length > 0 || (unknown && untouched.length > 0)) throw error;
  const unsent =
    untouched.length > 0
      ? `Not written: ${labelsOf(await deps.db.do(listContentTypes(row.shop)), untouched.map(nameOf))}.`
      : null;
  const message = [kept.problem, unsent].filter(Boolean).join(" ") || null;
  await closeWriteBack(deps, row, { applied, changedRemotely, message, live });
  if (!unknown) throw error;
  return { applied, changedRemotely: changedRemotely.map(nameOf), later: kept.later, problem: kept.problem };
}

/** @throws OperationalError `shopify_lag` when the shop does not show yet what it accepted: the write-back stays open */
async function closeByAnswers(
  deps: CarryOutDeps,
  row: WriteBackRow,
  { fields, later, problem }: AppliedAnswers,
  live: LiveProduct | null,
): Promise<WriteReport> {
  if (live === null) {
    await failWriteBack(deps, row, goneMessage);
    return { ...nothingWritten, problem: goneMessage };
  }
  if (fields.length === 0 && problem === null) {
    await dropWriteBack(deps, row);
    return { ...nothingWritten, later };
  }
  const { applied, lagging, untouched, changedRemotely } = judgeWrite(fields, live);
  if (lagging.length > 0) throw lagError(0);
  await closeWriteBack(deps, row, { applied, changedRemotely, message: problem, live });
  // Refused as changed, and yet the earlier text is shown: read again before it is tried again.
  const stale = untouched.map(nameOf);
  return { applied, changedRemotely: changedRemotely.map(nameOf), later: [...later, ...stale], problem };
}

const goneMessage = "The product is no longer in the shop.";

async function failWriteBack({ db, clock }: CarryOutDeps, row: WriteBackRow, message: string): Promise<void> {
  await db.orm
    .update(writeBacks)
    .set({ state: "failed", message, writtenAt: clock.now() })
    .where(and(eq(writeBacks.shop, row.shop), eq(writeBacks.id, row.id), eq(writeBacks.state, "writing")));
}
