import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { conflicts, type TextBody } from "../db/schema/index.ts";
import { q } from "../db/transact.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { closeApproved, rebaseVersion } from "../versions/close-approved.ts";
import { isForTarget, isOfSlot } from "../versions/conditions.ts";
import { type EditDeps, editVersion } from "../versions/edit-version.ts";
import { refreshContentState } from "../versions/refresh-content-state.ts";

export interface ResolveConflict {
  shop: ShopDomain;
  productId: ProductId;
  /** the name of the slot */
  contentType: string;
  target: Target;
  /**
   * theirs: our version is rejected, the shop's text stays. ours: the shop's text becomes the base of our version, which
   * stays approved and may be published. edit: a new version from the given text, to be reviewed.
   */
  decision: { kind: "theirs" } | { kind: "ours" } | { kind: "edit"; body: TextBody; seen?: string | null | undefined };
  by: string;
  /** of the conflict that the person had before them; undefined where nobody looked at it */
  detectedAt?: number | undefined;
}

export type ResolvedConflict =
  | { kind: "resolved" }
  /** somebody decided it before, or a newer version replaced ours */
  | { kind: "settled" }
  /** the edited text was made from a version that somebody has replaced since; the conflict stays */
  | { kind: "stale" }
  /** the edited text was not taken; the conflict stays. In words for the merchant */
  | { kind: "invalid"; message: string };

/**
 * Carries out what a person decided about a conflict. Nothing is written to the shop here. When the shop's text changes again
 * before ours is published, that is a new conflict.
 */
export async function resolveConflict(deps: EditDeps, input: ResolveConflict): Promise<ResolvedConflict> {
  const { shop, productId, contentType, target, decision, by } = input;
  const conflict = await readConflict(deps, input);
  if (!conflict) return { kind: "settled" };
  let editedId: string | null = null;
  if (decision.kind === "edit") {
    // Saved before the conflict is closed: a crash in between leaves a draft too many, never a text too few.
    const { body, seen } = decision;
    const edited = await editVersion(deps, { shop, productId, contentType, target, body, by, seen });
    if (edited.outcome === "stale") return { kind: "stale" };
    if (edited.outcome === "invalid") return { kind: "invalid", message: edited.message };
    if (edited.outcome === "not_found") return { kind: "settled" };
    editedId = edited.version.id;
  }
  return deps.db.transact({ shop }, function* (tx) {
    const closed = yield* q(tx.delete(conflicts).where(thisConflict(input, conflict.detectedAt)).returning());
    if (closed.length === 0) return { kind: "settled" as const };
    const { versionId, theirs } = conflict;
    const now = deps.clock.now();
    const state = decision.kind === "theirs" ? "rejected" : "superseded";
    const isChanged =
      decision.kind === "ours"
        ? yield* rebaseVersion({ shop, versionId, live: theirs })
        : (yield* closeApproved({ shop, versionIds: [versionId], state, by, now })) > 0;
    if (editedId !== null) yield* rebaseVersion({ shop, versionId: editedId, live: theirs });
    yield* refreshContentState({ shop, productId, target });
    if (deps.note)
      yield* deps.note({
        subject: { kind: "product", id: productId },
        details: { version: conflict.versionId, kept: decision.kind },
        unfinished: decision.kind === "edit",
      });
    return { kind: isChanged || editedId !== null ? ("resolved" as const) : ("settled" as const) };
  });
}

async function readConflict({ db }: { db: Db }, input: ResolveConflict) {
  const [row] = await db.orm.select().from(conflicts).where(thisConflict(input, input.detectedAt));
  return row;
}

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
