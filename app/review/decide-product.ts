import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import type { Acted } from "../db/record-act.ts";
import { type DecidedVersion, type ReviewOutcome, reviewDecisions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type ConflictRow, decideConflictIn } from "../publishing/resolve-conflict.ts";
import type { Target } from "../texts/target.ts";
import { approveDraft } from "../versions/approve-draft.ts";
import { draftsOfProduct, whoDecided } from "../versions/drafts-of-product.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";
import { rejectIn } from "../versions/reject-version.ts";
import type { VersionRow } from "../versions/version-view.ts";
import { releaseOne } from "./hand-out.ts";
import { columnsOf } from "./queue.ts";
import { settleEntry } from "./settle-entry.ts";

/** What a person wants done with a product's texts. */
export type Verdict =
  /** its drafts are right; those with a blocking finding are none that can be approved this way */
  | { kind: "approved" }
  /** its drafts are wrong: the live texts stay. `reason`: in the person's words, later texts learn from it */
  | { kind: "rejected"; reason?: string | undefined }
  /** its conflicts: which text holds */
  | { kind: "conflicts"; keep: "theirs" | "ours" }
  /** not now */
  | { kind: "later" }
  /** its texts are written once more: it comes again each time */
  | { kind: "written_again" }
  /** it is for somebody else to decide */
  | { kind: "passed" };

/** Whether texts change by it: what is put off or passed on is as undecided as before. */
export function isDecision(kind: Verdict["kind"] | ReviewOutcome): boolean {
  return kind !== "later" && kind !== "written_again" && kind !== "passed";
}

export interface Decision {
  shop: ShopDomain;
  /** made by who asks: the same id again gets the same answer, and nothing is done twice */
  id: string;
  by: string;
  /** the queue in which the product was handed out; null: it was decided elsewhere */
  queueId: string | null;
  productId: ProductId;
  target: Target;
  /** the drafts, and for conflicts the moments in which they were found, that the person had before them */
  seen: { versionIds: readonly string[]; conflicts: readonly { contentType: string; detectedAt: number }[] };
  verdict: Verdict;
  bulk?: string | undefined;
}

export type Decided =
  | { kind: "decided" }
  /** a check blocks some of its texts: nothing was approved */
  | { kind: "blocked"; texts: number }
  /** other texts took the place of those that were seen: nothing was done */
  | { kind: "changed" }
  /** somebody decided it before: nothing was done */
  | { kind: "decided_by"; person: string; at: number; outcome: "approved" | "rejected" };

/**
 * Carries out what a person decided about a product as a whole, all of it or nothing, and keeps how to take it back.
 * It holds for the texts that the person saw: when others came meanwhile, nothing is done.
 */
export async function decideProduct(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  decision: Decision,
): Promise<Decided> {
  const { shop, productId, target, verdict } = decision;
  return db.transact({ shop }, function* (tx) {
    const now = clock.now();
    const result = yield* decideIn(tx, decision, now);
    if (result.kind === "decided" && !result.before && note) {
      yield* note({
        subject: { kind: "product", id: productId },
        details: { verdict: verdict.kind, locale: target.locale, texts: decision.seen.versionIds.length },
        unfinished: decision.bulk !== undefined,
      });
    }
    return result.kind === "decided" ? { kind: "decided" as const } : result;
  });
}

type DecidedIn = Exclude<Decided, { kind: "decided" }> | { kind: "decided"; before: boolean };

/** The same as a step of the caller's transaction. `before`: it was decided by the same id before */
export function* decideIn(tx: Tx, decision: Decision, now: number): Steps<DecidedIn> {
  const { shop, id, by, productId, target, queueId, bulk = null } = decision;
  const [earlier] = yield* q(
    tx
      .select({ productId: reviewDecisions.productId })
      .from(reviewDecisions)
      .where(and(eq(reviewDecisions.shop, shop), eq(reviewDecisions.id, id))),
  );
  // An id that stood for another product decided nothing here.
  if (earlier) return earlier.productId === productId ? { kind: "decided", before: true } : { kind: "changed" };
  const effect = yield* effectOf(tx, decision, now);
  if ("kind" in effect) return effect;
  const { outcome, changed, settled, isStateOld } = effect;
  yield* q(
    tx.insert(reviewDecisions).values({
      id, shop, person: by, queueId, productId, ...columnsOf(target), kind: outcome, versions: changed, conflicts: settled,
      decidedAt: now, bulk,
    }), // biome-ignore format: a row
  );
  if (isStateOld) yield* refreshContentState({ shop, productId, target });
  if (outcome === "passed") yield* releaseOne({ shop, person: by, productId, target });
  if (queueId !== null) yield* settleEntry({ shop, queueId, productId, outcome, now }, bulk !== null);
  return { kind: "decided", before: false };
}

interface Effect {
  outcome: ReviewOutcome;
  changed: DecidedVersion[];
  settled: ConflictRow[];
  /** the product may be in another state than is kept of it */
  isStateOld: boolean;
}

function withoutChange({ isChanged: _, ...conflict }: ConflictRow & { isChanged: boolean }): ConflictRow {
  return conflict;
}

function* effectOf(tx: Tx, decision: Decision, now: number): Steps<Effect | Exclude<Decided, { kind: "decided" }>> {
  const { shop, by, productId, target, seen, verdict } = decision;
  switch (verdict.kind) {
    case "later":
    case "written_again":
    case "passed":
      return { outcome: verdict.kind, changed: [], settled: [], isStateOld: false };
    case "conflicts": {
      const settled: ConflictRow[] = [];
      let found = 0;
      for (const { contentType, detectedAt } of seen.conflicts) {
        const asked = { shop, productId, contentType, target, decision: { kind: verdict.keep }, by, detectedAt, now };
        const conflict = yield* decideConflictIn(tx, asked);
        if (conflict) found++;
        // One about a text that is not ours to publish any more is gone for good: taking back has nothing to bring back.
        if (conflict?.isChanged) settled.push(withoutChange(conflict));
      }
      if (found === 0) return { kind: "changed" };
      const after = "rejected" as const;
      const changed = settled.map(({ versionId: id }) => ({ id, before: "approved" as const, after }));
      return {
        outcome: verdict.keep === "theirs" ? "kept_live" : "approved",
        changed: verdict.keep === "theirs" ? changed : [],
        settled,
        isStateOld: true,
      };
    }
    case "approved":
    case "rejected": {
      const drafts = yield* draftsOfProduct(tx, decision);
      if (!areSeen(drafts, seen.versionIds)) return yield* whoWasFirst(tx, decision);
      if (verdict.kind === "approved") {
        const blocked = drafts.filter((draft) => draft.blocked).length;
        if (blocked > 0) return { kind: "blocked", texts: blocked };
      }
      const changed: DecidedVersion[] = [];
      for (const draft of drafts) {
        const { id } = draft;
        if (verdict.kind === "rejected") {
          yield* rejectIn(tx, { shop, versionId: id, by, now, reason: verdict.reason });
          changed.push({ id, before: "draft", after: "rejected" });
        } else {
          const replaced = yield* approveDraft(tx, { draft, by, now, overridden: false });
          changed.push({ id, before: "draft", after: "approved" });
          changed.push(
            ...replaced.map((one) => ({ id: one, before: "approved" as const, after: "superseded" as const })),
          );
        }
      }
      return { outcome: verdict.kind, changed, settled: [], isStateOld: true };
    }
  }
}

function areSeen(drafts: readonly VersionRow[], seen: readonly string[]): boolean {
  return drafts.length > 0 && drafts.length === new Set(seen).size && drafts.every(({ id }) => seen.includes(id));
}

/** Why the texts that were seen are no drafts any more. */
function* whoWasFirst(
  tx: Tx,
  { shop, productId, seen, by }: Decision,
): Steps<Extract<Decided, { kind: "changed" | "decided_by" }>> {
  const first = yield* whoDecided(tx, { shop, productId, versionIds: seen.versionIds });
  if (!first || first.by === by) return { kind: "changed" };
  return { kind: "decided_by", person: first.by, at: first.at, outcome: first.outcome };
}
