import { laneNow } from "./count-changes.ts";
import { type ReviewLane, reviewLanes } from "./review-view.ts";
import type { Item, SessionState } from "./session-state.ts";

/** So many products are listed before the present one, and so many behind it. */
const besides = 50;

export interface QueueRows {
  rows: { item: Item; at: number }[];
  /** products that wait for a decision and are not listed */
  more: number;
}

/** What of a queue, or of a lane of it, is listed around the product before the person. */
export function queueRows(
  { items, at, progress }: Pick<SessionState, "items" | "at" | "progress">,
  lane: ReviewLane | null,
): QueueRows {
  const rows = items
    .map((item, place) => ({ item, at: place }))
    .slice(Math.max(0, at - besides), Math.max(0, at) + besides + 1);
  const lanes: readonly ReviewLane[] = lane === null ? reviewLanes : [lane];
  const open = lanes.reduce((sum, one) => sum + progress.open[one], 0);
  const listed = rows.filter(({ item: { product, outcome } }) => {
    const now = outcome === null ? laneNow(product) : null;
    return now !== null && lanes.includes(now);
  });
  return { rows, more: Math.max(0, open - listed.length) };
}
