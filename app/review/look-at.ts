import type { Db } from "../db/open.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type HandedOut, openEntries } from "./hand-out.ts";
import type { Lane } from "./lanes.ts";
import { maxEntries } from "./open-queue.ts";
import { queueById } from "./queue.ts";

/**
 * The products of a lane that a decision about all of it would be for: those that nobody else has before them. A look claims
 * nothing and leaves the person where they are in the queue.
 * @returns the first of them, and how many there are; null when the person has no such queue
 */
export async function lookAt(
  { db, clock }: { db: Db; clock: Clock },
  asked: { shop: ShopDomain; person: string; queueId: string; lane: Lane; count: number },
): Promise<{ products: HandedOut[]; all: ProductId[] } | null> {
  const { shop, person, queueId, lane, count } = asked;
  const now = clock.now();
  return db.do(
    (function* () {
      const queue = yield* queueById(shop, person, queueId);
      if (!queue) return null;
      const wanted = { from: 0, lane, count: maxEntries, person, now };
      const entries = yield* openEntries(shop, queue, wanted, "only_ahead");
      return { products: entries.slice(0, count), all: entries.map(({ productId }) => productId) };
    })(),
  );
}
