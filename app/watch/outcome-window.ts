import { readTotals } from "../db/count-total.ts";
import type { Db } from "../db/open.ts";
import type { Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";

/** How the tries of items ended lately. */
export interface RecentOutcomes {
  /** came to an end by themselves: done, or a decision for a person */
  well: number;
  /** ended by a fault of the app itself, whether they are tried again or not */
  ownFaults: number;
  /** failed for any other reason: the merchant's data, a refusal by Shopify or the model, an outage */
  otherFailures: number;
  /** how far back this looks, in ms */
  sinceMs: number;
}

export interface OutcomeWindow {
  read(): Promise<RecentOutcomes>;
}

/** What only a fault of ours, or of the machine, gives as its reason. A provider that is away is not among them. */
const ownFaultCodes: ReadonlySet<string> = new Set(["unexpected", "invalid_payload", "poison", "worker_died"]);

const windowMs = 10 * 60_000;
const sampleEveryMs = 15_000;

interface Sums {
  at: number;
  well: number;
  ownFaults: number;
  otherFailures: number;
}

/**
 * Compares the counters of outcomes with what they were up to ten minutes ago. It begins anew with the process, so that one
 * bad quarter of an hour cannot make a supervisor restart it again and again. The clock may have been set back: then it
 * begins anew too.
 */
export function createOutcomeWindow({ db, clock }: { db: Db; clock: Clock }): OutcomeWindow {
  let samples: Sums[] = [];
  return {
    async read() {
      const current = await db.do(sumsOf(clock.now()));
      if (samples.some(({ at }) => at > current.at)) samples = [];
      samples = samples.filter(({ at }) => current.at - at <= windowMs);
      const [oldest = current] = samples;
      const last = samples.at(-1);
      if (!last || current.at - last.at >= sampleEveryMs) samples.push(current);
      return {
        well: current.well - oldest.well,
        ownFaults: current.ownFaults - oldest.ownFaults,
        otherFailures: current.otherFailures - oldest.otherFailures,
        sinceMs: current.at - oldest.at,
      };
    },
  };
}

function* sumsOf(at: number): Steps<Sums> {
  const sums: Sums = { at, well: 0, ownFaults: 0, otherFailures: 0 };
  for (const { name, labels, value } of yield* readTotals()) {
    if (name !== "items") continue;
    if (labels.outcome === "done" || labels.outcome === "conflict") sums.well += value;
    else if (ownFaultCodes.has(labels.code ?? "")) sums.ownFaults += value;
    else if (labels.outcome === "failed") sums.otherFailures += value;
  }
  return sums;
}
