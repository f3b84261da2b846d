import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { all, run, type Steps } from "../../db/steps.ts";
import type { ItemContext } from "../../jobs/task.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { BatchLine, BatchModel } from "../../model/batch-port.ts";
import type { ModelConnection } from "../../model/model-for-shop.ts";
import type { ModelPrice } from "../../model/model-prices.ts";
import type { ModelRequest } from "../../model/port.ts";
import { type BatchChanges, type BatchOwner, type BatchRow, isCancelled, noteBatch, sendDirect } from "./batch-rows.ts";
import { noRoom } from "./gather-batches.ts";
import { takeAnswers } from "./take-answers.ts";

export interface CarryDeps {
  db: Db;
  clock: Clock;
  /** what a new batch is sent with */
  connection: ModelConnection;
  batchesOf: (connection: ModelConnection) => BatchModel;
  /** whether it is what a new batch is sent with */
  isCurrent: (connection: ModelConnection) => boolean;
  priceOf: (model: string) => ModelPrice | null;
}

/** After a submission whose answer was lost the provider's list is asked again until this long has passed. */
const unknownMs = 20_000;
const hourMs = 60 * 60_000;
/** The provider promises an end within 24 hours; a later batch is cancelled, and then given up. */
const overdueMs = 27 * hourMs;
const lostMs = 30 * hourMs;

/** What a refused submission cannot have made. */
const refusals: ReadonlySet<string> = new Set([
  "model_bad_request",
  "model_billing",
  "model_key",
  "model_not_allowed",
  "model_rate_limited",
  "model_refused",
]);

/**
 * Carries a batch as far as it goes now. Each state is written before the step whose answer may be lost, and a later run
 * continues from there: a crash or a lost answer at any point leads to no second batch of the same calls. A batch is asked for
 * where it was sent, although the shop may use another address or key by now.
 * @returns whether something is left to wait for
 * @throws what the provider's edge throws; the batch stays where it was
 */
export async function carryBatch(
  deps: CarryDeps,
  context: Pick<ItemContext, "signal" | "assertStillWanted">,
  owner: BatchOwner,
  found: BatchRow,
): Promise<{ open: boolean }> {
  let batch = found;
  for (;;) {
    const next = await stepWith(deps, context, owner, batch);
    if (next === "wait") return { open: true };
    if (next.state === "closed") return { open: false };
    batch = next;
  }
}

type Step = BatchRow | "wait";
type Context = Pick<ItemContext, "signal" | "assertStillWanted">;

/** What one step needs: the provider as the batch was sent to it. */
interface StepDeps extends CarryDeps {
  batches: BatchModel;
}

async function stepWith(deps: CarryDeps, context: Context, owner: BatchOwner, batch: BatchRow): Promise<Step> {
  const { connection, batchesOf, isCurrent } = deps;
  const sentWith = batch.state === "gathered" ? connection : { baseUrl: batch.baseUrl, apiKey: batch.apiKey };
  try {
    return await stepOf({ ...deps, batches: batchesOf(sentWith) }, context, owner, batch);
  } catch (error) {
    if (isCurrent(sentWith) || !isOperationalError(error) || !outOfReach.has(error.code)) throw error;
    return withNewKey(deps, owner, batch);
  }
}

/** It cannot be asked for where it was sent, whatever is tried. */
const outOfReach: ReadonlySet<string> = new Set(["model_key", "model_not_allowed"]);

/** The key that a batch was sent with holds no more. Another key of the same address most likely sees it too. */
function withNewKey(deps: CarryDeps, owner: BatchOwner, batch: BatchRow): Promise<Step> {
  const { db, connection } = deps;
  if (batch.baseUrl === connection.baseUrl) return note(db, owner.shop, batch, { ...connection });
  const isSent = batch.state !== "uploading" && batch.state !== "uploaded";
  if (isSent) return giveUp(deps, owner, batch, "batch_out_of_reach");
  return note(db, owner.shop, batch, { state: "gathered", fileId: null });
}

async function stepOf(deps: StepDeps, context: Context, owner: BatchOwner, batch: BatchRow): Promise<Step> {
  switch (batch.state) {
    case "gathered":
    case "uploading":
      return (await deps.db.do(isCancelled(owner)))
        ? giveUp(deps, owner, batch, "cancelled")
        : upload(deps, context, owner, batch);
    case "uploaded":
      return (await deps.db.do(isCancelled(owner)))
        ? giveUp(deps, owner, batch, "cancelled")
        : submit(deps, context, owner, batch);
    case "submitting":
      return findAgain(deps, context, owner, batch);
    case "submitted":
      return poll(deps, context, owner, batch);
    case "taking":
      return take(deps, context, owner, batch);
    case "closing":
    case "closed":
      return close(deps, context, owner, batch);
  }
}

async function upload(deps: StepDeps, { signal }: Context, owner: BatchOwner, batch: BatchRow): Promise<Step> {
  const { db, batches, connection } = deps;
  const { shop } = owner;
  const name = `shelfwright-${batch.id}.jsonl`;
  // A file costs nothing, but one whose answer was lost is not left behind.
  const left = batch.state === "uploading" ? await batches.findFile({ name }, { signal }) : null;
  const sentWith = batch.state === "gathered" ? connection : {};
  const uploading = await note(db, shop, batch, { state: "uploading", ...sentWith });
  const fileId = left ?? (await batches.upload({ name, lines: await db.do(linesOf(owner, batch)) }, { signal }));
  return note(db, shop, uploading, { state: "uploaded", fileId });
}

async function submit(
  { db, clock, batches }: StepDeps,
  context: Context,
  { shop }: BatchOwner,
  batch: BatchRow,
): Promise<Step> {
  const fileId = batch.fileId ?? "";
  await context.assertStillWanted();
  const submitting = await note(db, shop, batch, { state: "submitting", submittingAt: clock.now() });
  try {
    const providerId = await batches.submit({ fileId, mark: batch.id }, { signal: context.signal });
    return submitted(db, clock, shop, submitting, providerId);
  } catch (error) {
    if (isOperationalError(error) && refusals.has(error.code)) await note(db, shop, batch, { state: "uploaded" });
    throw error;
  }
}

/**
 * A submission whose answer is not known: the batch is looked for by its mark. When it is not there after a while, its file
 * is removed before another is sent. A first submission that is still on its way then finds no file, so that of two
 * submissions one at most becomes a batch.
 */
async function findAgain(deps: StepDeps, { signal }: Context, { shop }: BatchOwner, batch: BatchRow): Promise<Step> {
  const { db, clock, batches } = deps;
  const since = batch.submittingAt ?? clock.now();
  const wanted = { fileId: batch.fileId ?? "", mark: batch.id, sinceMs: since };
  const there = await batches.find(wanted, { signal });
  if (there !== null) return submitted(db, clock, shop, batch, there);
  if (clock.now() - since < unknownMs) return "wait";
  await batches.removeFile(wanted.fileId, { signal });
  const late = await batches.find(wanted, { signal });
  if (late !== null) return submitted(db, clock, shop, batch, late);
  return note(db, shop, batch, { state: "gathered", fileId: null, submittingAt: null });
}

function submitted(
  db: Db,
  clock: Clock,
  shop: BatchOwner["shop"],
  batch: BatchRow,
  providerId: string,
): Promise<BatchRow> {
  return note(db, shop, batch, { state: "submitted", providerId, submittedAt: clock.now() });
}

async function poll(deps: StepDeps, { signal }: Context, owner: BatchOwner, batch: BatchRow): Promise<Step> {
  const { db, clock, batches } = deps;
  const { shop } = owner;
  const providerId = batch.providerId ?? "";
  const now = clock.now();
  const ageMs = now - (batch.submittedAt ?? now);
  if (ageMs > lostMs) return giveUp(deps, owner, batch, "batch_overdue");
  const overdue = ageMs > overdueMs;
  if ((overdue || (await db.do(isCancelled(owner)))) && batch.cancelAskedAt === null) {
    await batches.cancel(providerId, { signal });
    return note(db, shop, batch, { cancelAskedAt: now });
  }
  const progress = await batches.poll(providerId, { signal });
  if (progress === null) return giveUp(deps, owner, batch, "batch_gone");
  const { status, answered, refused, failure, outputFileId, errorFileId } = progress;
  const known = await note(db, shop, batch, { status, answered, refused, failure });
  // At the full price they would cost what the merchant has chosen not to pay: they wait for room.
  if (progress.ended && failure === noRoom) return putBack(deps, owner, known);
  if (progress.ended) return note(db, shop, known, { state: "taking", outputFileId, errorFileId });
  return "wait";
}

async function take(deps: StepDeps, context: Context, owner: BatchOwner, batch: BatchRow): Promise<Step> {
  await takeAnswers(deps, context, owner, batch);
  return giveUp(deps, owner, batch, "batch_unanswered");
}

/** Whatever was not answered goes its own way; then the files are removed. */
function giveUp({ db, clock }: CarryDeps, { shop }: BatchOwner, batch: BatchRow, reason: string): Promise<BatchRow> {
  const now = clock.now();
  return db.transact({ shop }, function* () {
    yield* sendDirect(shop, batch.id, reason, now);
    return yield* noteBatch(shop, batch, { state: "closing" });
  });
}

const putBackSql = `UPDATE batch_requests SET state = 'waiting', batch_id = NULL, created_at = @now
  WHERE shop = @shop AND batch_id = @batchId AND state = 'sent'`;

/** Nothing of it was worked on: its calls wait for another batch. */
function putBack({ db, clock }: CarryDeps, { shop }: BatchOwner, batch: BatchRow): Promise<BatchRow> {
  const now = clock.now();
  return db.transact({ shop }, function* () {
    yield* run(putBackSql, { shop, batchId: batch.id, now });
    return yield* noteBatch(shop, batch, { state: "closing" });
  });
}

/** Stores how far a batch has come, in a transaction of its own. */
function note(db: Db, shop: BatchOwner["shop"], batch: BatchRow, changes: BatchChanges): Promise<BatchRow> {
  return db.transact({ shop }, () => noteBatch(shop, batch, changes));
}

async function close(deps: StepDeps, { signal }: Context, { shop }: BatchOwner, batch: BatchRow): Promise<Step> {
  const { db, clock, batches } = deps;
  // Prompts and texts are not left with the provider. What cannot be removed now expires there.
  for (const fileId of [batch.fileId, batch.outputFileId, batch.errorFileId]) {
    if (fileId === null) continue;
    await batches.removeFile(fileId, { signal }).catch((error: unknown) => {
      if (!isOperationalError(error)) throw error;
    });
  }
  return note(db, shop, batch, { state: "closed", closedAt: clock.now(), apiKey: null });
}

const linesSql = `SELECT custom_id AS customId, request FROM batch_requests
  WHERE shop = @shop AND batch_id = @batchId AND state = 'sent' ORDER BY item_seq`;

/** Only the shape that the file needs: we wrote it ourselves. */
const requestSchema = z.custom<ModelRequest>(
  (value) => z.object({ messages: z.array(z.unknown()) }).safeParse(value).success,
);

function* linesOf({ shop }: BatchOwner, batch: BatchRow): Steps<BatchLine[]> {
  const rows = yield* all<{ customId: string; request: string }>(linesSql, { shop, batchId: batch.id });
  return rows.map(({ customId, request }) => ({ customId, request: requestSchema.parse(JSON.parse(request)) }));
}
