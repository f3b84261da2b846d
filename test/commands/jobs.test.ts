import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { cancelJob } from "../../app/commands/jobs/cancel-job.ts";
import { retryFailedWork } from "../../app/commands/jobs/retry-failed-work.ts";
import { retryJob } from "../../app/commands/jobs/retry-job.ts";
import { undoJob } from "../../app/commands/jobs/undo-job.ts";
import { jobItems, jobs } from "../../app/db/schema/index.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { otherShop, productId, shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

async function aShopOfJobs() {
  const { deps, has } = await aShop();
  const itemsOf = (jobId: string) =>
    deps.db.orm
      .select({ status: jobItems.status, payload: jobItems.payload })
      .from(jobItems)
      .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  const [open, failed, publish] = [has.openJob, has.failedJob, has.publishJob].map((id) => jobIdSchema.parse(id));
  if (!open || !failed || !publish) throw new Error("the shop has no jobs");
  return { deps, itemsOf, open, failed, publish };
}

const stranger = { shop: otherShop, by: "user:2" };

it("a job is cancelled while it is open, by its own shop", async () => {
  const { deps, itemsOf, open, failed } = await aShopOfJobs();
  expect(await cancelJob.run(deps, stranger, { jobId: open })).toEqual({ kind: "finished" });
  expect(await itemsOf(open)).toMatchObject([{ status: "queued" }]);
  expect(await cancelJob.run(deps, anna, { jobId: open })).toEqual({ kind: "cancelling" });
  const [job] = await deps.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, open)));
  expect(job?.cancelRequestedAt).not.toBeNull();
  expect(await cancelJob.run(deps, anna, { jobId: failed })).toEqual({ kind: "finished" });
});

it("what failed of a job is tried again once", async () => {
  const { deps, itemsOf, failed } = await aShopOfJobs();
  expect(await retryJob.run(deps, stranger, { jobId: failed })).toEqual({ kind: "nothing_failed" });
  expect(await retryJob.run(deps, anna, { jobId: failed })).toEqual({ kind: "retrying", items: 1 });
  expect(await itemsOf(failed)).toMatchObject([{ status: "queued" }]);
  expect(await retryJob.run(deps, anna, { jobId: failed })).toEqual({ kind: "nothing_failed" });
});

it("failed work is tried again by its items, or by kind and reason", async () => {
  const { deps, itemsOf, failed } = await aShopOfJobs();
  const ofKind = { kind: "generate-content" as const, jobId: failed };
  expect(await retryFailedWork.run(deps, anna, { ...ofKind, code: "model_cut" })).toEqual({ kind: "nothing_failed" });
  const items = [{ jobId: failed, seq: 0 }];
  expect(await retryFailedWork.run(deps, stranger, { items })).toEqual({ kind: "nothing_failed" });
  expect(await itemsOf(failed)).toMatchObject([{ status: "failed" }]);
  expect(await retryFailedWork.run(deps, anna, { ...ofKind, code: "model_refused" })).toEqual({
    kind: "retrying",
    items: 1,
  });
  expect(await retryFailedWork.run(deps, anna, { items })).toEqual({ kind: "nothing_failed" });
  expect(await itemsOf(failed)).toMatchObject([{ status: "queued" }]);
});

it("work of a kind that is the operator's to try again is no input", () => {
  expect(retryFailedWork.input.safeParse({ kind: "forget-shop", code: null }).success).toBe(false);
  expect(retryFailedWork.input.safeParse({ items: [] }).success).toBe(false);
});

it("what a job published is undone, one item for each of its publications", async () => {
  const { deps, itemsOf, publish, open } = await aShopOfJobs();
  const { kind, jobId } = await undoJob.run(deps, anna, { jobId: publish });
  expect(kind).toBe("started");
  expect(await itemsOf(jobId)).toMatchObject([{ payload: { productId, writeBackId: "wb_1" } }]);
  await expect(undoJob.run(deps, anna, { jobId: open })).rejects.toMatchObject({ code: "nothing_to_undo" });
});
