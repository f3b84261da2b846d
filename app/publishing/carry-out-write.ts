import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import { newId } from "../lib/id.ts";
import { labelsOf, listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { isUnknownOutcome } from "../shopify/admin-errors.ts";
import { type AppliedAnswers, applyAnswers } from "./apply-answers.ts";
import { assertCaughtUp } from "./assert-caught-up.ts";
import { closeWriteBack, type WriteBackRow } from "./close-write-back.ts";
import { type FieldAnswers, isSamePlace, nameOf } from "./field-write.ts";
import { judgeWrite } from "./judge-write.ts";
import { lagError } from "./lag.ts";
import type { Live, Writer } from "./writer.ts";

/** What holds a write back when it is no longer wanted; see ItemContext. */
export interface WriteGuards {
  /** @throws LeaseLost, JobCancelled */
  assertStillWanted(): Promise<void>;
  /** the same as the first step of a transaction */
  assertLease(): Steps<void>;
}

export interface CarryOutDeps<L extends Live> {
  db: Db;
  clock: Clock;
  writer: Writer<L>;
}

export interface WriteReport {
  applied: WrittenField[];
  /** changed by somebody else while we wrote */
  changedRemotely: string[];
  /** translations whose source changed while we wrote: not taken, or taken before it changed */
  sourceChanged: string[];
  /** to be sent again in a while: Shopify is at work on the image, or the text changed just now */
  later: string[];
  /** what Shopify refused, in words for the merchant; null = nothing */
  problem: string | null;
  /** as `AppliedAnswers` */
  problemCode: string | null;
}

export const nothingWritten: Readonly<WriteReport> = {
  applied: [],
  changedRemotely: [],
  sourceChanged: [],
  later: [],
  problem: null,
  problemCode: null,
};

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
export async function carryOutWrite<L extends Live>(
  deps: CarryOutDeps<L>,
  admin: AdminApi,
  guards: WriteGuards,
  write: NewWrite,
  live: L,
): Promise<WriteReport> {
  const { writer } = deps;
  const { shop, gid } = write;
  const fields = write.fields.map((field) => ({ contentType: nameOf(field), sent: field.sent }));
  await writer.makeReady(admin, { shop, fields });
  const row = await openWriteBack(deps, guards, write, live);
  const answers: FieldAnswers = new Map();
  let sent = false;
  try {
    await writer.send(
      admin,
      {
        ...{ shop, gid, fields, live },
        async beforeCall() {
          await guards.assertStillWanted();
          sent = true;
        },
      },
      answers,
    );
  } catch (error) {
    if (!sent) await dropWriteBack(deps, row);
    else return await reconcileAfterError(deps, admin, { row, gid, answers }, error);
    throw error;
  }
  const applied = await keepAnswers(deps, row, answers);
  const shown = applied.fields.length > 0 ? await writer.read(admin, write) : live;
  return closeByAnswers(deps, row, applied, shown);
}

async function openWriteBack<L extends Live>(
  { db, clock, writer }: CarryOutDeps<L>,
  guards: WriteGuards,
  write: NewWrite,
  { texts }: Live,
): Promise<WriteBackRow> {
  const { gid: _, ...columns } = write;
  const row: WriteBackRow = {
    ...columns,
    writer: writer.name,
    state: "writing",
    message: null,
    createdAt: clock.now(),
    writtenAt: null,
  };
  await db.transact({ shop: write.shop }, function* (tx) {
    yield* guards.assertLease();
    const contentTypes = write.fields.map(nameOf);
    const { shop, productId } = write;
    yield* assertCaughtUp(tx, { writer, shop, productId, texts, contentTypes, now: clock.now() });
    yield* q(tx.insert(writeBacks).values(row));
  });
  return row;
}

/** Nothing was sent, or nothing of it was taken for the moment: no trace is needed. */
async function dropWriteBack({ db }: { db: Db }, row: WriteBackRow): Promise<void> {
  await db.orm
    .delete(writeBacks)
    .where(and(eq(writeBacks.shop, row.shop), eq(writeBacks.id, row.id), eq(writeBacks.state, "writing")));
}

/**
 * Stored before the shop is read again: a process that dies meanwhile, or a copy that lags behind, must not take an accepted
 * write for one that never arrived.
 */
async function keepAnswers(
  deps: { db: Db; clock: Clock },
  row: WriteBackRow,
  answers: FieldAnswers,
): Promise<AppliedAnswers> {
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
async function reconcileAfterError<L extends Live>(
  deps: CarryOutDeps<L>,
  admin: AdminApi,
  { row, gid, answers }: { row: WriteBackRow; gid: string; answers: FieldAnswers },
  error: unknown,
): Promise<WriteReport> {
  const unknown = isOperationalError(error) && isUnknownOutcome(error);
  const kept = await keepAnswers(deps, row, answers);
  let live: L | null;
  try {
    live = await deps.writer.read(admin, { shop: row.shop as ShopDomain, productId: row.productId, gid });
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
  const { sourceChanged, later, problem, problemCode } = kept;
  await closeWriteBack(deps, row, { applied, changedRemotely, sourceChanged, message, live });
  if (!unknown) throw error;
  return reportOf({ applied, changedRemotely, sourceChanged, later, problem, problemCode }, live);
}

/** @throws OperationalError `shopify_lag` when the shop does not show yet what it accepted: the write-back stays open */
async function closeByAnswers<L extends Live>(
  deps: CarryOutDeps<L>,
  row: WriteBackRow,
  { fields, later, sourceChanged, problem, problemCode }: AppliedAnswers,
  live: L | null,
): Promise<WriteReport> {
  if (live === null) {
    await failWriteBack(deps, row, goneMessage);
    return { ...nothingWritten, problem: goneMessage };
  }
  if (fields.length === 0 && sourceChanged.length === 0 && problem === null) {
    await dropWriteBack(deps, row);
    return { ...nothingWritten, later };
  }
  const { applied, lagging, untouched, changedRemotely } = judgeWrite(fields, live);
  if (lagging.length > 0 && deps.writer.notShown === "conflict") throw lagError(0);
  const closing = lagging.length > 0 ? await splitOff(deps, row, lagging) : row;
  if (closing === null) throw lagError(0);
  await closeWriteBack(deps, closing, { applied, changedRemotely, sourceChanged, message: problem, live });
  if (lagging.length > 0) throw lagError(0);
  // Refused as changed, and yet the earlier text is shown: read again before it is tried again.
  const stale = untouched.map(nameOf);
  return reportOf({ applied, changedRemotely, sourceChanged, later: [...later, ...stale], problem, problemCode }, live);
}

/** Of what was applied that of which the source changed meanwhile is in the shop, and not done. */
function reportOf(
  ending: { applied: WrittenField[]; changedRemotely: WrittenField[]; sourceChanged: WrittenField[] } & Pick<
    WriteReport,
    "later" | "problem" | "problemCode"
  >,
  { sources }: Live,
): WriteReport {
  const { later, problem, problemCode } = ending;
  const isOutdated = (field: WrittenField) => sources?.outdated.has(nameOf(field)) ?? false;
  return {
    applied: ending.applied.filter((field) => !isOutdated(field)),
    changedRemotely: ending.changedRemotely.map(nameOf),
    sourceChanged: [...ending.sourceChanged, ...ending.applied.filter(isOutdated)].map(nameOf),
    ...{ later, problem, problemCode },
  };
}

/**
 * Fields that do not show yet stay open in a write-back of their own, so that the others need not wait for them.
 * @returns the write-back without them; null when nothing else is in it
 */
async function splitOff({ db, clock }: { db: Db; clock: Clock }, row: WriteBackRow, open: readonly WrittenField[]) {
  const isOpen = (field: WrittenField) => open.some((one) => isSamePlace(one, field));
  const left = row.fields.filter((field) => !isOpen(field));
  if (left.length === 0) return null;
  await db.transact({ shop: row.shop as ShopDomain }, function* (tx) {
    const moved = yield* q(
      tx
        .update(writeBacks)
        .set({ fields: left })
        .where(and(eq(writeBacks.shop, row.shop), eq(writeBacks.id, row.id), eq(writeBacks.state, "writing")))
        .returning({ id: writeBacks.id }),
    );
    if (moved.length === 0) return;
    yield* q(tx.insert(writeBacks).values({ ...row, id: newId("wb", clock.now()), fields: [...open], message: null }));
  });
  return { ...row, fields: left };
}

const goneMessage = "The product is no longer in the shop.";

async function failWriteBack(
  { db, clock }: { db: Db; clock: Clock },
  row: WriteBackRow,
  message: string,
): Promise<void> {
  await db.orm
    .update(writeBacks)
    .set({ state: "failed", message, writtenAt: clock.now() })
    .where(and(eq(writeBacks.shop, row.shop), eq(writeBacks.id, row.id), eq(writeBacks.state, "writing")));
}
