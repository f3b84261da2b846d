import type { RunView } from "../runs/run-view.ts";

/** A run over several products as the line above the list tells of it. */
export interface RunLineView {
  run: RunView;
  /** products by the gravest of what was found in their texts; null: not ended, or nothing was written by it */
  written: { clean: number; warned: number; blocked: number } | null;
}

/** How long it may take from now on; null before enough of it is done to tell. */
export function msLeft({ total, done, failed, conflict, cancelled, startedAt }: RunView, now: number): number | null {
  const ended = done + failed + conflict + cancelled;
  if (startedAt === null || ended === 0 || ended >= total) return null;
  const took = now - startedAt;
  if (ended / total < 0.05 && took < 10_000) return null;
  return (took / ended) * (total - ended);
}
