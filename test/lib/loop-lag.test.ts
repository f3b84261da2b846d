import { expect, test, vi } from "vitest";
import { type LoopLag, startLoopLag } from "../../app/lib/loop-lag.ts";

/** Only a failure waits for it. */
const patience = { timeout: 20_000 };

test("a hold of the event loop is seen with its length, by every reader", async () => {
  const lag = startLoopLag();
  await measures(lag);
  hold(150);
  await vi.waitFor(() => expect(lag.read().maxMs).toBeGreaterThanOrEqual(100), patience);
  expect(lag.read().maxMs).toBeGreaterThanOrEqual(100);
  lag.stop();
});

test("a hold stays in sight for a whole window and is gone after two", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const lag = startLoopLag({ windowMs: 30_000 });
  await measures(lag);
  // Far above what a busy machine adds by itself.
  hold(600);
  await vi.waitFor(() => expect(lag.read().maxMs).toBeGreaterThanOrEqual(500), patience);
  vi.advanceTimersByTime(30_000);
  expect(lag.read().maxMs).toBeGreaterThanOrEqual(500);
  vi.advanceTimersByTime(30_000);
  expect(lag.read().maxMs).toBeLessThan(500);
  lag.stop();
  vi.useRealTimers();
});

/** The monitor's first tick starts its count. */
async function measures(lag: LoopLag): Promise<void> {
  await vi.waitFor(() => expect(lag.read().sinceMs).toBeGreaterThan(60), patience);
}

function hold(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
