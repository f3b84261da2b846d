import type { Db } from "../../db/open.ts";

/** Where a pass over a table goes on: the values of its order, e.g. [time, id]; empty = at its beginning. */
export type Place = readonly (number | string)[];

export interface Step {
  /** rows that went away */
  removed: number;
  /** null: this pass is through */
  next: Place | null;
}

/** One kind of rows that are kept for a while. */
export interface Retention {
  /** names its line in the log, e.g. "old jobs" */
  name: string;
  /**
   * Looks at no more than about `rows` rows behind `after`, and removes those whose time is over. Runs inside one immediate
   * transaction, so it decides by what stands there.
   */
  step(db: Db, at: { now: number; after: Place; rows: number }): Step;
}

const dayMs = 86_400_000;

/** The moment before which rows are no longer kept. @param days may be a fraction */
export function daysBefore(now: number, days: number): number {
  return now - days * dayMs;
}
