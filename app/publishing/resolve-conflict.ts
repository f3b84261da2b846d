import { and, eq } from "drizzle-orm";
import { ownerSteps } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import type { Acted } from "../db/record-act.ts";
import { conflicts } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Target } from "../texts/target.ts";
import { closeApproved, rebaseVersion, setSource } from "../versions/close-approved.ts";
import { isForTarget, isOfSlot } from "../versions/conditions.ts";
import { madeFrom } from "../versions/made-from.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";

export interface ResolveConflict {
  shop: ShopDomain;
  productId: ProductId;
  /** the name of the slot */
  contentType: string;
  target: Target;
  /**
   * theirs: our version is rejected, the shop's text stays. ours: the shop's text becomes the base of our version, which
   * stays approved and may be published.
   */
  decision: { kind: "theirs" } | { kind: "ours" };
  by: string;
  /** of the conflict that the person had before them; undefined where nobody looked at it */
  detectedAt?: number | undefined;
  /** of a translation: digest of the source that they had before them; undefined: as it is now */
  source?: string | undefined;
}

export type ResolvedConflict =
  | { kind: "resolved" }
  /** somebody decided it before, or a newer version replaced ours */
  | { kind: "settled" };

/**
 * Carries out what a person decided about a conflict. Nothing is written to the shop here. When the shop's text changes again
 * before ours is published, that is a new conflict.
 */
export async function resolveConflict(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  input: ResolveConflict,
): Promise<ResolvedConflict> {
  const { shop, productId, target, decision } = input;
  return db.transact({ shop }, function* (tx) {
    const conflict = yield* decideConflictIn(tx, { ...input, now: clock.now() });
    if (!conflict) return { kind: "settled" as const };
    yield* refreshContentState({ shop, productId, target });
    if (note)
      yield* note({
        subject: { kind: "product", id: productId },
        details: { version: conflict.versionId, kept: decision.kind },
      });
    return { kind: conflict.isChanged ? ("resolved" as const) : ("settled" as const) };
  });
}

/**
 * The same as a step of the caller's transaction, which refreshes the product's content state.
 * @returns the conflict as it was, and whether our version was still there to decide on; null when somebody decided it before
 */
export function* decideConflictIn(
  tx: Tx,
  input: ResolveConflict & { now: number },
): Steps<(ConflictRow & { isChanged: boolean }) | null> {
  const { shop, decision, by, detectedAt, now } = input;
  const [conflict] = yield* q(tx.delete(conflicts).where(thisConflict(input, detectedAt)).returning());
  if (!conflict) return null;
  const { versionId, theirs } = conflict;
  if (decision.kind === "ours" && conflict.reason === "source_changed") yield* takeAsOf(input, versionId);
  const isChanged =
    decision.kind === "ours"
      ? yield* rebaseVersion({ shop, versionId, live: theirs })
      : (yield* closeApproved({ shop, versionIds: [versionId], state: "rejected", by, now })) > 0;
  return { ...conflict, isChanged };
}

/** A translation that a person weighed against its changed original counts as made from that. */
function* takeAsOf({ shop, productId, target, contentType, source }: ResolveConflict, versionId: string): Steps<void> {
  if (source !== undefined) return yield* setSource({ shop, versionId, factsDigest: source });
  const product = yield* ownerSteps(shop, productId);
  if (!product) return;
  const sourceOf = yield* madeFrom({ product, target });
  yield* setSource({ shop, versionId, factsDigest: sourceOf(contentType) });
}

export type ConflictRow = typeof conflicts.$inferSelect;

/** With its time: a conflict that was found anew meanwhile is another one, and was not decided. */
function thisConflict({ shop, productId, contentType, target }: ResolveConflict, detectedAt?: number) {
  return and(
    eq(conflicts.shop, shop),
    eq(conflicts.productId, productId),
    isOfSlot(conflicts, contentType),
    isForTarget(conflicts, target),
    detectedAt === undefined ? undefined : eq(conflicts.detectedAt, detectedAt),
  );
}
