import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Db } from "../../../app/db/open.ts";
import { creditRuns, jobItems, modelAnswers, modelBatches } from "../../../app/db/schema/index.ts";
import { modelAnswerTexts } from "../../../app/tasks/retention/model-answers.ts";
import { finishedJobs, hiddenJobs } from "../../../app/tasks/retention/old-jobs.ts";
import { shop } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { aJob, countOf, day, left, pass } from "./support.ts";

async function withItems(db: Db, jobId: string, count: number): Promise<void> {
  const common = { jobId, shop, kind: "generate", priority: 1, status: "done" as const, runAt: 0, finishedAt: day(0) };
  await db.orm
    .insert(jobItems)
    .values(Array.from({ length: count }, (_, seq) => ({ ...common, seq, subject: `${seq}` })));
}

async function anAnswer(db: Db, jobId: string): Promise<void> {
  const figures = { tokensIn: 10, tokensCached: 0, tokensOut: 5, costNanos: 7 };
  const key = { shop, jobId, itemSeq: 0, callNo: 0, requestHash: "hash", model: "small" };
  await db.orm.insert(modelAnswers).values({ ...key, answer: { kind: "json" }, ...figures, createdAt: day(0) });
}

describe("finished jobs", () => {
  it("go with all that hangs on them when their time is over, however many items they have", async () => {
    const db = openTestDatabase();
    await aJob(db, { id: "job_old", total: 20 });
    await withItems(db, "job_old", 20);
    await anAnswer(db, "job_old");
    await aJob(db, { id: "job_young", finishedAt: day(50) });
    await withItems(db, "job_young", 2);
    expect(await pass(db, finishedJobs(90), { now: day(89) })).toBe(0);
    expect(await pass(db, finishedJobs(90), { now: day(91) })).toBe(22);
    expect(left(db, "jobs")).toEqual(["job_young"]);
    expect(countOf(db, "job_items")).toBe(2);
    expect(countOf(db, "model_answers")).toBe(0);
  });

  it("stay while they run, hold credits, or have a batch at the provider", async () => {
    const db = openTestDatabase();
    await aJob(db, { id: "job_running", status: "processing", finishedAt: null });
    await aJob(db, { id: "job_unsettled" });
    await db.orm
      .insert(creditRuns)
      .values({ shop, jobId: "job_unsettled", agentModel: "v1", contentTypes: "title", itemCredits: 1, createdAt: 0 });
    await aJob(db, { id: "job_with_batch" });
    const batch = { shop, id: "batch", jobId: "job_with_batch", requests: 1, createdAt: 0 };
    await db.orm.insert(modelBatches).values({ ...batch, state: "submitted" });
    expect(await pass(db, finishedJobs(90), { now: day(400) })).toBe(0);
    await db.orm.update(modelBatches).set({ state: "closed" }).where(eq(modelBatches.shop, shop));
    await db.orm
      .update(creditRuns)
      .set({ settledAt: day(1) })
      .where(eq(creditRuns.shop, shop));
    expect(await pass(db, finishedJobs(90), { now: day(400) })).toBe(3);
    expect(left(db, "jobs")).toEqual(["job_running"]);
    expect([countOf(db, "model_batches"), countOf(db, "batch_requests")]).toEqual([0, 0]);
  });

  it("of the app's own that went well go sooner; those that failed stay as long as a person's", async () => {
    const db = openTestDatabase();
    await aJob(db, { id: "job_hidden", kind: "refresh-product", done: 1 });
    await aJob(db, { id: "job_hidden_failed", kind: "refresh-product", status: "failed", failed: 1 });
    await aJob(db, { id: "job_of_anna" });
    expect(await pass(db, hiddenJobs(3), { now: day(4) })).toBe(1);
    expect(left(db, "jobs")).toEqual(["job_hidden_failed", "job_of_anna"]);
    expect(await pass(db, finishedJobs(90), { now: day(91) })).toBe(2);
  });
});

describe("model answers", () => {
  it("lose their words after their job's end and keep what they cost", async () => {
    const db = openTestDatabase();
    await aJob(db, { id: "job_over" });
    await aJob(db, { id: "job_open", status: "processing", finishedAt: null });
    for (const id of ["job_over", "job_open"]) await anAnswer(db, id);
    expect(await pass(db, modelAnswerTexts(7), { now: day(8), rows: 1 })).toBe(1);
    const rows = await db.orm
      .select()
      .from(modelAnswers)
      .where(eq(modelAnswers.shop, shop))
      .orderBy(modelAnswers.jobId);
    expect(rows.map(({ jobId, answer, costNanos, spentAt }) => [jobId, answer, costNanos, spentAt])).toEqual([
      ["job_open", { kind: "json" }, 7, null],
      ["job_over", null, 7, day(8)],
    ]);
    expect(await pass(db, modelAnswerTexts(7), { now: day(9) })).toBe(0);
  });

  it("of a job that ended a moment ago stay, however old they are", async () => {
    const db = openTestDatabase();
    await aJob(db, { id: "job_long", finishedAt: day(30) });
    await anAnswer(db, "job_long");
    expect(await pass(db, modelAnswerTexts(7), { now: day(31) })).toBe(0);
  });
});
