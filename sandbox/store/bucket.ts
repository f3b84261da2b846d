export const plans = ["standard", "advanced", "plus", "enterprise"] as const;
export type Plan = (typeof plans)[number];

/** Points per second by plan (https://shopify.dev/docs/api/usage/limits). The bucket holds twenty seconds' worth. */
const restoreRates: Record<Plan, number> = { standard: 100, advanced: 200, plus: 1000, enterprise: 2000 };

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

export interface Bucket {
  /** Takes the points when the bucket holds them; false leaves it as it was. */
  take(points: number): boolean;
  /** Gives back what a query asked for but did not use. */
  refund(points: number): void;
  /** Empties the bucket, as another use of the same app would. */
  drain(): void;
  status(): ThrottleStatus;
}

/** Leaky bucket of one (app, shop). */
export function createBucket(deps: { now: () => number }, plan: Plan): Bucket {
  const restoreRate = restoreRates[plan];
  const maximum = restoreRate * 20;
  let available = maximum;
  let readAt = deps.now();
  const leak = () => {
    const now = deps.now();
    available = Math.min(maximum, available + ((now - readAt) / 1000) * restoreRate);
    readAt = now;
  };
  return {
    take(points) {
      leak();
      if (points > available) return false;
      available -= points;
      return true;
    },
    refund(points) {
      available = Math.min(maximum, available + points);
    },
    drain() {
      leak();
      available = 0;
    },
    status() {
      leak();
      return { maximumAvailable: maximum, currentlyAvailable: Math.floor(available), restoreRate };
    },
  };
}
