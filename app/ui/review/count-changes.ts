import { isSettled, laneOfProduct } from "./judge-product.ts";
import { type Outcome, type ReviewLane, type ReviewProduct, type ReviewProgress, reviewLanes } from "./review-view.ts";

/** What something that was done changes in the counts of a queue, as long as the server has not counted it. */
export interface CountChange {
  /** the lane in which the product waited; null: in none */
  from: ReviewLane | null;
  to: ReviewLane | null;
  outcome?: Outcome;
  /** -1: a decision that is taken back */
  by?: 1 | -1;
}

/** What is put off comes again: it stays in its lane. */
export function comesAgain(outcome: Outcome | "elsewhere"): boolean {
  return outcome === "later" || outcome === "written_again";
}

/** The lane in which a product waits as it stands now; null: nothing of it is left to decide */
export function laneNow(product: Pick<ReviewProduct, "texts" | "draftIds">): ReviewLane | null {
  return isSettled(product) ? null : laneOfProduct(product);
}

/** @param changes of what the server has not counted yet */
export function withChanges(counted: ReviewProgress, changes: readonly CountChange[]): ReviewProgress {
  const open = { ...counted.open };
  const decided = { ...counted.decided };
  for (const { from, to, outcome, by = 1 } of changes) {
    if (from) open[from]--;
    if (to) open[to]++;
    if (outcome) decided[outcome] = Math.max(0, (decided[outcome] ?? 0) + by);
  }
  for (const lane of reviewLanes) open[lane] = Math.max(0, open[lane]);
  return { ...counted, open, decided };
}

export function decisionChange(product: ReviewProduct, outcome: Outcome): CountChange {
  const from = laneNow(product);
  return { from, to: comesAgain(outcome) ? from : null, outcome };
}

export function takenBack({ from, to, outcome }: CountChange): CountChange {
  return { from: to, to: from, ...(outcome ? { outcome, by: -1 as const } : {}) };
}
