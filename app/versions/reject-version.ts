import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import type { Acted } from "../db/record-act.ts";
import { conflicts, versions } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { recordDecision } from "./feedback/record-feedback.ts";
import { refreshContentState } from "./refresh-content-state.ts";
import type { VersionRow } from "./version-view.ts";

export interface RejectInput {
  shop: ShopDomain;
  versionId: string;
  by: string;
  /** what is wrong with it, in the person's words */
  reason?: string | undefined;
}

/** Rejects a draft or an approved version, and keeps why. @returns false when there is none of this id to decide on */
export async function rejectVersion(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, versionId, by, reason }: RejectInput,
): Promise<boolean> {
  return db.transact({ shop }, function* (tx) {
    const now = clock.now();
    const rejected = yield* rejectIn(tx, { shop, versionId, by, now, reason });
    if (!rejected) return false;
    yield* refreshContentState({ shop, productId: rejected.productId, target: rejected });
    if (note)
      yield* note({
        subject: { kind: "product", id: rejected.productId },
        details: { version: versionId },
        unfinished: true,
      });
    return true;
  });
}

/** The same as a step of a transaction, whose caller refreshes the product's content state. */
export function* rejectIn(
  tx: Tx,
  { shop, versionId, by, now, reason }: Omit<RejectInput, "shop"> & { shop: string; now: number },
): Steps<VersionRow | undefined> {
  const [rejected] = yield* q(
    tx
      .update(versions)
      .set({ state: "rejected", decidedBy: by, decidedAt: now })
      .where(and(eq(versions.shop, shop), eq(versions.id, versionId), inArray(versions.state, ["draft", "approved"])))
      .returning(),
  );
  if (!rejected) return undefined;
  yield* recordDecision(rejected, { kind: "rejected", by, now, reason });
  // A conflict about this version is decided with it: the live text stays.
  yield* q(tx.delete(conflicts).where(and(eq(conflicts.shop, shop), eq(conflicts.versionId, versionId))));
  return rejected;
}
