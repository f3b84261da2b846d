import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { draftsOfProduct } from "../versions/drafts-of-product.ts";
import { decideIn } from "./decide-product.ts";
import { openEntries } from "./hand-out.ts";
import { queueById } from "./queue.ts";

export interface ApprovedClean {
  /** products */
  approved: number;
  /** products that were left: their texts changed meanwhile */
  left: number;
}

/** Products of one transaction: keeps each under 20 ms. */
const chunkProducts = 10;

/**
 * Approves the drafts of all products of a queue in which nothing is found, but those that others have before them. Safe to ask
 * for again after a crash: what was approved before stays one decision.
 * @param bulk made by who asks, names all of it for {@link takeBackBulk}
 * @returns null when the person has no such queue
 */
export async function approveClean(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, by, queueId, bulk }: { shop: ShopDomain; by: string; queueId: string; bulk: string },
): Promise<ApprovedClean | null> {
  const total = { approved: 0, left: 0 };
  for (let from = 0; ; ) {
    const done = await db.transact({ shop }, function* (tx) {
      const queue = yield* queueById(shop, by, queueId);
      if (!queue) return null;
      const now = clock.now();
      const asked = { from, lane: "clean" as const, count: chunkProducts, person: by, now };
      const entries = yield* openEntries(shop, queue, asked, "only_ahead");
      let approved = 0;
      for (const { productId } of entries) {
        const drafts = yield* draftsOfProduct(tx, { shop, productId, target: queue.target });
        const seen = { versionIds: drafts.map(({ id }) => id), conflicts: [] };
        const decision = { shop, id: `${bulk}/${productId}`, by, queueId, productId, target: queue.target, seen, bulk };
        const result = yield* decideIn(tx, { ...decision, verdict: { kind: "approved" } }, now);
        if (result.kind === "decided") approved++;
      }
      if (approved > 0 && note) yield* note({ details: { products: approved }, unfinished: true });
      return {
        approved,
        left: entries.length - approved,
        next: (entries.at(-1)?.seq ?? from) + 1,
        all: entries.length,
      };
    });
    if (!done) return null;
    total.approved += done.approved;
    total.left += done.left;
    if (done.all < chunkProducts) return total;
    from = done.next;
  }
}
