import { countOf } from "../numbers.ts";
import { builtInViews } from "../products/list-address.ts";
import type { JobView } from "./job-view.ts";

/** How many products wait for a person. */
export interface WaitingView {
  /** with drafts to read */
  review: number;
  /** there are more than were counted */
  capped: boolean;
}

/** What a person does next about a job that has ended, null when there is nothing to do. */
export function nextStep(
  job: Pick<JobView, "id" | "kind" | "done" | "failed" | "conflict"> & { status?: JobView["status"] },
  waiting: WaitingView,
): { content: string; url: string } | null {
  if (job.conflict > 0) {
    return { content: `Decide ${countOf(job.conflict, "conflict")}`, url: urlOfView("conflicts") };
  }
  if (job.kind === "generate-content" && job.done > 0 && waiting.review > 0) {
    const products = `${waiting.capped ? "more than " : ""}${countOf(waiting.review, "product")}`;
    return { content: `Review ${products}`, url: urlOfView("review") };
  }
  if (job.failed > 0) return { content: "Show what failed", url: `/app/jobs/${job.id}?outcome=failed` };
  if (job.kind === "import-products" && job.status === "partially_completed") return null;
  if (job.kind === "import-products") return { content: "Show what is missing", url: urlOfView("missing") };
  return null;
}

function urlOfView(id: string): string {
  const view = builtInViews.find((one) => one.id === id);
  return `/app/products?${view?.query ?? ""}&view=${id}`;
}
