import { expect, it } from "vitest";
import type { SqliteDb } from "../../../app/db/open.ts";
import { type Acted, recordAct } from "../../../app/db/record-act.ts";
import type { Steps } from "../../../app/db/steps.ts";
import { type Asking, answerOnce } from "../../../app/pages/asked/answer-once.ts";
import { keepingLogger } from "../../jobs/support.ts";
import { otherShop, shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase, testDatabaseFile } from "../../support/open-test-database.ts";

type Deps = { db: SqliteDb; clock: ReturnType<typeof testClock>; logger: ReturnType<typeof keepingLogger> };

const key = (n: number) => `c0ffee00-0000-4000-8000-00000000000${n}`;
const asking = (change: Partial<Asking["user"]> & { requestKey?: string; rows?: string } = {}): Asking => {
  const { requestKey = key(1), rows = "1", ...user } = change;
  return { user: { shop, by: "user:1", ...user }, page: "glossary", body: { requestKey, rows } };
};

function setUp(db: SqliteDb = openTestDatabase()): Deps {
  return { db, clock: testClock(), logger: keepingLogger() };
}

/** An effect that can be counted: a line of the log without a request, beside the request's own. */
const effects = (db: SqliteDb) =>
  db.raw.prepare("SELECT count(*) FROM audit_log WHERE shop IS NOT NULL AND action = 'effect'").pluck().get();

function* effect({ note }: Acted, told?: Record<string, string>, unfinished = false): Steps<void> {
  yield* recordAct({ shop, by: "system", action: "effect", at: 1 });
  if (note) yield* note({ details: { times: 1 }, told, unfinished });
}

function haveEffect(deps: Deps & Acted, told?: Record<string, string>, unfinished = false): Promise<void> {
  return deps.db.transact("all shops", () => effect(deps, told, unfinished));
}

const work = async (deps: Deps & Acted) => {
  await haveEffect(deps, { jobId: "job_1" });
  return { message: "Done", jobId: "job_1" };
};

/** What a process does that dies at a moment: it never comes back. Its claim is left behind. */
async function die(deps: Deps, before: (deps: Deps & Acted) => unknown): Promise<void> {
  await new Promise<void>((died) => {
    void answerOnce(deps, asking(), async (given) => {
      await before(given);
      died();
      return new Promise(() => {});
    });
  });
}

it("a request is another person's or shop's own, and is forgotten after a day", async () => {
  const deps = setUp();
  const first = await answerOnce(deps, asking(), work);
  await answerOnce(deps, asking({ by: "user:2" }), work);
  await answerOnce(deps, asking({ shop: otherShop }), work);
  expect(effects(deps.db)).toBe(3);
  deps.clock.advance(24 * 3_600_000);
  expect(await answerOnce(deps, asking(), work)).toEqual(first);
  deps.clock.advance(1);
  await answerOnce(deps, asking({ requestKey: key(2) }), work);
  expect(effects(deps.db)).toBe(4);
  expect(deps.db.raw.prepare("SELECT key FROM answered_requests WHERE shop = ?").pluck().all(shop)).toEqual([key(2)]);
});

it("a refusal is the answer as well, for whoever sends it again", async () => {
  const deps = setUp();
  let asked = 0;
  const refuse = async () => ({ problem: `No ${++asked}` });
  const first = await answerOnce(deps, asking(), refuse);
  expect(first.data).toMatchObject({ ok: false, message: "No 1" });
  expect(await answerOnce(deps, asking(), refuse)).toEqual(first);
});

it("what a crash cut off before its effect is done by the next one who asks, ten seconds later", async () => {
  const deps = setUp();
  await die(deps, () => {});
  deps.clock.advance(10_000);
  expect((await answerOnce(deps, asking(), work)).data).toMatchObject({ ok: true, message: "Done" });
  expect(effects(deps.db)).toBe(1);
});

it("what a crash cut off between effect and answer is not done again, and the answer leads to what came of it", async () => {
  const deps = setUp();
  await die(deps, (given) => haveEffect(given, { jobId: "job_1" }));
  deps.clock.advance(10_000);
  const answer = { ok: true, message: "This was done already", jobId: "job_1" };
  expect((await answerOnce(deps, asking(), work)).data).toMatchObject(answer);
  expect(effects(deps.db)).toBe(1);
});

it("work that a crash cut off between two steps is continued, in the same line of the log", async () => {
  const deps = setUp();
  await die(deps, (given) => haveEffect(given, undefined, true));
  deps.clock.advance(10_000);
  expect((await answerOnce(deps, asking(), work)).data).toMatchObject({ ok: true, message: "Done" });
  const rows = deps.db.raw.prepare("SELECT details FROM audit_log WHERE shop = ? AND request_key = ?");
  expect(rows.pluck().all(shop, key(1))).toEqual(['{"times":2}']);
});

it("who was taken for dead and comes back has no effect, and gets the other one's answer", async () => {
  const file = testDatabaseFile();
  const [slow, fast] = [setUp(file.open()), setUp(file.open())];
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const late = answerOnce(slow, asking(), async (deps) => {
    await held;
    await haveEffect(deps, { jobId: "job_late" });
    return { message: "Late" };
  });
  fast.clock.advance(10_000);
  const answer = await answerOnce(fast, asking(), work);
  goOn();
  expect(await late).toEqual(answer);
  expect(effects(fast.db)).toBe(1);
});

it("a claim that the clock has left in the future is nobody's", async () => {
  const deps = setUp();
  await die(deps, () => {});
  deps.clock.advance(-3_600_000);
  expect((await answerOnce(deps, asking(), work)).data).toMatchObject({ ok: true });
});

it("a bug is thrown, keeps nothing, and leaves the request to the next one at once", async () => {
  const deps = setUp();
  const failing = async (given: Deps & Acted) => {
    await given.db.transact("all shops", function* () {
      yield* effect(given);
      throw new TypeError("a bug");
    });
    return { message: "never" };
  };
  await expect(answerOnce(deps, asking(), failing)).rejects.toThrow("a bug");
  expect(effects(deps.db)).toBe(0);
  expect((await answerOnce(deps, asking(), work)).data).toMatchObject({ ok: true, message: "Done" });
});

it("an act outside of the transaction of its effect is refused", async () => {
  const deps = setUp();
  const act = { shop, by: "system", action: "effect", at: 1 };
  await expect(deps.db.do(recordAct(act))).rejects.toThrow("belongs into a transaction");
});
