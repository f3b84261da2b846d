import type { Steps } from "../../db/steps.ts";

/** Where a pass over a table continues: the values of its order, e.g. [time, id]; empty = at its beginning. */
export type Place = readonly (number | string)[];

export interface Step {
  /** rows that went away */
  removed: number;
  /** null: this pass has ended */
  next: Place | null;
}

/** One kind of rows that are kept for a while. */
export interface Retention {
  /** names its line in the log, e.g. "old jobs" */
  name: string;
  /**
   * Looks at no more than about `rows` rows behind `after`, and removes those whose time is over. Runs inside one
   * transaction, so it decides by what is there.
   */
  step(at: StepBounds): Steps<Step>;
}

export interface StepBounds {
  now: number;
  after: Place;
  rows: number;
  /** asked after each row that was worked on: true when the transaction has lasted long enough */
  isLong(): boolean;
}

/**
 * Works through a page of rows in their order, no longer than a transaction may last.
 * @param work returns how many rows it removed
 */
export function* workThrough<Row>(
  page: readonly Row[],
  { rows, isLong }: Pick<StepBounds, "rows" | "isLong">,
  { work, placeOf }: { work: (row: Row) => Steps<number>; placeOf: (row: Row) => Place },
): Steps<Step> {
  let removed = 0;
  for (const [at, row] of page.entries()) {
    removed += yield* work(row);
    if (at < page.length - 1 && isLong()) return { removed, next: placeOf(row) };
  }
  const last = page.at(-1);
  return { removed, next: page.length < rows || last === undefined ? null : placeOf(last) };
}

const dayMs = 86_400_000;

/** The moment before which rows are no longer kept. @param days may be a fraction */
export function daysBefore(now: number, days: number): number {
  return now - days * dayMs;
}
