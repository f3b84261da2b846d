import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import type { Acted } from "../db/record-act.ts";
import { conflicts, type DecidedVersion, reviewDecisions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import { productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { targetSchema } from "../texts/target.ts";
import { rebaseVersion } from "../versions/close-approved.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { type TakenBack, takeBackVersions } from "../versions/take-back-versions.ts";
import { reopenEntry } from "./settle-entry.ts";

export type DecisionTakenBack = TakenBack | { kind: "not_found" };

type DecisionRow = typeof reviewDecisions.$inferSelect;

/**
 * Takes a person's own decision back: its texts wait for a decision again, and its product is in the queue where it was.
 * Taken back before is as good as taken back now.
 */
export async function takeBack(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, by, id }: { shop: ShopDomain; by: string; id: string },
): Promise<DecisionTakenBack> {
  return db.transact({ shop }, function* (tx) {
    const [decision] = yield* q(
      tx
        .select()
        .from(reviewDecisions)
        .where(and(eq(reviewDecisions.shop, shop), eq(reviewDecisions.id, id), eq(reviewDecisions.person, by))),
    );
    if (!decision) return { kind: "not_found" as const };
    if (decision.takenBackAt !== null) return { kind: "taken_back" as const };
    const result = yield* takeBackIn(tx, decision, clock.now());
    if (result.kind === "taken_back" && note) {
      yield* note({ subject: { kind: "product", id: decision.productId }, details: { verdict: decision.kind } });
    }
    return result;
  });
}

/** What a person's own decision was, null for none. */
export async function kindOfOwn(
  { db }: { db: Db },
  { shop, by, id }: { shop: ShopDomain; by: string; id: string },
): Promise<DecisionRow["kind"] | null> {
  const [row] = await db.orm
    .select({ kind: reviewDecisions.kind })
    .from(reviewDecisions)
    .where(and(eq(reviewDecisions.shop, shop), eq(reviewDecisions.id, id), eq(reviewDecisions.person, by)));
  return row?.kind ?? null;
}

/** Decisions of one transaction: keeps each under 20 ms. */
const chunkDecisions = 20;

/** Takes back all of what was approved at once that can be. @returns how many products wait again, and how many stay */
export async function takeBackBulk(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, by, bulk }: { shop: ShopDomain; by: string; bulk: string },
): Promise<{ takenBack: number; stayed: number }> {
  const ofBulk = and(
    eq(reviewDecisions.shop, shop),
    eq(reviewDecisions.bulk, bulk),
    eq(reviewDecisions.person, by),
    isNull(reviewDecisions.takenBackAt),
  );
  const ids = await db.orm.select({ id: reviewDecisions.id }).from(reviewDecisions).where(ofBulk);
  const total = { takenBack: 0, stayed: 0 };
  for (let from = 0; from < ids.length; from += chunkDecisions) {
    const chunk = ids.slice(from, from + chunkDecisions);
    const done = await db.transact({ shop }, function* (tx) {
      let takenBack = 0;
      for (const { id } of chunk) {
        const [decision] = yield* q(
          tx
            .select()
            .from(reviewDecisions)
            .where(and(ofBulk, eq(reviewDecisions.id, id))),
        );
        if (decision && (yield* takeBackIn(tx, decision, clock.now())).kind === "taken_back") takenBack++;
      }
      if (takenBack > 0 && note) yield* note({ details: { products: takenBack }, unfinished: true });
      return takenBack;
    });
    total.takenBack += done;
    total.stayed += chunk.length - done;
  }
  return total;
}

function* takeBackIn(tx: Tx, decision: DecisionRow, now: number): Steps<TakenBack> {
  const { id, person: by, queueId, kind: outcome, versions, conflicts: settled, decidedAt, bulk } = decision;
  const { shop, productId } = asBranded(decision);
  const target = targetSchema.parse(decision);
  const decided = versions.length > 0 ? versions : settled.map(ourText);
  const result = yield* takeBackVersions(tx, { shop, productId, target, by, decidedAt, versions: decided });
  if (result.kind !== "taken_back") return result;
  for (const conflict of settled) {
    yield* rebaseVersion({ shop, versionId: conflict.versionId, live: conflict.base });
    yield* q(tx.insert(conflicts).values(conflict).onConflictDoNothing());
  }
  yield* q(
    tx
      .update(reviewDecisions)
      .set({ takenBackAt: now })
      .where(and(eq(reviewDecisions.shop, shop), eq(reviewDecisions.id, id))),
  );
  if (versions.length > 0 || settled.length > 0) yield* refreshContentState({ shop, productId, target });
  if (queueId !== null) yield* reopenEntry({ shop, queueId, productId, outcome, decidedAt }, bulk !== null);
  return result;
}

/** Decided for our text, its version stayed what it was: taking back is for as long as it still is. */
function ourText({ versionId }: DecisionRow["conflicts"][number]): DecidedVersion {
  return { id: versionId, before: "approved", after: "approved" };
}

function asBranded({ shop, productId }: DecisionRow) {
  return { shop: shop as ShopDomain, productId: productIdSchema.parse(productId) };
}
