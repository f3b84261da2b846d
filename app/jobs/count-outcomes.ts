import { countTotal } from "../db/count-total.ts";
import type { Steps } from "../db/steps.ts";

/** How one try of an item ended, as operators count it. */
interface CountedEnding {
  status: "done" | "failed" | "conflict" | "cancelled" | "queued" | "paused";
  code?: string | null;
  /** of `queued`: the try cost no attempt */
  refund?: boolean;
}

export interface OutcomeCounts {
  note(kind: string, ending: CountedEnding, stalled: boolean): void;
  /** a step of the transaction that completes the items */
  store(): Steps<void>;
}

/** Counts of a batch, so that 400 items of a kind are one write. */
export function createOutcomeCounts(): OutcomeCounts {
  const counts = new Map<string, { kind: string; outcome: string; code: string; n: number }>();
  return {
    note(kind, ending, stalled) {
      const outcome = outcomeOf(ending, stalled);
      const code = ending.code ?? "";
      const key = `${kind} ${outcome} ${code}`;
      const entry = counts.get(key) ?? { kind, outcome, code, n: 0 };
      entry.n += 1;
      counts.set(key, entry);
    },
    *store() {
      for (const { kind, outcome, code, n } of counts.values()) yield* countTotal("items", { kind, outcome, code }, n);
    },
  };
}

/** `retried` cost an attempt; `postponed` did not: a provider asked for a wait, or the worker stopped. */
function outcomeOf({ status, refund }: CountedEnding, stalled: boolean): string {
  if (status !== "queued") return status;
  if (stalled) return "stalled";
  return refund ? "postponed" : "retried";
}
