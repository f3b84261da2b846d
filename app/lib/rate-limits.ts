import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How often within a minute one person, and one shop, may ask for things that cost. Nobody who types or clicks comes near. */
const perMinute = {
  /** texts that are checked as they are saved */
  texts: { person: 180, shop: 600 },
  /** calls of a model, imports */
  work: { person: 60, shop: 180 },
  rules: { person: 60, shop: 180 },
  search: { person: 600, shop: 1_800 },
  /** fetches of a feed by its address; guesses at addresses together */
  feeds: { person: 60, shop: 60 },
  anything: { person: 600, shop: 2_400 },
} as const;

export type RateKind = keyof typeof perMinute;

export interface RateLimits {
  /** Counts one. @returns 0, or after how many seconds to come again */
  take(kind: RateKind, who: { shop: string; by: string }): Promise<number>;
}

/**
 * Counts in the memory of this process; who asked for nothing within a minute is forgotten.
 * @param share of the limits, for tests
 */
export function createRateLimits({ share = 1 }: { share?: number } = {}): RateLimits {
  const limiter = (points: number) => new RateLimiterMemory({ points: Math.max(1, points * share), duration: 60 });
  const all = new Map(
    Object.entries(perMinute).map(([kind, { person, shop }]) => [
      kind,
      { person: limiter(person), shop: limiter(shop) },
    ]),
  );
  return {
    async take(kind, { shop, by }) {
      const limits = all.get(kind);
      const ofPerson = await waitOf(limits?.person, JSON.stringify([shop, by]));
      // Who is refused takes no place of the others'.
      const waitMs = ofPerson > 0 ? ofPerson : await waitOf(limits?.shop, shop);
      return Math.ceil(waitMs / 1_000);
    },
  };
}

/** @returns in ms */
async function waitOf(limiter: RateLimiterMemory | undefined, key: string): Promise<number> {
  try {
    await limiter?.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, error.msBeforeNext);
    throw error;
  }
}
