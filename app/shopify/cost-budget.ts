import { type Clock, steadyMs } from "../lib/clock.ts";

/** What Shopify reports about a shop's bucket with every answer. */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/**
 * One shop's bucket of cost points as this process knows it. Other processes draw from the same bucket, so THROTTLED can
 * still happen; each answer corrects the picture.
 */
export interface CostBudget {
  /** How long to wait before a call of this cost has room. 0 = go. @returns milliseconds */
  waitMs(cost: number): number;
  reserve(cost: number): void;
  /** The call ended. `status` undefined when it never got an answer. */
  settle(reserved: number, status: ThrottleStatus | undefined): void;
}

/** The smallest plan's bucket, until the first answer shows the shop's own. */
const assumed: ThrottleStatus = { maximumAvailable: 2_000, currentlyAvailable: 2_000, restoreRate: 100 };

export function createCostBudget(clock: Clock): CostBudget {
  let status = assumed;
  let seenAt = steadyMs(clock);
  let inFlight = 0;

  function available(): number {
    const restored = ((steadyMs(clock) - seenAt) / 1_000) * status.restoreRate;
    return Math.min(status.maximumAvailable, status.currentlyAvailable + restored) - inFlight;
  }

  return {
    waitMs(cost) {
      // A call dearer than the bucket could wait for ever: let Shopify judge it.
      const missing = Math.min(cost, status.maximumAvailable) - available();
      return missing <= 0 ? 0 : Math.ceil((missing / status.restoreRate) * 1_000);
    },
    reserve(cost) {
      inFlight += cost;
    },
    settle(reserved, seen) {
      inFlight = Math.max(0, inFlight - reserved);
      if (!seen) return;
      status = seen;
      seenAt = steadyMs(clock);
    },
  };
}
