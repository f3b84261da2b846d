import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { conflicts, feedback, reviewDecisions, versions } from "../../app/db/schema/index.ts";
import { approveClean } from "../../app/review/approve-clean.ts";
import { type Decision, decideProduct, type Verdict } from "../../app/review/decide-product.ts";
import { handOut } from "../../app/review/hand-out.ts";
import { extendQueue } from "../../app/review/open-queue.ts";
import { readProgress } from "../../app/review/read-progress.ts";
import { takeBack, takeBackBulk } from "../../app/review/take-back.ts";
import { shop, startAt } from "../support/content/shop.ts";
import { anna, aReview, contentStateOf, idOf, mia, refresh, stateOf, target, warning, write } from "./review-world.ts";

type World = Awaited<ReturnType<typeof aReview>>;

let made = 0;

async function decide(
  { deps, db }: World,
  productId: string,
  verdict: Verdict,
  more: Partial<Decision> = {},
): Promise<{ id: string; result: Awaited<ReturnType<typeof decideProduct>> }> {
  const id = more.id ?? `decision-${++made}`;
  const drafts = await db.orm
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId), eq(versions.state, "draft")));
  const seen = { versionIds: drafts.map((draft) => draft.id), conflicts: [] };
  const decision = { shop, by: anna, queueId: null, target, seen, ...more };
  return { id, result: await decideProduct(deps, { ...decision, id, productId: idOf(productId), verdict }) };
}

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

it("approving a product approves all its drafts, and the queue knows", async () => {
  const world = await aReview(2);
  await write(world.db, "1", { contentType: "desc" });
  const queue = await world.open();
  const { result } = await decide(world, "1", { kind: "approved" }, { queueId: queue.id });
  expect(result).toEqual({ kind: "decided" });
  expect(await stateOf(world.db, "v_1_title")).toBe("approved");
  expect(await stateOf(world.db, "v_1_desc")).toBe("approved");
  expect(await contentStateOf(world.db, "1")).toBe("approved");
  expect(await readProgress(world.deps, shop, queue)).toMatchObject({ open: { clean: 1 }, decided: { approved: 1 } });
});

it("a product that is written again comes once more each time, one that is put off once", async () => {
  const world = await aReview(2);
  const { id: queueId } = await world.open();
  for (let time = 0; time < 3; time++) {
    await decide(world, "1", { kind: "written_again" }, { queueId });
    await decide(world, "2", { kind: "later" }, { queueId });
  }
  const handed = await handOut(world.deps, { shop, person: anna, queueId, from: 0, count: 10 });
  expect(handed?.products.map(({ productId }) => productId)).toEqual(["1"]);
});

it("a decision that is sent again is the same decision, and takes effect once", async () => {
  const world = await aReview(1);
  const { id, result } = await decide(world, "1", { kind: "approved" });
  const again = await decide(world, "1", { kind: "approved" }, { id });
  expect([result, again.result]).toEqual([{ kind: "decided" }, { kind: "decided" }]);
  expect(await world.db.orm.$count(feedback, eq(feedback.shop, shop))).toBe(1);
  expect(await world.db.orm.$count(reviewDecisions, eq(reviewDecisions.shop, shop))).toBe(1);
});

it("a product with a text that a check blocks is not approved, and none of its texts is", async () => {
  const world = await aReview(1);
  await write(world.db, "1", { contentType: "desc", blocked: true, warnings: [{ ...warning, severity: "block" }] });
  const { result } = await decide(world, "1", { kind: "approved" });
  expect(result).toEqual({ kind: "blocked", texts: 1 });
  expect(await stateOf(world.db, "v_1_title")).toBe("draft");
});

it("texts that came since the person looked are not decided with the others", async () => {
  const world = await aReview(1);
  const seen = { versionIds: ["v_1_title"], conflicts: [] };
  await write(world.db, "1", { contentType: "desc" });
  for (const kind of ["approved", "rejected"] as const) {
    expect((await decide(world, "1", { kind }, { seen })).result).toEqual({ kind: "changed" });
  }
  expect(await stateOf(world.db, "v_1_title")).toBe("draft");
});

it("the first of two people decides, and the second is told who it was", async () => {
  const world = await aReview(2);
  await decide(world, "1", { kind: "approved" }, { by: mia });
  const seen = { versionIds: ["v_1_title"], conflicts: [] };
  const at = world.clock.now();
  expect((await decide(world, "1", { kind: "rejected" }, { seen })).result).toEqual({
    kind: "decided_by",
    person: mia,
    at,
    outcome: "approved",
  });
  await decide(world, "2", { kind: "rejected" }, { by: mia });
  const other = { versionIds: ["v_2_title"], conflicts: [] };
  expect((await decide(world, "2", { kind: "approved" }, { seen: other })).result).toMatchObject({
    kind: "decided_by",
    outcome: "rejected",
  });
});

it("rejecting keeps the reason as feedback, and what was live stays", async () => {
  const world = await aReview(1);
  await decide(world, "1", { kind: "rejected", reason: "Too loud" });
  expect(await contentStateOf(world.db, "1")).toBe("unpublished");
  expect(await world.db.orm.select().from(feedback).where(eq(feedback.shop, shop))).toMatchObject([
    { kind: "rejected", comment: "Too loud" },
  ]);
});

it("what is put off comes once more at the end, and then stays aside", async () => {
  const world = await aReview(2);
  const queue = await world.open();
  const ids = async () => {
    const handed = await handOut(world.deps, { shop, person: anna, queueId: queue.id, from: 0, count: 5 });
    return handed?.products.map(({ productId }) => productId);
  };
  await decide(world, "1", { kind: "later" }, { queueId: queue.id });
  expect(await ids()).toEqual(["2", "1"]);
  world.clock.advance(1);
  await decide(world, "1", { kind: "later" }, { queueId: queue.id });
  expect(await ids()).toEqual(["2"]);
  expect(await stateOf(world.db, "v_1_title")).toBe("draft");
  // Put aside it is no newcomer, and one product however often it was put off; with a new text it comes again.
  expect(await readProgress(world.deps, shop, queue)).toMatchObject({ decided: { later: 1 }, newcomers: 0 });
  world.clock.advance(1);
  await write(world.db, "1", { id: "newer", createdAt: world.clock.now() });
  expect(await readProgress(world.deps, shop, queue)).toMatchObject({ decided: { later: 1 }, newcomers: 1 });
  await extendQueue(world.deps, { shop, person: anna, id: queue.id });
  await decide(world, "1", { kind: "approved" }, { queueId: queue.id });
  expect((await readProgress(world.deps, shop, queue)).decided).toEqual({ approved: 1 });
});

it("what is passed on waits for others at once, and comes to its person no more in this queue", async () => {
  const world = await aReview(2);
  const [hers, other] = [await world.open(anna), await world.open(mia)];
  const handed = async (queueId: string, person: string) => {
    const next = await handOut(world.deps, { shop, person, queueId, from: 0, count: 5 });
    return next?.products.map(({ productId }) => productId);
  };
  expect(await handed(hers.id, anna)).toEqual(["1", "2"]);
  expect(await handed(other.id, mia)).toEqual([]);
  const { id } = await decide(world, "1", { kind: "passed" }, { queueId: hers.id });
  expect(await handed(other.id, mia)).toEqual(["1"]);
  expect(await handed(hers.id, anna)).toEqual(["2"]);
  expect(await readProgress(world.deps, shop, hers)).toMatchObject({
    ...{ open: { clean: 1 }, decided: { passed: 1 }, newcomers: 0 },
  });
  expect(await stateOf(world.db, "v_1_title")).toBe("draft");
  expect(await takeBack(world.deps, { shop, by: anna, id })).toEqual({ kind: "taken_back" });
  expect(await readProgress(world.deps, shop, hers)).toMatchObject({ open: { clean: 2 } });
});

it("a person comes back behind the product that they decided last, and to one that they took back", async () => {
  const world = await aReview(4);
  const { id: queueId } = await world.open();
  const comesBackTo = async () => (await world.open()).position;
  await handOut(world.deps, { shop, person: anna, queueId, from: 0, count: 4 });
  await decide(world, "1", { kind: "approved" }, { queueId });
  expect(await comesBackTo()).toBe(1);
  const { id } = await decide(world, "3", { kind: "rejected" }, { queueId });
  expect(await comesBackTo()).toBe(3);
  await decide(world, "2", { kind: "approved" }, { queueId, bulk: "at-once-1" });
  expect(await comesBackTo()).toBe(3);
  await takeBack(world.deps, { shop, by: anna, id });
  expect(await comesBackTo()).toBe(2);
  await takeBackBulk(world.deps, { shop, by: anna, bulk: "at-once-1" });
  expect(await comesBackTo()).toBe(2);
});

it("a conflict is decided for the live text or for ours, and only the one that was seen", async () => {
  const world = await aReview(2);
  for (const id of ["1", "2"]) await inConflict(world, id);
  const seen = { versionIds: [], conflicts: [{ contentType: "title", detectedAt: 5 }] };
  const other = { versionIds: [], conflicts: [{ contentType: "title", detectedAt: 4 }] };
  expect((await decide(world, "1", { kind: "conflicts", keep: "theirs" }, { seen: other })).result).toEqual({
    kind: "changed",
  });
  await decide(world, "1", { kind: "conflicts", keep: "theirs" }, { seen });
  await decide(world, "2", { kind: "conflicts", keep: "ours" }, { seen });
  expect(await stateOf(world.db, "v_1_title")).toBe("rejected");
  expect(await stateOf(world.db, "v_2_title")).toBe("approved");
  expect(await world.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(0);
});

it("each decision can be taken back: texts, conflicts, feedback and the place in the queue are what they were", async () => {
  const world = await aReview(5);
  await write(world.db, "1", { id: "older", state: "approved", createdAt: startAt - 9 });
  for (const id of ["4", "5"]) await inConflict(world, id);
  const queue = await world.open();
  const rows = () => world.db.orm.select().from(versions).where(eq(versions.shop, shop)).orderBy(versions.id);
  const before = { versions: await rows(), progress: await readProgress(world.deps, shop, queue) };
  const seen = { versionIds: [], conflicts: [{ contentType: "title", detectedAt: 5 }] };
  const verdicts: [string, Verdict, object][] = [
    ["1", { kind: "approved" }, {}],
    ["2", { kind: "rejected", reason: "No" }, {}],
    ["3", { kind: "later" }, {}],
    ["4", { kind: "conflicts", keep: "theirs" }, { seen }],
    ["5", { kind: "conflicts", keep: "ours" }, { seen }],
  ];
  const ids = [];
  for (const [productId, verdict, more] of verdicts) {
    world.clock.advance(1_000);
    const { id, result } = await decide(world, productId, verdict, { queueId: queue.id, ...more });
    expect(result).toEqual({ kind: "decided" });
    ids.push(id);
  }
  expect(await stateOf(world.db, "older")).toBe("superseded");
  for (const id of ids.toReversed()) {
    expect(await takeBack(world.deps, { shop, by: mia, id })).toEqual({ kind: "not_found" });
    expect(await takeBack(world.deps, { shop, by: anna, id })).toEqual({ kind: "taken_back" });
    expect(await takeBack(world.deps, { shop, by: anna, id })).toEqual({ kind: "taken_back" });
  }
  const withoutDigest = (list: Awaited<ReturnType<typeof rows>>) =>
    list.map(({ baseDigest: _, ...row }) => ({ ...row, decidedAt: null }));
  expect(withoutDigest(await rows())).toEqual(withoutDigest(before.versions));
  expect(await readProgress(world.deps, shop, queue)).toMatchObject({ open: before.progress.open });
  expect(await world.db.orm.$count(feedback, eq(feedback.shop, shop))).toBe(0);
  expect(await world.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(2);
});

it("a decision is not taken back when its text is live, or another one took its place, and nothing of it is", async () => {
  const world = await aReview(2);
  await write(world.db, "1", { contentType: "desc" });
  const first = await decide(world, "1", { kind: "approved" });
  await world.db.orm
    .update(versions)
    .set({ state: "published", publishedAt: 77 })
    .where(and(eq(versions.shop, shop), eq(versions.id, "v_1_desc")));
  expect(await takeBack(world.deps, { shop, by: anna, id: first.id })).toEqual({ kind: "published", at: 77 });
  expect(await stateOf(world.db, "v_1_title")).toBe("approved");
  const second = await decide(world, "2", { kind: "rejected" });
  world.clock.advance(1);
  await write(world.db, "2", { id: "newer", createdAt: world.clock.now() });
  expect(await takeBack(world.deps, { shop, by: anna, id: second.id })).toEqual({ kind: "changed" });
  expect(await stateOf(world.db, "v_2_title")).toBe("rejected");
});

it("our text of a conflict is not taken back once it is live, and a conflict about a text that is none of ours now does not come back", async () => {
  const world = await aReview(3);
  for (const id of ["1", "2", "3"]) await inConflict(world, id);
  const seen = { versionIds: [], conflicts: [{ contentType: "title", detectedAt: 5 }] };
  const become = async (productId: string, state: "published" | "superseded") => {
    await world.db.orm
      .update(versions)
      .set({ state, publishedAt: 7 })
      .where(and(eq(versions.shop, shop), eq(versions.productId, productId)));
    await refresh(world.db, productId);
  };
  const ours = await decide(world, "1", { kind: "conflicts", keep: "ours" }, { seen });
  await become("1", "published");
  const rows = () => world.db.orm.select().from(versions).where(eq(versions.shop, shop)).orderBy(versions.id);
  const before = await rows();
  expect(await takeBack(world.deps, { shop, by: anna, id: ours.id })).toEqual({ kind: "published", at: 7 });
  expect(await rows()).toEqual(before);
  expect(await contentStateOf(world.db, "1")).toBe("published");

  const replaced = await decide(world, "2", { kind: "conflicts", keep: "ours" }, { seen });
  await become("2", "superseded");
  expect(await takeBack(world.deps, { shop, by: anna, id: replaced.id })).toEqual({ kind: "changed" });

  await become("3", "superseded");
  const late = await decide(world, "3", { kind: "conflicts", keep: "theirs" }, { seen });
  expect(await takeBack(world.deps, { shop, by: anna, id: late.id })).toEqual({ kind: "taken_back" });
  expect(await stateOf(world.db, "v_3_title")).toBe("superseded");
  expect(await world.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(0);
});

it("who approved a text stays known when its conflict is decided for it and that is taken back", async () => {
  const world = await aReview(1);
  await inConflict(world, "1");
  await world.db.orm.update(versions).set({ decidedBy: mia, decidedAt: 3 }).where(eq(versions.shop, shop));
  const seen = { versionIds: [], conflicts: [{ contentType: "title", detectedAt: 5 }] };
  const { id } = await decide(world, "1", { kind: "conflicts", keep: "ours" }, { seen });
  expect(await takeBack(world.deps, { shop, by: anna, id })).toEqual({ kind: "taken_back" });
  const [row] = await world.db.orm.select().from(versions).where(eq(versions.shop, shop));
  expect(row).toMatchObject({ state: "approved", decidedBy: mia, decidedAt: 3, base: "Before" });
});

it("a text that is written for another place of the product does not stand in the way of taking back", async () => {
  const world = await aReview(1);
  const { id } = await decide(world, "1", { kind: "approved" });
  world.clock.advance(1);
  await write(world.db, "1", { contentType: "desc", createdAt: world.clock.now() });
  expect(await takeBack(world.deps, { shop, by: anna, id })).toEqual({ kind: "taken_back" });
});

it("all products without findings are approved at once, but those that others have, and taken back at once", async () => {
  const world = await aReview(27);
  await write(world.db, "3", { contentType: "desc", warnings: [warning] });
  const [queue, other] = [await world.open(anna), await world.open(mia)];
  await handOut(world.deps, { shop, person: mia, queueId: other.id, from: 0, lane: "clean", count: 1 });
  const asked = { shop, by: anna, queueId: queue.id, bulk: "bulk-0001" };
  expect(await approveClean(world.deps, asked)).toEqual({ approved: 25, left: 0 });
  expect(await approveClean(world.deps, asked)).toEqual({ approved: 0, left: 0 });
  expect(await approveClean(world.deps, { ...asked, by: mia })).toBeNull();
  expect(await readProgress(world.deps, shop, queue)).toMatchObject({
    open: { clean: 1, warnings: 1 },
    decided: { approved: 25 },
  });
  await world.db.orm
    .update(versions)
    .set({ state: "published" })
    .where(and(eq(versions.shop, shop), eq(versions.id, "v_2_title")));
  const back = { shop, by: anna, bulk: "bulk-0001" };
  expect(await takeBackBulk(world.deps, back)).toEqual({ takenBack: 24, stayed: 1 });
  expect(await takeBackBulk(world.deps, back)).toEqual({ takenBack: 0, stayed: 1 });
});

it("an id that decided one product decides no other", async () => {
  const world = await aReview(2);
  const { id } = await decide(world, "1", { kind: "approved" });
  const { result } = await decide(world, "2", { kind: "approved" }, { id });
  expect(result).toEqual({ kind: "changed" });
  expect(await stateOf(world.db, "v_2_title")).toBe("draft");
});
