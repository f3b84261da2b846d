import { type Pace, paceMs } from "../../jobs/read-pace.ts";
import type { RunView } from "../../ui/runs/run-view.ts";

/** Before this nobody can tell how fast a run is. */
const soonestMs = 10_000;
const soonestShare = 0.05;

/**
 * How long a run may still take at the pace of its last minute, in ms. Null before 10 s and 5 % of it, while it stands still, and of one
 * long item by nothing that it says of itself.
 */
export function timeLeft(
  run: Pick<
    RunView,
    | "total"
    | "done"
    | "failed"
    | "conflict"
    | "cancelled"
    | "startedAt"
    | "finishedAt"
    | "held"
    | "paused"
    | "waitingFor"
  >,
  pace: Pace | undefined,
  now: number,
): number | null {
  const { startedAt, total } = run;
  if (startedAt === null || run.finishedAt !== null || run.held || run.paused || run.waitingFor) return null;
  const over = run.done + run.failed + run.conflict + run.cancelled;
  const since = now - startedAt;
  if (since < soonestMs || over < total * soonestShare || !pace || pace.ended === 0) return null;
  return Math.round(((total - over) * Math.min(paceMs, since)) / pace.ended);
}
