import { comesAgain, laneNow, withChanges } from "./count-changes.ts";
import type { HandedOut } from "./handed-out.ts";
import type { Outbox } from "./outbox.ts";
import type { ReviewLane } from "./review-view.ts";
import type { SessionState } from "./session-state.ts";

/** What the page shows of a way through a queue, but for what was said and done last. */
export function readSession(
  queue: HandedOut,
  { outbox, lane }: { outbox: Outbox; lane: ReviewLane | null },
): Omit<SessionState, "last" | "told" | "refused" | "shownAt" | "said"> {
  const item = queue.current;
  const isShown = item?.outcome === null;
  const progress = withChanges(
    queue.counted,
    outbox.waiting.flatMap(({ counts }) => counts ?? []),
  );
  const { place, total } =
    lane === null
      ? { place: (item?.product.seq ?? queue.size) + 1, total: queue.size }
      : placeInLane(queue, { lane, open: progress.open[lane] });
  return {
    current: isShown ? item.product : null,
    place,
    total: Math.max(total, place),
    phase: isShown ? "showing" : phaseOf(queue, outbox),
    size: queue.size,
    progress,
    withOthers: queue.withOthers,
    items: queue.items.map((one) => ({ ...one })),
    at: queue.at,
    unsent: outbox.waiting,
    trouble: outbox.trouble,
  };
}

function phaseOf({ loading, failed, exhausted }: HandedOut, { trouble, isExtending }: Outbox): SessionState["phase"] {
  if (loading || (isExtending && trouble === null)) return "loading";
  if (failed) return trouble === "unreachable" ? "offline" : "failed";
  return exhausted ? "end" : "loading";
}

/**
 * Where a person is in a lane, each product counted once: what was put off is still to come, and what left the lane by an edit is
 * counted as long as it is before them.
 */
function placeInLane(
  { items, current }: HandedOut,
  { lane, open }: { lane: ReviewLane; open: number },
): { place: number; total: number } {
  const here = current?.outcome === null ? current.product.id : null;
  const behind = new Set<string>();
  const done = new Set<string>();
  for (const { product, outcome } of items) {
    if (outcome === null || product.id === here) continue;
    behind.add(product.id);
    if (!comesAgain(outcome)) done.add(product.id);
  }
  const strays = items.filter(({ product, outcome }) => outcome === null && laneNow(product) !== lane);
  return { place: behind.size + 1, total: done.size + open + strays.length };
}
