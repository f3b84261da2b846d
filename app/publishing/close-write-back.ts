import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import { type ConflictReason, type WrittenField, writeBacks } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { markPublished, markRestored } from "../versions/mark-versions.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { isSamePlace, nameOf, targetsOf } from "./field-write.ts";
import { changedSourceOf, sourceOfPutBack } from "./put-back.ts";
import { recordConflicts } from "./record-conflicts.ts";
import type { Live, Writer } from "./writer.ts";

export type WriteBackRow = typeof writeBacks.$inferSelect;

/** How the fields of one write-back ended, judged by what the shop shows. */
export interface WriteBackEnding<L extends Live> {
  /** the shop shows what is ours; `answered` is what it shows */
  applied: WrittenField[];
  /** the shop shows a text that is neither ours nor the earlier one */
  changedRemotely: WrittenField[];
  /** accepted by Shopify, which shows the earlier text for so long that it is no lag: not written again without a person */
  notShown?: readonly WrittenField[];
  /** translations whose source changed since they were made: not taken, or taken before it changed */
  sourceChanged?: readonly WrittenField[];
  /** why the rest did not get there */
  message: string | null;
  /** what the shop shows now; mirrored */
  live: L;
}

/**
 * Closes a write-back that is in `writing`, or that was given up and turns out to have arrived. Whoever comes second, e.g. a
 * worker that had lost its lease, changes nothing.
 * @param row as it was read
 * @returns false when somebody closed it since
 */
export async function closeWriteBack<L extends Live>(
  deps: { db: Db; clock: Clock; writer: Writer<L> },
  row: WriteBackRow,
  ending: WriteBackEnding<L>,
): Promise<boolean> {
  const { db, clock, writer } = deps;
  const shop = row.shop as ShopDomain;
  const productId = row.productId as ProductId;
  const { applied, changedRemotely, notShown = [], live } = ending;
  const isOutdated = (field: WrittenField) => live.sources?.outdated.has(nameOf(field)) ?? false;
  const sourceChanged = [...(ending.sourceChanged ?? []), ...applied.filter(isOutdated)];
  const now = clock.now();
  return db.transact({ shop }, function* (tx) {
    const closed = yield* q(
      tx
        .update(writeBacks)
        .set({
          state:
            applied.length > 0
              ? "verified"
              : changedRemotely.length + notShown.length + sourceChanged.length > 0
                ? "conflict"
                : "failed",
          fields: applied.length > 0 ? applied : row.fields,
          message: ending.message,
          writtenAt: now,
        })
        .where(and(eq(writeBacks.shop, shop), eq(writeBacks.id, row.id), eq(writeBacks.state, row.state)))
        .returning({ id: writeBacks.id }),
    );
    if (closed.length === 0) return false;
    if (row.undoes === null) {
      for (const { versionId } of applied.filter((field) => !isOutdated(field))) {
        yield* markPublished(tx, { shop, versionId, by: row.createdBy, now });
      }
      const foundIn = (fields: readonly WrittenField[], reason?: ConflictReason) =>
        fields.map((field) => ({
          contentType: nameOf(field),
          target: field.target,
          versionId: field.versionId,
          theirs: live.texts[nameOf(field)] ?? null,
          reason,
        }));
      const found = [
        ...foundIn(changedRemotely),
        ...foundIn(notShown, "not_shown"),
        ...foundIn(sourceChanged, "source_changed"),
      ];
      yield* recordConflicts(tx, { shop, productId, found, now });
    } else {
      yield* closeUndone(tx, { shop, undoes: row.undoes, applied, live, by: row.createdBy, now });
    }
    const written = new Map(applied.map((field) => [nameOf(field), changedSourceOf(field, live)]));
    yield* writer.mirror(tx, { shop, productId, live, written });
    for (const target of targetsOf(row.fields)) yield* refreshContentState({ shop, productId, target });
    return true;
  });
}

/** Part of a transaction: closes the fields whose earlier text is live again. An undone write-back keeps those that still hold ours. */
export function* closeUndone(
  tx: Tx,
  input: {
    shop: ShopDomain;
    undoes: string;
    applied: readonly WrittenField[];
    live: Live;
    by: string | null;
    now: number;
  },
) {
  const { shop, applied, live, by, now } = input;
  const [original] = yield* q(
    tx
      .select()
      .from(writeBacks)
      .where(and(eq(writeBacks.shop, shop), eq(writeBacks.id, input.undoes))),
  );
  if (!original) return;
  for (const field of applied) {
    const undone = original.fields.find((one) => isSamePlace(one, field));
    if (!undone) continue;
    yield* markRestored(tx, {
      shop,
      undoneVersionId: undone.versionId,
      versionId: field.versionId,
      body: field.answered ?? field.sent,
      factsDigest: sourceOfPutBack(field, live),
      by,
      now,
    });
  }
  const left = original.fields.filter((one) => !applied.some((field) => isSamePlace(field, one)));
  if (applied.length === 0) return;
  yield* q(
    tx
      .update(writeBacks)
      .set(left.length === 0 ? { state: "undone" } : { fields: left })
      .where(and(eq(writeBacks.shop, shop), eq(writeBacks.id, original.id))),
  );
}
