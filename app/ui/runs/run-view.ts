import type { ItemStatus, JobStatus, ProductStatus } from "../badges.tsx";
import type { OutOfReach } from "../shop-notices-view.ts";

/** A text that a run writes. */
export interface RunTextView {
  name: string;
  /** of one that the shop added; the others have their words in the catalog */
  label: string;
}

/** A run with its counters. */
export interface RunView {
  id: string;
  kind: string;
  /** as it was stored; pages say it by `useRunWords` */
  title: string;
  /** what it writes, empty where it writes nothing */
  texts: RunTextView[];
  onlyMissing: boolean;
  /** languages, and names of markets in them, null for everywhere; none: the shop's own pages */
  whom?: { locale: string; market: string | null }[];
  status: JobStatus;
  total: number;
  /** products it was started for, while some of its items stand for many; null: as many as its total */
  chosen?: number | null;
  done: number;
  failed: number;
  conflict: number;
  cancelled: number;
  message: string | null;
  /** who outside does not answer, so that nothing of it is done now */
  waitingFor: OutOfReach | null;
  /** it waits for a person, see the banners */
  paused: boolean;
  /** a person paused this run alone */
  held: boolean;
  /** asked for, but items under way are still finishing */
  cancelling: boolean;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  /** how far what it published was undone; null: nothing of it */
  undone?: Pick<UndoneView, "back" | "stayed"> | null;
}

/** A run as the list shows it. */
export interface ListedRunView extends RunView {
  /** null where nobody knows */
  who: "you" | "colleague" | "app" | null;
  /** null for a run that costs nothing */
  cost: Pick<RunFiguresView, "credits" | "calls" | "costNanos" | "unpricedCalls"> | null;
  /** how long it may still take; null while nobody can tell */
  leftMs: number | null;
  /** writes whose answer never came, and that are looked for */
  checking: number;
}

/** Why something of a run stands out. */
export interface RunReasonView {
  /** products */
  count: number;
  /** the text in which a check found it; null where a product was not done */
  text: RunTextView | null;
  /** a check's code, or why it was not done in words */
  what: string;
  /** exactly those products */
  url: string;
}

/** What a run wrote, in products. */
export interface WrittenView {
  clean: number;
  warned: number;
  blocked: number;
  /** their texts were there already */
  nothing: number;
}

/** How far a run was undone, in products. */
export interface UndoneView {
  back: number;
  stayed: number;
  /** of the run that undid it */
  url: string | null;
}

/** What an undo would do, in products. */
export interface UndoPreviewView {
  back: number;
  stays: { count: number; titles: string[] };
}

/** What the rest of a paused run would cost, by the shop's own figures where there are any. */
export interface RestView {
  left: number;
  credits: number | null;
  costNanos: number | null;
  durationMs: number | null;
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
export interface RunItemView {
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

export function isOpen(job: Pick<RunView, "finishedAt">): boolean {
  return job.finishedAt === null;
}

/** How far a job is, 0–100. The one item of an import counts by its own progress. */
export function percentOf(job: Pick<RunView, "total" | "done" | "failed" | "conflict" | "cancelled">): number {
  if (job.total === 0) return 100;
  return Math.round(((job.done + job.failed + job.conflict + job.cancelled) / job.total) * 100);
}

/** How the items of a job can be narrowed. */
export const outcomes = ["all", "processing", "queued", "paused", "failed", "conflict", "done", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];
