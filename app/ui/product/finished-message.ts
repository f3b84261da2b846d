import type english from "../../i18n/en/product.ts";
import type { PauseReason } from "../shop-notices-view.ts";
import type { RunningView, TextView } from "./product-detail-view.ts";

type Texts = Pick<TextView, "newest" | "approved" | "conflict">[];

const ofTheModel: readonly PauseReason[] = ["billing", "model_key", "model_settings", "spend_cap"];

/**
 * What to say when the work on a product is over, told by what it changed: it may also have failed or been paused.
 * @returns the key of the words
 */
export function finishedMessage(
  kind: RunningView["kind"],
  before: Texts,
  after: Texts,
  pauses: readonly PauseReason[],
): `finished.${keyof (typeof english)["finished"]}` {
  const isPaused = (reason: PauseReason) => ofTheModel.includes(reason) === (kind === "generate");
  if (kind !== "other" && pauses.some(isPaused)) return "finished.paused";
  if (kind === "generate") {
    const changed = after.some((text, at) => text.newest?.id !== before[at]?.newest?.id);
    return changed ? "finished.written" : "finished.notWritten";
  }
  if (kind === "publish") {
    if (after.some((text) => text.conflict !== null)) return "finished.conflict";
    const left = after.some((text, at) => text.approved !== null && text.approved.id === before[at]?.approved?.id);
    const some = before.some((text, at) => text.approved !== null && after[at]?.approved === null);
    return some ? (left ? "finished.some" : "finished.published") : "finished.notPublished";
  }
  return kind === "undo" ? "finished.undone" : "finished.other";
}
