import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLiveFeed, type LiveAnswer, type LiveFeed, type LiveTab } from "../../app/ui/live/live-feed.ts";

class Tab extends EventTarget implements LiveTab {
  visibilityState: DocumentVisibilityState = "visible";
  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

interface Asked {
  token: string | null;
  signal: AbortSignal;
  answer(answer: Partial<LiveAnswer>): void;
  fail(): void;
}

let asked: Asked[];
let tab: Tab;
let feed: LiveFeed;
let ends: (() => void)[];

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
    signal.addEventListener("abort", () => resolve());
  });

beforeEach(() => {
  vi.useFakeTimers();
  [asked, tab, ends] = [[], new Tab(), []];
  const ask = (token: string | null, signal: AbortSignal) =>
    new Promise<LiveAnswer>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      asked.push({
        ...{ token, signal },
        answer: (answer) => resolve({ token: "t", changed: [], busy: false, ended: [], ...answer }),
        fail: () => reject(new Error("gone")),
      });
    });
  feed = createLiveFeed({ ask, tab, now: Date.now, pause, random: () => 1 });
});

afterEach(() => {
  for (const end of ends) end();
  vi.useRealTimers();
});

function listen(): LiveAnswer[] {
  const heard: LiveAnswer[] = [];
  ends.push(feed.subscribe((answer) => heard.push(answer)));
  return heard;
}
const last = () => asked.at(-1) as Asked;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("the feed of a tab", () => {
  it("holds one request for all who want to know, and asks again with the new token", async () => {
    const [one, two] = [listen(), listen()];
    expect(asked.map(({ token }) => token)).toEqual([null]);
    last().answer({ token: "t1" });
    await pass(700);
    expect(asked.map(({ token }) => token)).toEqual([null, "t1"]);
    last().answer({ token: "t2", changed: ["runs"] });
    await pass(700);
    expect(asked.map(({ token }) => token)).toEqual([null, "t1", "t2"]);
    for (const heard of [one, two]) expect(heard.map(({ changed }) => changed)).toEqual([[], ["runs"]]);
    expect([feed.changedAt("runs") > 0, feed.changedAt("acts")]).toEqual([true, 0]);
  });

  it("gives its request up when the tab is hidden, asks nothing then, and with the old token when it is shown", async () => {
    listen();
    last().answer({ token: "t1" });
    await pass(700);
    tab.show("hidden");
    expect(last().signal.aborted).toBe(true);
    await pass(600_000);
    expect(asked).toHaveLength(2);
    tab.show("visible");
    await pass(0);
    expect(asked.map(({ token }) => token)).toEqual([null, "t1", "t1"]);
  });

  it("waits longer after each failure, at most half a minute, and begins anew after an answer", async () => {
    listen();
    for (const [wait, count] of [
      [1_500, 2],
      [3_000, 3],
      [6_000, 4],
      [12_000, 5],
      [24_000, 6],
      [30_000, 7],
      [30_000, 8],
    ] as const) {
      last().fail();
      await pass(wait - 1);
      expect(asked).toHaveLength(count - 1);
      await pass(1);
      expect(asked).toHaveLength(count);
    }
    last().answer({});
    await pass(700);
    last().fail();
    await pass(1_500);
    expect(asked).toHaveLength(10);
  });

  it("leaves a server that has no room alone for ten seconds", async () => {
    listen();
    last().answer({ busy: true });
    await pass(9_999);
    expect(asked).toHaveLength(1);
    await pass(1);
    expect(asked).toHaveLength(2);
  });

  it("keeps its request while one page goes and the next one comes, and ends it after the last", async () => {
    listen();
    ends.pop()?.();
    listen();
    await pass(0);
    expect([asked.length, last().signal.aborted]).toEqual([1, false]);
    ends.pop()?.();
    await pass(0);
    expect(last().signal.aborted).toBe(true);
    tab.show("visible");
    expect(asked).toHaveLength(1);
  });
});
