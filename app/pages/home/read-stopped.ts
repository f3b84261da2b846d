import { get, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { openQueueOf } from "../../review/queue.ts";
import type { Target } from "../../texts/target.ts";

const decidedSql = `SELECT count(*) AS count FROM review_entries
  WHERE shop = @shop AND queue_id = @id AND outcome IS NOT NULL AND outcome <> 'later'`;

/** Where a person left a review that they had begun; null when they had not, or were done with it. */
export function* readStopped(input: {
  shop: ShopDomain;
  person: string;
  target: Target;
}): Steps<{ at: number; of: number; when: number } | null> {
  const { shop, person, target } = input;
  const queue = yield* openQueueOf(shop, person, target);
  if (!queue) return null;
  const decided = (yield* get<{ count: number }>(decidedSql, { shop, id: queue.id }))?.count ?? 0;
  if (decided === 0 || decided >= queue.size) return null;
  return { at: decided, of: queue.size, when: queue.touchedAt };
}
