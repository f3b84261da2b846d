import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Seen, startPolling } from "../../app/ui/start-polling.ts";

class Tab extends EventTarget implements Seen {
  visibilityState: DocumentVisibilityState = "visible";
  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

let idle = true;
let loads = 0;
let tab: Tab;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  [idle, loads, tab] = [true, 0, new Tab()];
  const load = () => {
    loads += 1;
  };
  stop = startPolling({ everyMs: 1_500, seen: tab, isIdle: () => idle, load });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe("a page that waits for work", () => {
  it("goes on loading when each load has ended before anybody saw it begin", () => {
    vi.advanceTimersByTime(60_000);
    expect(loads).toBe(40);
  });

  it("begins no load while one is under way, and goes on after a slow one", () => {
    vi.advanceTimersByTime(1_500);
    idle = false;
    vi.advanceTimersByTime(30_000);
    expect(loads).toBe(1);
    idle = true;
    vi.advanceTimersByTime(1_500);
    expect(loads).toBe(2);
  });

  it("asks for nothing in a hidden tab, at once when it is looked at again, and goes on then", () => {
    tab.show("hidden");
    vi.advanceTimersByTime(60_000);
    expect(loads).toBe(0);
    tab.show("visible");
    expect(loads).toBe(1);
    vi.advanceTimersByTime(3_000);
    expect(loads).toBe(3);
  });

  it("ends when it is told to", () => {
    stop();
    tab.show("visible");
    vi.advanceTimersByTime(60_000);
    expect(loads).toBe(0);
  });
});
