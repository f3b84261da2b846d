import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelJob } from "../../app/commands/jobs/cancel-job.ts";
import { goOnWithJob } from "../../app/commands/jobs/go-on-with-job.ts";
import { holdJob } from "../../app/commands/jobs/hold-job.ts";
import { retryFailedWork } from "../../app/commands/jobs/retry-failed-work.ts";
import { retryJob } from "../../app/commands/jobs/retry-job.ts";
import { jobItems, jobs, shopPeople, workSettings } from "../../app/db/schema/index.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { answerOnce } from "../../app/pages/asked/answer-once.ts";
import { keepingLogger } from "../jobs/support.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const ben = { shop, by: "user:2" };

/** A shop in which Ben may not publish, with a run of a kind. */
async function aShopWithRun({ kind, isHeld = false, hasFailed = false }: RunWanted) {
  const { deps, db, has } = await aShop();
  const limits = { mayApprove: true, mayPublish: false, mayChangeRules: true, updatedAt: 1 };
  await db.orm.insert(shopPeople).values({ shop, person: ben.by, ...limits });
  await db.orm.insert(workSettings).values({ shop, owner: anna.by, updatedAt: 1 });
  const jobId = jobIdSchema.parse(hasFailed ? has.failedJob : isHeld ? has.heldJob : has.openJob);
  const isJob = and(eq(jobs.shop, shop), eq(jobs.id, jobId));
  await db.orm.update(jobs).set({ kind }).where(isJob);
  const isItem = and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId));
  await db.orm.update(jobItems).set({ kind }).where(isItem);
  const rows = async () => [
    await db.orm.select().from(jobs).where(isJob),
    await db.orm.select().from(jobItems).where(isItem),
  ];
  return { deps, jobId, rows };
}

interface RunWanted {
  kind: "publish" | "undo" | "generate-content";
  isHeld?: boolean;
  hasFailed?: boolean;
}

type Shop = Awaited<ReturnType<typeof aShopWithRun>>;

const ways: [string, Omit<RunWanted, "kind">, string, (world: Shop, asker: typeof ben, kind: RunWanted["kind"]) => Promise<unknown>][] = [
  ["tries a run again", { hasFailed: true }, "retrying", ({ deps, jobId }, asker) => retryJob.run(deps, asker, { jobId })],
  ["tries items again", { hasFailed: true }, "retrying", ({ deps, jobId }, asker) => retryFailedWork.run(deps, asker, { items: [{ jobId, seq: 0 }] })],
  ["tries all of a kind again", { hasFailed: true }, "retrying", ({ deps }, asker, kind) => retryFailedWork.run(deps, asker, { kind, code: "model_refused" })],
  ["lets a run go on", { isHeld: true }, "going_on", ({ deps, jobId }, asker) => goOnWithJob.run(deps, asker, { jobId })],
  ["pauses a run", {}, "held", ({ deps, jobId }, asker) => holdJob.run(deps, asker, { jobId })],
  ["stops a run", {}, "cancelling", ({ deps, jobId }, asker) => cancelJob.run(deps, asker, { jobId })],
]; // biome-ignore format: a table

describe.each(ways)("who %s", (_, wanted, outcome, ask) => {
  it.each(["publish", "undo"] as const)("needs the right to publish when it is of the kind %s", async (kind) => {
    const world = await aShopWithRun({ ...wanted, kind });
    const before = await world.rows();
    await expect(ask(world, ben, kind)).rejects.toMatchObject({ name: "NotAllowed", right: "publish" });
    expect(await world.rows()).toEqual(before);
    expect(await ask(world, anna, kind)).toMatchObject({ kind: outcome });
  });

  it("needs no right when it only writes", async () => {
    const kind = "generate-content";
    const world = await aShopWithRun({ ...wanted, kind });
    expect(await ask(world, ben, kind)).toMatchObject({ kind: outcome });
  });
});

const again = ways.filter(([, , outcome]) => outcome === "retrying" || outcome === "going_on");

it.each(again)("who %s that publishes is kept with it, for four eyes", async (_, wanted, __, ask) => {
  const world = await aShopWithRun({ ...wanted, kind: "publish" });
  await ask(world, anna, "publish");
  const [rows] = await world.rows();
  expect(rows?.[0]).toMatchObject({ payload: { setGoingBy: [anna.by] } });
});

it("who may not is told the same as of an undo, each time", async () => {
  const { deps, jobId } = await aShopWithRun({ kind: "publish", hasFailed: true });
  const requestKey = crypto.randomUUID();
  const asking = { user: ben, page: "job" as const, about: jobId, body: { intent: "retry", requestKey } };
  const ask = () =>
    answerOnce({ ...deps, logger: keepingLogger() }, asking, async () => {
      await retryJob.run(deps, ben, { jobId });
      return { message: "Done" };
    });
  for (const answer of [await ask(), await ask()]) {
    expect(answer).toMatchObject({
      data: { ok: false, message: expect.stringMatching(/^You may not publish in this store\./) },
      init: { status: 403 },
    });
  }
});
