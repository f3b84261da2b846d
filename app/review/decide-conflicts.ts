import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import type { Acted } from "../db/record-act.ts";
import { conflicts } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { nameOfRow } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { isForTarget } from "../versions/conditions.ts";
import { decideIn } from "./decide-product.ts";
import { openEntries } from "./hand-out.ts";
import { queueById } from "./queue.ts";

/** Products of one transaction: keeps each under 20 ms. */
const chunkProducts = 10;

/**
 * Decides all conflicts of a queue the same way, but those that others have before them. Safe to ask for again after a crash.
 * @param bulk made by who asks, names all of it for `takeBackBulk`
 * @returns for how many products, and how many were left; null when the person has no such queue
 */
export async function decideConflicts(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  asked: { shop: ShopDomain; by: string; queueId: string; bulk: string; keep: "theirs" | "ours" },
): Promise<{ decided: number; left: number } | null> {
  const { shop, by, queueId, bulk, keep } = asked;
  const total = { decided: 0, left: 0 };
  for (let from = 0; ; ) {
    const done = await db.transact({ shop }, function* (tx) {
      const queue = yield* queueById(shop, by, queueId);
      if (!queue) return null;
      const { target } = queue;
      const now = clock.now();
      const open = { from, lane: "conflicts" as const, count: chunkProducts, person: by, now };
      const entries = yield* openEntries(shop, queue, open, "only_ahead");
      let decided = 0;
      for (const { productId } of entries) {
        const seen = { versionIds: [], conflicts: yield* conflictsOf(tx, { shop, productId, target }) };
        const decision = { shop, id: `${bulk}/${productId}`, by, queueId, productId, target, seen, bulk };
        const result = yield* decideIn(tx, { ...decision, verdict: { kind: "conflicts", keep } }, now);
        if (result.kind === "decided") decided++;
      }
      if (decided > 0 && note) yield* note({ details: { products: decided, kept: keep }, unfinished: true });
      return { decided, all: entries.length, next: (entries.at(-1)?.seq ?? from) + 1 };
    });
    if (!done) return null;
    total.decided += done.decided;
    total.left += done.all - done.decided;
    if (done.all < chunkProducts) return total;
    from = done.next;
  }
}

function* conflictsOf(
  tx: Tx,
  { shop, productId, target }: { shop: ShopDomain; productId: ProductId; target: Target },
): Steps<{ contentType: string; detectedAt: number }[]> {
  const rows = yield* q(
    tx
      .select({
        resource: conflicts.resource,
        contentType: conflicts.contentType,
        detectedAt: conflicts.detectedAt,
      })
      .from(conflicts)
      .where(and(eq(conflicts.shop, shop), eq(conflicts.productId, productId), isForTarget(conflicts, target))),
  );
  return rows.map((row) => ({ contentType: nameOfRow(row), detectedAt: row.detectedAt }));
}
