import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Db, SqliteDb } from "../../app/db/open.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { holdJob } from "../../app/jobs/hold-job.ts";
import { keepHeartbeat, workerSilenceMs } from "../../app/jobs/keep-heartbeat.ts";
import { createLive, type Live, type LiveOptions } from "../../app/live-events/create-live.ts";
import { job, keepingLogger, shopA, shopB, testClock, until } from "../jobs/support.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const clock = testClock();
let db: SqliteDb;
const never = new AbortController().signal;

beforeEach(() => {
  db = openTestDatabase();
});

function aLive(options: Partial<LiveOptions> = {}): Live {
  const live = createLive({
    db,
    clock,
    logger: keepingLogger(),
    hidden: ["hidden"],
    lookMs: 5,
    holdMs: 60_000,
    ...options,
  });
  onTestFinished(() => live.end());
  return live;
}

const tokenNow = async (live: Live, shop = shopA) =>
  (await live.wait({ shop, by: "user:1", token: null, signal: never })).token;

describe("what open pages are told", () => {
  it("a request without a token is answered at once, one with the present token when a run begins, advances or is held", async () => {
    const live = aLive();
    let token = await tokenNow(live);
    for (const happens of [
      () => enqueueJob({ db, clock }, job({ items: ["p1", "p2"] })),
      () => db.raw.prepare("UPDATE jobs SET done = 1 WHERE shop = ?").run(shopA),
      async () => {
        const [{ id: jobId }] = db.raw.prepare("SELECT id FROM jobs WHERE shop = ?").all(shopA) as [{ id: never }];
        expect(await holdJob({ db, clock }, { shop: shopA, jobId })).toBe(true);
      },
    ]) {
      const waited = live.wait({ shop: shopA, by: "user:1", token, signal: never });
      await until(() => live.held === 1, "the request is held");
      await happens();
      const change = await waited;
      expect(change).toEqual({ token: expect.not.stringMatching(`^${token}$`), changed: ["runs"], busy: false });
      token = change.token;
    }
  });

  it("what happened before they asked is told at once, and tells topics apart", async () => {
    const live = aLive();
    const token = await tokenNow(live);
    db.raw.prepare("INSERT INTO pauses (shop, reason, message, since) VALUES (?, 'billing', 'm', 1)").run(shopA);
    db.raw
      .prepare("INSERT INTO audit_log (id, shop, at, by, action, details) VALUES ('act_1', ?, 1, 'user:1', 'x', '{}')")
      .run(shopA);
    expect((await live.wait({ shop: shopA, by: "user:1", token, signal: never })).changed).toEqual(["acts", "trouble"]);
  });

  it("a run that begins and ends between two looks, which a page may have been loaded in the middle of", async () => {
    const live = aLive();
    const token = await tokenNow(live);
    await enqueueJob({ db, clock }, job({ items: ["p1"] }));
    db.raw.prepare("UPDATE jobs SET status = 'completed', finished_at = 1 WHERE shop = ?").run(shopA);
    const change = await live.wait({ shop: shopA, by: "user:1", token, signal: never });
    expect(change.changed).toEqual(["runs"]);
    clock.advance(1);
    await enqueueJob({ db, clock }, job({ items: ["p2"] }));
    db.raw.prepare("UPDATE jobs SET status = 'failed', finished_at = 2 WHERE shop = ?").run(shopA);
    expect((await live.wait({ shop: shopA, by: "user:1", token: change.token, signal: never })).changed).toEqual([
      "runs",
    ]);
  });

  it("a worker that is killed is missed after its silence", async () => {
    const at = { shop: shopA, by: "user:1", signal: never };
    const live = aLive();
    await keepHeartbeat({ db, clock }, { id: "worker_1", startedAt: clock.now() });
    const token = await tokenNow(live);
    const waited = live.wait({ ...at, token });
    await until(() => live.held === 1, "it is held");
    clock.advance(workerSilenceMs);
    expect((await waited).changed).toEqual(["trouble"]);
  });

  it("another shop's work and the app's own change nothing", async () => {
    const live = aLive({ holdMs: 80 });
    const token = await tokenNow(live);
    const waited = live.wait({ shop: shopA, by: "user:1", token, signal: never });
    await enqueueJob({ db, clock }, job({ items: ["p1"], shop: shopB }));
    await enqueueJob({ db, clock }, job({ items: ["p1"], kind: "hidden" }));
    expect(await waited).toEqual({ token, changed: [], busy: false });
  });
});

describe("held requests", () => {
  it("of one shop are told by one look a second, however many there are; none is made while nobody waits", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    let reads = 0;
    const counting: Db = {
      ...db,
      do: (steps) => {
        reads += 1;
        return db.do(steps);
      },
    };
    const live = aLive({ db: counting, lookMs: 1_000, perPerson: 30 });
    const token = await tokenNow(live);
    const waited = Array.from({ length: 30 }, () => live.wait({ shop: shopA, by: "user:1", token, signal: never }));
    await vi.advanceTimersByTimeAsync(0);
    expect(live.held).toBe(30);
    reads = 0;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reads).toBe(5);
    await enqueueJob({ db, clock }, job({ items: ["p1"] }));
    await vi.advanceTimersByTimeAsync(1_000);
    for (const change of await Promise.all(waited)) expect(change.changed).toEqual(["runs"]);
    expect(live.held).toBe(0);
    reads = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reads).toBe(0);
  });

  it("have a limit for each person, so that one with many windows leaves room for colleagues", async () => {
    const live = aLive({ perPerson: 1, perShop: 3 });
    const token = await tokenNow(live);
    void live.wait({ shop: shopA, by: "user:1", token, signal: never });
    await until(() => live.held === 1, "it is held");
    expect(await live.wait({ shop: shopA, by: "user:1", token, signal: never })).toMatchObject({ busy: true });
    void live.wait({ shop: shopA, by: "user:2", token, signal: never });
    await until(() => live.held === 2, "a colleague's is held");
  });

  it("have a limit for each shop and for all: who finds no room is told to come back", async () => {
    const live = aLive({ perShop: 2, most: 3 });
    const [a, b] = [await tokenNow(live), await tokenNow(live, shopB)];
    for (const count of [1, 2]) {
      void live.wait({ shop: shopA, by: "user:1", token: a, signal: never });
      await until(() => live.held === count, "it is held");
    }
    expect(await live.wait({ shop: shopA, by: "user:1", token: a, signal: never })).toMatchObject({
      changed: [],
      busy: true,
    });
    void live.wait({ shop: shopB, by: "user:1", token: b, signal: never });
    await until(() => live.held === 3, "the other shop's is held");
    expect(await live.wait({ shop: shopB, by: "user:1", token: b, signal: never })).toMatchObject({ busy: true });
  });

  it("end when their page has gone, when their time is over, and when the server stops", async () => {
    const live = aLive();
    const token = await tokenNow(live);
    const page = new AbortController();
    const left = live.wait({ shop: shopA, by: "user:1", token, signal: page.signal });
    await until(() => live.held === 1, "it is held");
    page.abort();
    await left;
    expect(live.held).toBe(0);
    const stopped = live.wait({ shop: shopA, by: "user:1", token, signal: never });
    await until(() => live.held === 1, "it is held");
    live.end();
    expect(await stopped).toEqual({ token, changed: [], busy: false });
    expect(await live.wait({ shop: shopA, by: "user:1", token, signal: never })).toMatchObject({ busy: true });
    expect(live.held).toBe(0);
  });
});
