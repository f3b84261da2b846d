/** The only source of time inside the app. Tests pass their own. */
export interface Clock {
  /** integer epoch milliseconds; may be set to another time at any moment */
  now(): number;
  /** ms of a clock that nobody sets: only differences mean something. Absent: `now` is never set */
  steadyMs?(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  // On Linux since the machine's boot, the same for all processes.
  steadyMs: () => Number(process.hrtime.bigint() / 1_000_000n),
};

/** For how long something takes inside one process, whatever the clock is set to meanwhile. */
export function steadyMs(clock: Clock): number {
  return clock.steadyMs?.() ?? clock.now();
}
