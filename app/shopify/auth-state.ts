import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { jobItems, parks, shops } from "../db/schema/index.ts";
import { q, type Tx } from "../db/transact.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

export const reauthMessage =
  "Shopify no longer accepts this app's access to your shop. Open Shelfwright from the Shopify admin to connect it again; waiting work then goes on.";

/** How many parked items are let go in one transaction, so that none holds the write lock for long. */
const chunkSize = 500;

/** Part of a transaction: the shop's tokens are dead, its work waits for a person. A shop that left stays uninstalled. */
export function* markNeedsReauth(tx: Tx, shop: ShopDomain, now: number) {
  yield* q(
    tx
      .update(shops)
      .set({ authState: "needs_reauth" })
      .where(and(eq(shops.shop, shop), eq(shops.authState, "ok"))),
  );
  yield* q(
    tx.insert(parks).values({ shop, reason: "reauth", message: reauthMessage, since: now }).onConflictDoNothing(),
  );
}

/** Part of a transaction: a new token is here. @see releaseParkedItems for the work that waited */
export function* markAuthorised(tx: Tx, shop: ShopDomain) {
  yield* q(tx.update(shops).set({ authState: "ok", uninstalledAt: null }).where(eq(shops.shop, shop)));
  yield* q(tx.delete(parks).where(and(eq(parks.shop, shop), eq(parks.reason, "reauth"))));
}

/** Lets the items run that waited for a new token. Safe to repeat: after a crash the next token exchange goes on with it. */
export async function releaseParkedItems({ db, clock }: { db: Db; clock: Clock }, shop: ShopDomain): Promise<number> {
  let released = 0;
  for (;;) {
    const count = await db.transact(function* (tx) {
      const waiting = yield* q(
        tx
          .select({ jobId: jobItems.jobId, seq: jobItems.seq })
          .from(jobItems)
          .where(and(eq(jobItems.shop, shop), eq(jobItems.status, "parked"), eq(jobItems.parkReason, "reauth")))
          .limit(chunkSize),
      );
      for (const jobId of new Set(waiting.map((item) => item.jobId))) {
        const seqs = waiting.filter((item) => item.jobId === jobId).map((item) => item.seq);
        yield* q(
          tx
            .update(jobItems)
            .set({ status: "queued", parkReason: null, runAt: clock.now() })
            .where(
              and(
                eq(jobItems.shop, shop),
                eq(jobItems.jobId, jobId),
                eq(jobItems.status, "parked"),
                inArray(jobItems.seq, seqs),
              ),
            ),
        );
      }
      return waiting.length;
    });
    released += count;
    if (count < chunkSize) return released;
  }
}
