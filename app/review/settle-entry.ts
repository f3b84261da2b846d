import type { ReviewOutcome } from "../db/schema/index.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";

/** Puts a product at the end of its queue again: what is put off comes once more, what is written again when it is written. */
const comesAgain: ReadonlySet<ReviewOutcome> = new Set(["later", "written_again"]);

const settleSql = `UPDATE review_entries SET outcome = @outcome, decided_at = @now
  WHERE shop = @shop AND queue_id = @queueId AND product_id = @productId AND outcome IS NULL`;
const againSql = `INSERT INTO review_entries (shop, queue_id, seq, product_id)
  SELECT @shop, @queueId, max(seq) + 1, @productId FROM review_entries WHERE shop = @shop AND queue_id = @queueId`;
const timesSql = `SELECT count(*) AS count FROM review_entries
  WHERE shop = @shop AND queue_id = @queueId AND product_id = @productId AND outcome = @outcome`;
const touchSql = "UPDATE review_queues SET touched_at = @now WHERE shop = @shop AND id = @queueId";
const goOnSql = `UPDATE review_queues SET position = (SELECT max(seq) + 1 FROM review_entries
    WHERE shop = @shop AND queue_id = @queueId AND product_id = @productId AND outcome = @outcome AND decided_at = @now)
  WHERE shop = @shop AND id = @queueId`;
const goBackSql = `UPDATE review_queues SET position = (SELECT seq FROM review_entries
    WHERE shop = @shop AND queue_id = @queueId AND product_id = @productId AND outcome IS NULL)
  WHERE shop = @shop AND id = @queueId`;

export interface Settled {
  shop: ShopDomain;
  queueId: string;
  productId: ProductId;
  outcome: ReviewOutcome;
  now: number;
}

/**
 * Notes in a queue what became of a product: a step of the deciding transaction.
 * @param isOneOfMany decided with others at once: nobody had it before them. After any other the person goes on behind it, and
 *   comes back there
 */
export function* settleEntry({ shop, queueId, productId, outcome, now }: Settled, isOneOfMany: boolean): Steps<void> {
  const changed = yield* run(settleSql, { shop, queueId, productId, outcome, now });
  yield* run(touchSql, { shop, queueId, now });
  if (changed === 0) return;
  if (!isOneOfMany) yield* run(goOnSql, { shop, queueId, productId, outcome, now });
  if (!comesAgain.has(outcome)) return;
  const times = (yield* get<{ count: number }>(timesSql, { shop, queueId, productId, outcome }))?.count ?? 0;
  // A product that is put off a second time stays aside.
  if (outcome === "written_again" || times === 1) yield* run(againSql, { shop, queueId, productId });
}

const reopenSql = `UPDATE review_entries SET outcome = NULL, decided_at = NULL
  WHERE shop = @shop AND queue_id = @queueId AND product_id = @productId AND outcome = @outcome AND decided_at = @decidedAt
    AND NOT EXISTS (SELECT 1 FROM review_entries AS e
      WHERE e.queue_id = @queueId AND e.product_id = @productId AND e.outcome IS NULL)`;

/**
 * Takes back what {@link settleEntry} noted; a product that waits in the queue again anyway stays where it is. The person comes
 * back to it.
 */
export function* reopenEntry(
  { shop, queueId, productId, outcome, decidedAt }: Omit<Settled, "now"> & { decidedAt: number },
  isOneOfMany: boolean,
): Steps<void> {
  const changed = yield* run(reopenSql, { shop, queueId, productId, outcome, decidedAt });
  if (changed > 0 && !isOneOfMany) yield* run(goBackSql, { shop, queueId, productId });
}
