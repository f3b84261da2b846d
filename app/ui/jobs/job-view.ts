import type { ItemStatus, JobStatus, ProductStatus } from "../badges.tsx";
import { formatDollars } from "../money.ts";
import { countOf, formatCount } from "../numbers.ts";
import type { OutOfReach } from "../shop-notices-view.ts";

/** A job with its counters. */
export interface JobView {
  id: string;
  kind: string;
  title: string;
  status: JobStatus;
  total: number;
  done: number;
  failed: number;
  conflict: number;
  cancelled: number;
  message: string | null;
  /** who outside does not answer, so that nothing of it is done now */
  waitingFor: OutOfReach | null;
  /** it waits for a person, see the banners */
  paused: boolean;
  /** asked for, but items under way are still finishing */
  cancelling: boolean;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
}

/** What model calls took; cost in billionths of a US dollar, of the calls whose price was known. */
export interface CallFiguresView {
  calls: number;
  tokensIn: number;
  /** those of tokensIn that the provider had in its prompt cache */
  tokensCached: number;
  tokensOut: number;
  costNanos: number;
  unpricedCalls: number;
}

/** What a job has cost so far. */
export interface RunFiguresView extends CallFiguresView {
  credits: number;
}

/** One item of a job with what it is about. */
export interface JobItemView {
  seq: number;
  status: ItemStatus;
  /** null when it is not about a product */
  product: { id: string; title: string; status: ProductStatus } | null;
  subject: string;
  attempts: number;
  progress: { done: number; total: number | null; label: string } | null;
  message: string | null;
  /** when its next attempt may begin */
  runAt: number;
  /** null before its first model call */
  cost: CallFiguresView | null;
}

export function isOpen(job: Pick<JobView, "finishedAt">): boolean {
  return job.finishedAt === null;
}

/** How far a job is, 0–100. The one item of an import counts by its own progress. */
export function percentOf(job: Pick<JobView, "total" | "done" | "failed" | "conflict" | "cancelled">): number {
  if (job.total === 0) return 100;
  return Math.round(((job.done + job.failed + job.conflict + job.cancelled) / job.total) * 100);
}

/** The counters in one line, without those that are zero: "110 of 120 done · 8 failed · 2 conflicts"; of a single item its state. */
export function describeCounts(
  job: Pick<JobView, "total" | "done" | "failed" | "conflict" | "cancelled"> & { status?: JobStatus },
): string {
  if (job.total === 1) {
    const ended = [
      job.done && (job.status === "partially_completed" ? "Partly done" : "Done"),
      job.failed && "Failed",
      job.conflict && "Conflict",
      job.cancelled && "Cancelled",
    ];
    return ended.find(Boolean) || "Not done yet";
  }
  const parts = [`${formatCount(job.done)} of ${formatCount(job.total)} done`];
  if (job.failed > 0) parts.push(`${formatCount(job.failed)} failed`);
  if (job.conflict > 0) parts.push(countOf(job.conflict, "conflict"));
  if (job.cancelled > 0) parts.push(`${formatCount(job.cancelled)} cancelled`);
  return parts.join(" · ");
}

/** How the items of a job can be narrowed. */
export const outcomes = ["all", "processing", "queued", "paused", "failed", "conflict", "done", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];

/** "$0.0042", "unknown" where no call's price was set, "$0.0042 and more" where some were not. */
export function describeCost({ calls, costNanos, unpricedCalls }: CallFiguresView): string {
  if (calls === 0) return formatDollars(0);
  if (unpricedCalls === calls) return "unknown";
  return `${formatDollars(costNanos)}${unpricedCalls > 0 ? " and more" : ""}`;
}
