import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { ThrottleStatus } from "./cost-budget.ts";

/** The bucket of cost points of the shop that has the least left of it; of no shop when none was used lately. */
export interface LowestBucket {
  availablePoints: number;
  maximumPoints: number;
  /** points a second */
  restoreRate: number;
}

export interface BucketWatch {
  note(shop: ShopDomain, status: ThrottleStatus): void;
  read(): LowestBucket | null;
}

/** Every plan's bucket is full again long before. */
const forgetAfterMs = 5 * 60_000;

/** Remembers what Shopify reported about each shop's bucket, for operators: one shop that runs dry does not show in an average. */
export function createBucketWatch(clock: Clock): BucketWatch {
  const seen = new Map<ShopDomain, ThrottleStatus & { at: number }>();
  return {
    note(shop, status) {
      seen.set(shop, { ...status, at: clock.now() });
    },
    read() {
      const now = clock.now();
      let lowest: LowestBucket | null = null;
      for (const [shop, { maximumAvailable, currentlyAvailable, restoreRate, at }] of seen) {
        if (now - at > forgetAfterMs) {
          seen.delete(shop);
          continue;
        }
        const restored = (Math.max(0, now - at) / 1_000) * restoreRate;
        const availablePoints = Math.round(Math.min(maximumAvailable, currentlyAvailable + restored));
        if (lowest && availablePoints / maximumAvailable >= lowest.availablePoints / lowest.maximumPoints) continue;
        lowest = { availablePoints, maximumPoints: maximumAvailable, restoreRate };
      }
      return lowest;
    },
  };
}
