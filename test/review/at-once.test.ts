import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { conflicts, reviewClaims, versions } from "../../app/db/schema/index.ts";
import { approvedOfQueue } from "../../app/review/approved-of-queue.ts";
import { decideConflicts } from "../../app/review/decide-conflicts.ts";
import { decideProduct, type Verdict } from "../../app/review/decide-product.ts";
import { claimMs, handOut, renewClaims } from "../../app/review/hand-out.ts";
import { readCleanRecord } from "../../app/review/read-clean-record.ts";
import { takeBackBulk } from "../../app/review/take-back.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aReview, contentStateOf, idOf, mia, refresh, stateOf, target, warning } from "./review-world.ts";

type World = Awaited<ReturnType<typeof aReview>>;

async function inConflict({ db }: World, productId: string) {
  await db.orm
    .update(versions)
    .set({ state: "approved", base: "Before", baseDigest: "before" })
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId)));
  await db.orm.insert(conflicts).values({
    ...{ shop, productId, contentType: "title", ...target, versionId: `v_${productId}_title`, base: "Before" },
    ...{ theirs: "Live", ours: "Ours", detectedAt: 5 },
  });
  await refresh(db, productId);
}

async function decide({ deps }: World, productId: string, verdict: Verdict, queueId: string | null = null) {
  const seen = { versionIds: [`v_${productId}_title`], conflicts: [] };
  const id = `decision-${productId}-${deps.clock.now()}`;
  return decideProduct(deps, { shop, id, by: anna, queueId, productId: idOf(productId), target, seen, verdict });
}

it("all conflicts of a queue are decided the same way, but those that a colleague has, and all of it can be taken back", async () => {
  const world = await aReview(4);
  for (const id of ["1", "2", "3"]) await inConflict(world, id);
  const queue = await world.open();
  const hers = await world.open(mia);
  await handOut(world.deps, { shop, person: mia, queueId: hers.id, from: 0, count: 1 });
  const asked = { shop, by: anna, queueId: queue.id, bulk: "at-once-1", keep: "theirs" as const };
  expect(await decideConflicts(world.deps, asked)).toEqual({ decided: 2, left: 0 });
  expect(await decideConflicts(world.deps, asked)).toEqual({ decided: 0, left: 0 });
  expect(await world.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(1);
  expect(await takeBackBulk(world.deps, { shop, by: anna, bulk: "at-once-1" })).toEqual({ takenBack: 2, stayed: 0 });
  expect(await world.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(3);
  expect(await contentStateOf(world.db, "2")).toBe("conflict");
  expect(await decideConflicts(world.deps, { ...asked, by: mia })).toBeNull();
});

it("of conflicts that were decided for our texts at once, those that are live since stay", async () => {
  const world = await aReview(2);
  for (const id of ["1", "2"]) await inConflict(world, id);
  const queue = await world.open();
  await decideConflicts(world.deps, { shop, by: anna, queueId: queue.id, bulk: "at-once-2", keep: "ours" });
  await world.db.orm
    .update(versions)
    .set({ state: "published", publishedAt: 7 })
    .where(and(eq(versions.shop, shop), eq(versions.productId, "1")));
  await refresh(world.db, "1");
  expect(await takeBackBulk(world.deps, { shop, by: anna, bulk: "at-once-2" })).toEqual({ takenBack: 1, stayed: 1 });
  expect(await contentStateOf(world.db, "1")).toBe("published");
  expect(await contentStateOf(world.db, "2")).toBe("conflict");
});

it("what is published of a queue is what was approved in it and is not in conflict", async () => {
  const world = await aReview(4);
  const queue = await world.open();
  for (const id of ["1", "2", "3"]) await decide(world, id, { kind: id === "3" ? "rejected" : "approved" }, queue.id);
  expect(await approvedOfQueue(world.deps, { shop, person: anna, queueId: queue.id })).toEqual({
    productIds: ["1", "2"],
    texts: 2,
    inConflict: 0,
  });
  await inConflict(world, "2");
  expect(await approvedOfQueue(world.deps, { shop, person: anna, queueId: queue.id })).toEqual({
    productIds: ["1"],
    texts: 1,
    inConflict: 1,
  });
  expect(await approvedOfQueue(world.deps, { shop, person: mia, queueId: queue.id })).toBeNull();
});

it("what is published of a queue includes a text that was approved by itself, where another of its product was rejected", async () => {
  const world = await aReview(2);
  const queue = await world.open();
  await world.db.orm
    .update(versions)
    .set({ state: "approved", decidedBy: anna })
    .where(and(eq(versions.shop, shop), eq(versions.id, "v_1_title")));
  await world.db.orm
    .update(versions)
    .set({ state: "approved", decidedBy: mia })
    .where(and(eq(versions.shop, shop), eq(versions.id, "v_2_title")));
  const approved = await approvedOfQueue(world.deps, { shop, person: anna, queueId: queue.id });
  expect(approved).toEqual({ productIds: ["1"], texts: 1, inConflict: 0 });
});

it("what people did with products without findings counts those that they looked at one by one", async () => {
  const world = await aReview(5);
  await world.db.orm
    .update(versions)
    .set({ origin: "edited" })
    .where(and(eq(versions.shop, shop), eq(versions.id, "v_2_title")));
  await world.db.orm
    .update(versions)
    .set({ warnings: [warning] })
    .where(and(eq(versions.shop, shop), eq(versions.id, "v_4_title")));
  for (const id of ["1", "2", "4"]) await decide(world, id, { kind: "approved" });
  await decide(world, "3", { kind: "rejected" });
  await decide(world, "5", { kind: "later" });
  expect(await world.db.do(readCleanRecord({ shop, target, rules: new Set([""]) }))).toEqual({
    decided: 3,
    unchanged: 1,
    edited: 1,
    rejected: 1,
  });
});

it("a product stays with its person while they work on it, and what somebody else has by now stays with them", async () => {
  const world = await aReview(2);
  const queue = await world.open();
  await handOut(world.deps, { shop, person: anna, queueId: queue.id, from: 0, count: 2 });
  world.clock.advance(claimMs - 1);
  await renewClaims(world.deps, { shop, person: anna, target, productIds: [idOf("1")] });
  world.clock.advance(2);
  const hers = await world.open(mia);
  const next = await handOut(world.deps, { shop, person: mia, queueId: hers.id, from: 0, count: 5 });
  expect(next?.products.map(({ productId }) => productId)).toEqual(["2"]);
  await renewClaims(world.deps, { shop, person: anna, target, productIds: [idOf("2")] });
  const rows = await world.db.orm.select().from(reviewClaims).where(eq(reviewClaims.shop, shop));
  expect(rows.map(({ productId, person }) => [productId, person]).sort()).toEqual([
    ["1", anna],
    ["2", mia],
  ]);
  expect(await stateOf(world.db, "v_1_title")).toBe("draft");
});
