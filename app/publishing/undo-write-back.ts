import { and, eq } from "drizzle-orm";
import { type MadeFrom, type WrittenField, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { newId } from "../lib/id.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { assertCaughtUp } from "./assert-caught-up.ts";
import { type CarryOutDeps, carryOutWrite, nothingWritten, type WriteGuards } from "./carry-out-write.ts";
import { closeUndone, type WriteBackRow } from "./close-write-back.ts";
import { sameRendering } from "./compare-texts.ts";
import { nameOf, targetsOf } from "./field-write.ts";
import { findGid } from "./find-product.ts";
import { savedDifferently } from "./judge-write.ts";
import { lostBefore } from "./lost-before.ts";
import { isRepeatIn } from "./plan-write-back.ts";
import { productWriter } from "./product-writer.ts";
import type { PublishDeps } from "./publish-product.ts";
import { changedSourceOf } from "./put-back.ts";
import { reconcileWrites } from "./reconcile-writes.ts";
import { sameOnceSaved } from "./saved-form.ts";
import { stillThere } from "./still-there.ts";
import { translationWriter } from "./translations/translation-writer.ts";
import type { Live } from "./writer.ts";

export interface UndoInput {
  shop: ShopDomain;
  productId: ProductId;
  writeBackId: string;
  jobId?: string | null;
  itemSeq?: number | null;
  createdBy?: string | null;
}

export type UndoReport =
  | { kind: "gone" }
  /** unknown, or it never reached the shop */
  | { kind: "nothing_to_undo" }
  /** the shop removed the language, and with it what was published and what stood there before */
  | { kind: "language_gone" }
  | {
      kind: "done";
      /** the earlier text is live again; it was read back */
      restored: string[];
      /** changed in the shop since we wrote: left as it is */
      conflicts: string[];
      /** of those left: Shopify accepted the earlier text and shows ours, which somebody may have put back */
      notShown: string[];
      /** of those restored: translations whose original changed since they were made */
      outdated: string[];
      /** of those restored: Shopify saved it in another form than the earlier one */
      altered: string[];
      /** Shopify accepted them twice and did not keep them: not sent again without a person */
      lost: string[];
      /** to be restored in a while: Shopify is at work on the image */
      later: string[];
      /** to be read again in a while: what they belong to is in the shop, and one reading left it out */
      leftOut: string[];
      problem: string | null;
      /** as `AppliedAnswers` */
      problemCode: string | null;
    };

interface UndoPlan {
  write: WrittenField[];
  alreadyThere: WrittenField[];
  lost: string[];
  conflicts: string[];
}

/**
 * Brings back what stood in the shop before a write-back, also that there was nothing. A field that was changed since our
 * write is left alone. Be the product's only writer.
 * @throws as carryOutWrite; after any throw the same call continues where this one stopped
 */
export async function undoWriteBack(deps: PublishDeps, guards: WriteGuards, input: UndoInput): Promise<UndoReport> {
  const asked = await readWriteBack(deps, input);
  const target = asked?.fields[0]?.target;
  return asked?.writer === "translation" && target
    ? undoBy({ ...deps, writer: translationWriter(deps, target) }, guards, input)
    : undoBy({ ...deps, writer: productWriter(deps) }, guards, input);
}

type DepsWith<L extends Live> = PublishDeps & CarryOutDeps<L>;

async function undoBy<L extends Live>(deps: DepsWith<L>, guards: WriteGuards, input: UndoInput): Promise<UndoReport> {
  const { shop, productId, writeBackId } = input;
  const { writer } = deps;
  const admin = deps.admin(shop);
  const gid = await findGid(deps, shop, productId);
  const live = gid === null ? null : await writer.read(admin, { shop, productId, gid, writeBackId });
  if (gid === null || live === null) return { kind: "gone" };
  const { undosNotShown } = await reconcileWrites(deps, { shop, productId, live });
  const original = await readWriteBack(deps, input);
  if (original?.state === "undone") return { ...nothingLeft, kind: "done", restored: typesOf(original.fields) };
  if (original?.state !== "verified") return { kind: "nothing_to_undo" };
  // That nothing of it is there is no person's edit, nor the earlier state, where there is no language to have texts in.
  const isVanished = original.fields.every((field) => field.sent !== null && live.texts[nameOf(field)] === null);
  if (isVanished && (await writer.isLanguageGone?.(admin))) return { kind: "language_gone" };
  const missed = typesOf(original.fields).filter((name) => live.goneImages?.has(name));
  const leftOut: ReadonlySet<string> = missed.length > 0 ? await stillThere(admin, missed) : new Set();
  const read = { ...original, fields: original.fields.filter((field) => !leftOut.has(nameOf(field))) };
  await deps.db.transact({ shop }, function* (tx) {
    const contentTypes = typesOf(read.fields);
    yield* assertCaughtUp(tx, { writer, shop, productId, texts: live.texts, contentTypes, now: deps.clock.now() });
  });
  const notShown = new Set([
    ...undosNotShown.flatMap(({ undoes, contentType }) => (undoes === writeBackId ? [contentType] : [])),
    ...(await notShownBefore(deps, input)),
  ]);
  const madeFrom = await deps.db.do(writer.madeFrom({ shop, productId, live }));
  const [first] = original.fields;
  const lost = first
    ? await lostBefore(deps, { ...input, target: first.target, undoes: original.id })
    : new Set<string>();
  const plan = planUndo(read, live, {
    notShown,
    lost,
    madeFrom,
    newVersionId: () => newId("ver", deps.clock.now()),
  });
  await recordAlreadyThere(deps, guards, input, plan, live);
  const report =
    plan.write.length === 0
      ? nothingWritten
      : await carryOutWrite(deps, admin, guards, newUndo(deps, input, gid, original, plan), live);
  return {
    kind: "done",
    restored: [...typesOf(plan.alreadyThere), ...typesOf(report.applied)],
    outdated: [...plan.alreadyThere, ...report.applied].filter((field) => changedSourceOf(field, live)).map(nameOf),
    altered: savedDifferently(report.applied),
    lost: plan.lost,
    later: report.later,
    leftOut: [...leftOut],
    conflicts: [...plan.conflicts, ...report.changedRemotely, ...report.sourceChanged],
    notShown: plan.conflicts.filter((contentType) => notShown.has(contentType)),
    ...{ problem: report.problem, problemCode: report.problemCode },
  };
}

const nothingLeft = {
  ...{ conflicts: [], notShown: [], outdated: [], altered: [], lost: [], later: [], leftOut: [] },
  ...{ problem: null, problemCode: null },
};

function planUndo(
  original: WriteBackRow,
  live: Live,
  {
    notShown,
    lost,
    madeFrom,
    newVersionId,
  }: {
    notShown: ReadonlySet<string>;
    lost: ReadonlySet<string>;
    /** what the shop shows now */
    madeFrom: ReadonlyMap<string, MadeFrom>;
    newVersionId(): string;
  },
): UndoPlan {
  const plan: UndoPlan = { write: [], alreadyThere: [], lost: [], conflicts: [] };
  for (const field of original.fields) {
    const { slot, target } = field;
    const contentType = nameOf(field);
    const shown = live.texts[contentType] ?? null;
    const versionId = newVersionId();
    // Shopify refuses a market's text that is said everywhere by now: without one its customers read the same.
    const isThere = sameRendering(contentType, shown, field.before);
    const isRepeat = !isThere && field.before !== null && isRepeatIn(live.sources, contentType, field.before);
    const sent = isRepeat ? null : field.before;
    const restoring = { slot, target, versionId, before: shown, sent, answered: null };
    const ofShown = madeFrom.get(contentType);
    if (!Object.hasOwn(live.texts, contentType)) plan.conflicts.push(contentType);
    else if (sameRendering(contentType, shown, sent)) plan.alreadyThere.push({ ...restoring, madeFrom: ofShown });
    else if (lost.has(contentType) && sameOnceSaved(contentType, shown, field.answered)) plan.lost.push(contentType);
    else if (!notShown.has(contentType) && sameOnceSaved(contentType, shown, field.answered))
      plan.write.push({ ...restoring, beforeMadeFrom: ofShown, madeFrom: isRepeat ? undefined : field.beforeMadeFrom });
    else plan.conflicts.push(contentType);
  }
  return plan;
}

function newUndo(deps: PublishDeps, input: UndoInput, gid: string, original: WriteBackRow, plan: UndoPlan) {
  return {
    id: newId("wb", deps.clock.now()),
    shop: input.shop,
    productId: input.productId,
    gid,
    jobId: input.jobId ?? null,
    itemSeq: input.itemSeq ?? null,
    undoes: original.id,
    createdBy: input.createdBy ?? null,
    fields: plan.write,
  };
}

async function recordAlreadyThere<L extends Live>(
  deps: DepsWith<L>,
  guards: WriteGuards,
  input: UndoInput,
  plan: UndoPlan,
  live: L,
): Promise<void> {
  if (plan.alreadyThere.length === 0) return;
  const { shop, productId, writeBackId } = input;
  await deps.db.transact({ shop }, function* (tx) {
    yield* guards.assertLease();
    yield* closeUndone(tx, {
      shop,
      undoes: writeBackId,
      applied: plan.alreadyThere,
      live,
      by: input.createdBy ?? null,
      now: deps.clock.now(),
    });
    yield* deps.writer.mirror(tx, { shop, productId, live });
    for (const target of targetsOf(plan.alreadyThere)) yield* refreshContentState({ shop, productId, target });
  });
}

/** Of an earlier attempt at the same item: what a person undoes again is undone. */
async function notShownBefore({ db }: PublishDeps, input: UndoInput): Promise<string[]> {
  if (!input.jobId) return [];
  const rows = await db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, input.shop),
        eq(writeBacks.jobId, input.jobId),
        eq(writeBacks.undoes, input.writeBackId),
        eq(writeBacks.state, "conflict"),
      ),
    );
  return rows.flatMap(({ fields }) => typesOf(fields));
}

async function readWriteBack({ db }: PublishDeps, input: UndoInput): Promise<WriteBackRow | undefined> {
  const [row] = await db.orm
    .select()
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, input.shop),
        eq(writeBacks.productId, input.productId),
        eq(writeBacks.id, input.writeBackId),
      ),
    );
  return row;
}

function typesOf(fields: readonly WrittenField[]): string[] {
  return fields.map(nameOf);
}
