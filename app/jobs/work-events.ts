import type { PauseReason } from "../db/schema/index.ts";
import type { Provider } from "../lib/errors.ts";
import type { Logger } from "../lib/logger.ts";
import type { CounterChanges } from "./counter-changes.ts";

/** A job whose last item came to an end. */
export interface EndedJob extends CounterChanges {
  shop: string;
  jobId: string;
  kind: string;
  status: string;
  total: number;
  /** from its request to its end */
  ms: number;
}

/** What an operator wants to find in the log at night. Collected inside a transaction, logged after its commit. */
export type WorkEvent =
  | ({ event: "job ended" } & EndedJob)
  | { event: "provider away"; shop: string; provider: Provider }
  | { event: "provider back"; shop: string; provider: Provider }
  | { event: "work held"; shop: string; jobId?: string; reason: PauseReason };

export function logEvents(logger: Logger | undefined, events: readonly WorkEvent[]): void {
  for (const event of events) logEvent(logger, event);
}

function logEvent(logger: Logger | undefined, event: WorkEvent): void {
  const { shop } = event;
  if (event.event === "job ended") {
    const { jobId, kind: jobKind, status: outcome, total: count, done, failed, conflict, cancelled, ms } = event;
    logger?.info({ shop, jobId, jobKind, outcome, count, done, failed, conflict, cancelled, ms }, "a job ended");
  } else if (event.event === "provider away") {
    logger?.warn({ shop, provider: event.provider }, "a provider does not answer; a shop's work waits for it");
  } else if (event.event === "provider back") {
    logger?.info({ shop, provider: event.provider }, "a provider answers again; a shop's work goes on");
  } else if (event.event === "work held") {
    const { jobId, reason } = event;
    logger?.warn({ shop, ...(jobId === undefined ? {} : { jobId }), reason }, "a shop's work waits for a person");
  }
}
