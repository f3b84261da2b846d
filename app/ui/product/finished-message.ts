import type { PauseReason } from "../shop-notices-view.ts";
import type { RunningView, TextView } from "./product-detail-view.ts";

type Texts = Pick<TextView, "newest" | "approved" | "conflict">[];

const ofTheModel: readonly PauseReason[] = ["billing", "model_key", "model_settings", "spend_cap"];

/** What to say when the work on a product is over, told by what it changed: it may also have failed or been paused. */
export function finishedMessage(
  kind: RunningView["kind"],
  before: Texts,
  after: Texts,
  pauses: readonly PauseReason[],
): string {
  const isPaused = (reason: PauseReason) => ofTheModel.includes(reason) === (kind === "generate");
  if (kind !== "other" && pauses.some(isPaused)) return "The work is paused: see above what to do";
  if (kind === "generate") {
    const changed = after.some((text, at) => text.newest?.id !== before[at]?.newest?.id);
    return changed ? "New texts are here" : "No new text was written: the job says why";
  }
  if (kind === "publish") {
    if (after.some((text) => text.conflict !== null)) return "Not everything was published: a text changed in Shopify";
    const left = after.some((text, at) => text.approved !== null && text.approved.id === before[at]?.approved?.id);
    const some = before.some((text, at) => text.approved !== null && after[at]?.approved === null);
    return some ? (left ? "Some texts were published" : "Published") : "Nothing was published: the job says why";
  }
  return kind === "undo" ? "The undo has finished" : "The work has finished";
}
