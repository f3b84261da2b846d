import { all, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

const lookedAt = 50;
/** Fewer say nothing of how long the next ones take. */
const fewest = 20;
/** Whoever takes longer was away. */
const longestMs = 5 * 60_000;

const decisionsSql = `SELECT decided_at AS at FROM review_decisions
  WHERE shop = @shop AND person = @person AND bulk IS NULL ORDER BY decided_at DESC LIMIT ${lookedAt + 1}`;

/** The median time that a person took for a product, of their last decisions; null when there are too few of them. */
export function* readPace({ shop, person }: { shop: ShopDomain; person: string }): Steps<number | null> {
  const times = (yield* all<{ at: number }>(decisionsSql, { shop, person })).map(({ at }) => at);
  const gaps = times.slice(1).map((at, i) => (times[i] ?? at) - at);
  const working = gaps.filter((gap) => gap <= longestMs).sort((a, b) => a - b);
  if (working.length < fewest) return null;
  return working[Math.floor(working.length / 2)] ?? null;
}
