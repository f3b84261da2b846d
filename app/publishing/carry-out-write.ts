import { and, eq } from "drizzle-orm";
import { readMetafieldPlaces } from "../catalog/text-places.ts";
import { labelsOf, listContentTypes } from "../content/types/list-content-types.ts";
import type { Db } from "../db/open.ts";
import { type WrittenField, writeBacks } from "../db/schema/index.ts";
import { type Query, q } from "../db/transact.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { isUnknownOutcome } from "../shopify/admin-errors.ts";
import { closeWriteBack, type WriteBackRow } from "./close-write-back.ts";
import { sameRendering, sameText } from "./compare-texts.ts";
import type { MetafieldDefinitions } from "./metafield-definitions.ts";
import { readLiveProduct } from "./read-live-product.ts";
import type { LiveProduct } from "./read-live-texts.ts";
import { judgeWrite } from "./settle-unknown.ts";
import { type FieldAnswers, writeTexts } from "./write-texts.ts";

/** What holds a write back when it is no longer wanted; see ItemContext. */
export interface WriteGuards {
  /** @throws LeaseLost, JobCancelled */
  assertStillWanted(): Promise<void>;
  /** the same as the first step of a transaction */
  assertLease(): Generator<Query<unknown>, void, unknown>;
}

export interface CarryOutDeps {
  db: Db;
  clock: Clock;
  definitions: MetafieldDefinitions;
}

export interface WriteReport {
  landed: string[];
  /** changed by somebody else while we wrote */
  foreign: string[];
  /** what Shopify refused or saved differently, in words for the merchant; null = nothing */
  problem: string | null;
}

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
  const places = readMetafieldPlaces(deps, write.shop);
  const filled = new Set(write.fields.flatMap(({ contentType, sent }) => (sent === null ? [] : [contentType])));
  await deps.definitions.ensure(
    admin,
    places.filter(({ contentType }) => filled.has(contentType)),
  );
  const row = await openWriteBack(deps, guards, write);
  let sent = false;
  let answers: FieldAnswers;
  try {
    answers = await writeTexts(admin, {
      gid: write.gid,
      fields: write.fields.map((field) => ({ contentType: field.contentType, sent: field.sent })),
      places,
      digests: live.digests,
      async beforeCall() {
        await guards.assertStillWanted();
        sent = true;
      },
    });
  } catch (error) {
    if (!sent) await dropWriteBack(deps, row);
    else return await settleAfterError(deps, admin, row, write.gid, error);
    throw error;
  }
  const shown = await readLiveProduct(deps, admin, write);
  return closeByAnswers(deps, row, answers, shown ?? live);
}

async function openWriteBack({ db, clock }: CarryOutDeps, guards: WriteGuards, write: NewWrite): Promise<WriteBackRow> {
  const { gid: _, ...columns } = write;
  const row: WriteBackRow = { ...columns, state: "writing", message: null, createdAt: clock.now(), writtenAt: null };
  await db.transact(function* (tx) {
    yield* guards.assertLease();
    yield* q(tx.insert(writeBacks).values(row));
  });
  return row;
}

/** Nothing was sent: no trace is needed. */
async function dropWriteBack({ db }: CarryOutDeps, row: WriteBackRow): Promise<void> {
  await db.orm
    .delete(writeBacks)
    .where(and(eq(writeBacks.shop, row.shop), eq(writeBacks.id, row.id), eq(writeBacks.state, "writing")));
}

/**
 * A call failed after something was sent. A failure that leaves open what happened is settled by reading again; when the
 * shop still shows the old text the write may yet arrive, so it stays open and the error says when to come back.
 */
async function settleAfterError(
  deps: CarryOutDeps,
  admin: AdminApi,
  row: WriteBackRow,
  gid: string,
  error: unknown,
): Promise<WriteReport> {
  const unknown = isOperationalError(error) && isUnknownOutcome(error);
  let live: LiveProduct | null;
  try {
    live = await readLiveProduct(deps, admin, { shop: row.shop as ShopDomain, productId: row.productId, gid });
  } catch {
    throw error;
  }
  if (live === null) throw error;
  const { landed, untouched, foreign } = judgeWrite(row.fields, live);
  if (unknown && untouched.length > 0) throw error;
  const message =
    untouched.length > 0 ? `Not written: ${labelsOf(listContentTypes(deps, row.shop), untouched.map(typeOf))}.` : null;
  await closeWriteBack(deps, row, { landed, foreign, message, live });
  if (!unknown) throw error;
  return { landed: landed.map(typeOf), foreign: foreign.map(typeOf), problem: null };
}

async function closeByAnswers(
  deps: CarryOutDeps,
  row: WriteBackRow,
  answers: FieldAnswers,
  live: LiveProduct,
): Promise<WriteReport> {
  const landed: WrittenField[] = [];
  const foreign: WrittenField[] = [];
  const altered: string[] = [];
  const refusals = new Set<string>();
  for (const field of row.fields) {
    const contentType = typeOf(field);
    const answer = answers.get(contentType);
    const shown = live.texts[contentType] ?? null;
    if (answer?.kind === "refused") refusals.add(answer.message);
    else if (answer?.kind === "answered" && !sameRendering(contentType, answer.answered, field.sent))
      altered.push(contentType);
    else if (answer?.kind === "answered" && sameText(shown, answer.answered))
      landed.push({ ...field, answered: shown });
    else if (sameRendering(contentType, shown, field.sent)) landed.push({ ...field, answered: shown });
    else foreign.push(field);
  }
  const problem = problemOf([...refusals], labelsOf(listContentTypes(deps, row.shop), altered));
  await closeWriteBack(deps, row, { landed, foreign, message: problem, live });
  return { landed: landed.map(typeOf), foreign: foreign.map(typeOf), problem };
}

function problemOf(refusals: string[], altered: string): string | null {
  const parts: string[] = [];
  if (refusals.length > 0) parts.push(`Shopify refused the text: ${refusals.join(" ")}`);
  if (altered !== "") {
    parts.push(
      `Shopify saved another text than was sent: ${altered}. Compare it in the Shopify admin, then edit the text here or undo it there.`,
    );
  }
  return parts.length > 0 ? parts.join(" ") : null;
}

function typeOf(field: WrittenField): string {
  return field.contentType;
}
