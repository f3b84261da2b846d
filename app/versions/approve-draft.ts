import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "../db/orm.ts";
import { versions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import { nameOfRow } from "../texts/slot.ts";
import { isForTarget, isOfSlot } from "./conditions.ts";
import { recordDecision } from "./feedback/record-feedback.ts";
import type { VersionRow } from "./version-view.ts";

/**
 * Approves one draft, a step of a transaction: an approved version of the same slot and target that was not published gives
 * way, and the decision is kept as feedback.
 * @returns the ids of what gave way
 */
export function* approveDraft(
  tx: Tx,
  { draft, by, now, overridden }: { draft: VersionRow; by: string; now: number; overridden: boolean },
): Steps<string[]> {
  const { id, shop, productId } = draft;
  const replaced = yield* q(
    tx
      .update(versions)
      .set({ state: "superseded", decidedAt: now })
      .where(
        and(
          eq(versions.shop, shop),
          eq(versions.productId, productId),
          isOfSlot(versions, nameOfRow(draft)),
          isForTarget(versions, draft),
          eq(versions.state, "approved"),
          ne(versions.id, id),
        ),
      )
      .returning({ id: versions.id }),
  );
  yield* q(
    tx
      .update(versions)
      .set({ state: "approved", decidedBy: by, decidedAt: now, overridden })
      .where(and(eq(versions.shop, shop), eq(versions.id, id), eq(versions.state, "draft"))),
  );
  yield* recordDecision(draft, { kind: "approved", by, now });
  return replaced.map((one) => one.id);
}
