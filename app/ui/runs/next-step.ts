import type { RunView } from "./run-view.ts";

/** How many products wait for a person. */
export interface WaitingView {
  /** with drafts to read */
  review: number;
  /** there are more than were counted */
  capped: boolean;
}

/** What a person does next about a run that has ended. */
export interface NextStep {
  does: "review" | "decide" | "again" | "missing";
  /** products that it is about */
  count: number;
  url: string;
}

/**
 * The next step, null when there is nothing to do.
 * @param waiting products that wait for a review
 * @param whose those of the run alone, or of the shop; the step leads to what was counted
 */
export function nextStep(
  run: Pick<RunView, "id" | "kind" | "done" | "failed" | "conflict"> & { status?: RunView["status"] },
  waiting: Pick<WaitingView, "review">,
  whose: "run" | "shop",
): NextStep | null {
  const ofRun = `job=${encodeURIComponent(run.id)}`;
  if (run.conflict > 0) {
    return { does: "decide", count: run.conflict, url: `/app/review?lane=conflicts&${ofRun}` };
  }
  if (run.kind === "generate-content" && run.done > 0 && waiting.review > 0) {
    return { does: "review", count: waiting.review, url: whose === "run" ? `/app/review?${ofRun}` : "/app/review" };
  }
  if (run.failed > 0) return { does: "again", count: run.failed, url: `/app/activity/${run.id}?outcome=failed` };
  if (run.kind === "import-products" && run.status !== "partially_completed" && run.done > 0) {
    return { does: "missing", count: 0, url: "/app/products" };
  }
  return null;
}
