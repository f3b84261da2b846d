import { monitorEventLoopDelay, performance } from "node:perf_hooks";

/** How late the event loop was of late, in milliseconds. A quiet process shows 0 to 2. */
export interface LagReading {
  p50Ms: number;
  p99Ms: number;
  /** one long hold is a single sample among thousands: it shows here, hardly in the percentiles */
  maxMs: number;
  /** how far back the reading looks, in ms; at most two windows */
  sinceMs: number;
}

export interface LoopLag {
  /** may be asked as often as one likes: reading takes nothing away from another reader */
  read(): LagReading;
  stop(): void;
}

const resolutionMs = 20;

/**
 * Measures how long things hold the event loop. One per process. Node's histogram counts from its start, and one bad minute
 * would spoil it for days: two of them take turns, each emptied after two windows, and the fuller one is read.
 * @param windowMs a reading covers one to two of these
 * @see https://nodejs.org/docs/latest-v24.x/api/perf_hooks.html#perf_hooksmonitoreventloopdelayoptions
 */
export function startLoopLag({ windowMs = 30_000 }: { windowMs?: number } = {}): LoopLag {
  let older = startMonitor();
  let younger = startMonitor();
  const timer = setInterval(() => {
    [older, younger] = [younger, older];
    younger.restart();
  }, windowMs).unref();
  return {
    read: () => older.read(),
    stop() {
      clearInterval(timer);
      older.stop();
      younger.stop();
    },
  };
}

function startMonitor() {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  let since = performance.now();
  // The histogram holds the time between two ticks of its own timer, in nanoseconds.
  const late = (between: number) => Math.max(0, Math.round(between / 1e6 - resolutionMs));
  return {
    read: (): LagReading => ({
      p50Ms: histogram.count === 0 ? 0 : late(histogram.percentile(50)),
      p99Ms: histogram.count === 0 ? 0 : late(histogram.percentile(99)),
      maxMs: histogram.count === 0 ? 0 : late(histogram.max),
      sinceMs: Math.round(performance.now() - since),
    }),
    restart() {
      histogram.reset();
      since = performance.now();
    },
    stop: () => histogram.disable(),
  };
}
