import type { RunningView } from "./product-detail-view.ts";

/** The key of what is happening to a product: that work goes on, or that it waits for somebody who does not answer. */
export function runningWords({ kind, waitingFor }: Pick<RunningView, "kind" | "waitingFor">) {
  return `running.${waitingFor ?? "now"}.${kind}` as const;
}
