import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { conflicts, jobItems, productFindings, products, versions } from "../../app/db/schema/index.ts";
import { claimMs, handOut, holderOf, release } from "../../app/review/hand-out.ts";
import { extendQueue } from "../../app/review/open-queue.ts";
import { queueById } from "../../app/review/queue.ts";
import { readProgress } from "../../app/review/read-progress.ts";
import { findingBit } from "../../app/rules/check-codes.ts";
import { shop, startAt, storeProduct } from "../support/content/shop.ts";
import { aJob } from "../tasks/retention/support.ts";
import { anna, aReview, contentStateOf, idOf, mia, refresh, target, warning, write } from "./review-world.ts";

type World = Awaited<ReturnType<typeof aReview>>;

/** @returns product ids in the order in which the person gets them */
async function next({ deps }: World, queueId: string, more: { person?: string; from?: number; count?: number } = {}) {
  const { person = anna, from = 0, count = 10 } = more;
  const handed = await handOut(deps, { shop, person, queueId, from, count });
  return handed?.products.map(({ productId }) => productId);
}

async function setConflict({ db }: World, productId: string) {
  await db.orm.insert(conflicts).values({
    ...{ shop, productId, contentType: "title", ...target, versionId: `v_${productId}_title`, base: "A", theirs: "B" },
    ...{ ours: "C", detectedAt: 5 },
  });
  await refresh(db, productId);
}

it("a queue holds the products that wait for a review, conflicts first, then by type and newest texts", async () => {
  const world = await aReview(5);
  await setConflict(world, "4");
  const ofType = { productType: "Aprons" };
  await world.db.orm
    .update(products)
    .set(ofType)
    .where(and(eq(products.shop, shop), eq(products.id, "5")));
  await storeProduct(world.db, { id: "6" });
  await write(world.db, "6", { state: "approved" });
  const queue = await world.open();
  expect(queue).toMatchObject({ size: 5, position: 0, person: anna });
  expect(await next(world, queue.id)).toEqual(["4", "5", "1", "2", "3"]);
});

it("a queue by findings begins with the gravest, one by age with what waits longest", async () => {
  const world = await aReview(4);
  await write(world.db, "2", { contentType: "desc", warnings: [warning] });
  await write(world.db, "3", { contentType: "desc", warnings: [warning], blocked: true });
  const grave = await world.open(anna, { sort: "findings" });
  expect(await next(world, grave.id)).toEqual(["3", "2", "1", "4"]);
  const old = await world.open(anna, { sort: "oldest" });
  expect(await next(world, old.id)).toEqual(["4", "1", "2", "3"]);
});

it("a queue holds what its filter leaves: a type, findings of a kind, the products of a job", async () => {
  const world = await aReview(4);
  await write(world.db, "2", { contentType: "desc", warnings: [{ ...warning, code: "ALL_CAPS" }] });
  await write(world.db, "3", { contentType: "desc" });
  await aJob(world.db, { id: "job_1" });
  const item = { jobId: "job_1", shop, kind: "generate", priority: 1, runAt: 0, finishedAt: startAt };
  await world.db.orm.insert(jobItems).values([
    { ...item, seq: 0, subject: "3", status: "done" },
    { ...item, seq: 1, subject: "404", status: "failed" },
  ]);
  const ids = async (query: string) => next(world, (await world.open(anna, { query })).id);
  expect(await ids(`findings=${findingBit.ALL_CAPS | findingBit.ECHO}`)).toEqual(["2"]);
  expect(await ids(`findings=${findingBit.ECHO}`)).toEqual([]);
  expect(await ids("job=job_1")).toEqual(["3"]);
  expect(await ids("state=warned")).toEqual(["2"]);
  expect(await ids("state=approved&state=needs_review")).toEqual(["3", "1", "4"]);
});

it("a person goes on with the same queue, and another filter takes its place", async () => {
  const world = await aReview(2);
  const first = await world.open();
  expect((await world.open()).id).toBe(first.id);
  expect((await world.open(mia)).id).not.toBe(first.id);
  expect((await world.open(anna, { anew: true })).id).not.toBe(first.id);
  const other = await world.open(anna, { query: "type=Lamp" });
  expect(other.size).toBe(0);
  expect(await next(world, first.id, { person: mia })).toBeUndefined();
});

it("the place that a person has reached is kept", async () => {
  const world = await aReview(3);
  const { id } = await world.open();
  await next(world, id, { from: 2, count: 1 });
  expect((await world.db.do(queueById(shop, anna, id)))?.position).toBe(2);
  expect((await world.open()).position).toBe(2);
});

it("two people in one filter do not get the same product, until one gives it back or leaves it for a while", async () => {
  const world = await aReview(4);
  const [hers, other] = [await world.open(anna), await world.open(mia)];
  expect(await next(world, hers.id, { count: 2 })).toEqual(["1", "2"]);
  expect(await next(world, other.id, { person: mia, count: 3 })).toEqual(["3", "4"]);
  const handed = await handOut(world.deps, { shop, person: anna, queueId: hers.id, from: 0, count: 1 });
  expect(handed).toMatchObject({ withOthers: 2 });
  const holder = () =>
    world.db.do(holderOf(shop, { productId: idOf("1"), target, person: mia, now: world.clock.now() }));
  expect(await holder()).toBe(anna);
  await release(world.deps, { shop, person: anna, productIds: [idOf("1")] });
  expect(await holder()).toBeNull();
  expect(await next(world, other.id, { person: mia, count: 4 })).toEqual(["1", "3", "4"]);
  world.clock.advance(claimMs);
  expect(await next(world, hers.id, { count: 9 })).toEqual(["1", "2", "3", "4"]);
});

it("behind the last product the queue begins again with what was passed over", async () => {
  const world = await aReview(3);
  const { id } = await world.open();
  expect(await next(world, id, { from: 2 })).toEqual(["3", "1", "2"]);
});

it("progress counts what is left by lane, and not what others decided meanwhile", async () => {
  const world = await aReview(5);
  await write(world.db, "2", { contentType: "desc", warnings: [warning] });
  await write(world.db, "3", { contentType: "desc", warnings: [warning], blocked: true });
  await setConflict(world, "4");
  const queue = await world.open();
  const left = async () => (await readProgress(world.deps, shop, queue)).open;
  expect(await left()).toEqual({ conflicts: 1, blocked: 1, warnings: 1, clean: 2 });
  await world.db.orm
    .update(versions)
    .set({ state: "approved" })
    .where(and(eq(versions.shop, shop), eq(versions.productId, "1")));
  await refresh(world.db, "1");
  expect(await left()).toEqual({ conflicts: 1, blocked: 1, warnings: 1, clean: 1 });
});

it("products that came since are counted, and put at the end when they are wanted", async () => {
  const world = await aReview(2);
  const queue = await world.open();
  await storeProduct(world.db, { id: "9" });
  await write(world.db, "9");
  expect((await readProgress(world.deps, shop, queue)).newcomers).toBe(1);
  expect(await next(world, queue.id)).toEqual(["1", "2"]);
  expect(await extendQueue(world.deps, { shop, person: anna, id: queue.id })).toBe(1);
  expect(await next(world, queue.id)).toEqual(["1", "2", "9"]);
  expect((await readProgress(world.deps, shop, queue)).newcomers).toBe(0);
  expect(await extendQueue(world.deps, { shop, person: mia, id: queue.id })).toBe(0);
});

it("a finding that somebody decided to keep is none that waits for a person", async () => {
  const { db } = await aReview(1);
  await write(db, "1", { contentType: "desc", warnings: [warning] });
  expect(await contentStateOf(db, "1")).toBe("warned");
  expect(await db.orm.select().from(productFindings).where(eq(productFindings.shop, shop))).toMatchObject([
    { codes: findingBit.EXCEED_LENGTH, target: 0 },
  ]);
  const kept = { ...warning, decision: { by: anna, kind: "keep" as const, reason: "It is right", at: startAt } };
  await db.orm
    .update(versions)
    .set({ warnings: [kept] })
    .where(and(eq(versions.shop, shop), eq(versions.contentType, "desc")));
  await refresh(db, "1");
  expect(await contentStateOf(db, "1")).toBe("needs_review");
  expect(await db.orm.$count(productFindings, eq(productFindings.shop, shop))).toBe(0);
});
