import { all, type Steps } from "../db/steps.ts";
import type { Sample } from "./families.ts";

interface OpenRow {
  kind: string;
  jobs: number;
  open: number;
  paused: number;
}

// The counters of unfinished jobs: a job of 100,000 items is one row, and its items are not read.
export const openSql = `SELECT kind, count(*) AS jobs,
    sum(total - done - failed - conflict - cancelled) AS open,
    sum(CASE WHEN pause_reason IS NULL THEN 0 ELSE total - done - failed - conflict - cancelled END) AS paused
  FROM jobs INDEXED BY jobs_unfinished /* all shops: operators see sums only */ WHERE finished_at IS NULL GROUP BY kind`;

export const runningSql = `SELECT kind, count(*) AS running
  FROM job_items INDEXED BY job_items_running /* all shops: operators see sums only */
  WHERE status = 'processing' GROUP BY kind`;

// Of each job from when it was due, or from its last claim: the last item of a long job waits for hours, and that is no fault.
export const dueSql = `SELECT kind, max(@now - max(next_run_at, coalesce(claimed_at, 0))) AS waitMs
  FROM jobs INDEXED BY jobs_next_run /* all shops: operators see sums only */
  WHERE next_run_at IS NOT NULL AND next_run_at <= @now GROUP BY kind`;

/** What is to be done, by kind of job. @param hiddenKinds work of the app's own that no merchant sees */
export function* readQueue({ now, hiddenKinds }: { now: number; hiddenKinds: ReadonlySet<string> }): Steps<Sample[]> {
  const labelsOf = (kind: string) => ({ kind, visibility: hiddenKinds.has(kind) ? "hidden" : "merchant" });
  const runningRows = yield* all<{ kind: string; running: number }>(runningSql);
  const running = new Map(runningRows.map((row) => [row.kind, row.running]));
  const open = (yield* all<OpenRow>(openSql)).flatMap(({ kind, jobs, open, paused }): Sample[] => {
    const processing = Math.min(open, running.get(kind) ?? 0);
    const waiting = Math.max(0, open - paused - processing);
    const labels = labelsOf(kind);
    return [
      { family: "jobs_open", labels, value: jobs },
      { family: "queue_items", labels: { ...labels, state: "processing" }, value: processing },
      { family: "queue_items", labels: { ...labels, state: "paused" }, value: paused },
      { family: "queue_items", labels: { ...labels, state: "waiting" }, value: waiting },
    ];
  });
  const due = (yield* all<{ kind: string; waitMs: number }>(dueSql, { now })).map(({ kind, waitMs }): Sample => {
    return { family: "queue_oldest_due_seconds", labels: labelsOf(kind), value: Math.max(0, waitMs) / 1_000 };
  });
  return [...open, ...due];
}
