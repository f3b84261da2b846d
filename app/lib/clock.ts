/** The only source of time inside the app: integer epoch milliseconds. Tests pass their own. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
