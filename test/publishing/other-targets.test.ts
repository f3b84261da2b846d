import { and, asc, eq, ne, or } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { readPrimaryTarget } from "../../app/catalog/read-primary-target.ts";
import { readProduct } from "../../app/catalog/read-product.ts";
import { conflicts, feedback, versions, writeBacks } from "../../app/db/schema/index.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { checkOpenWrites, startWriteChecks } from "../../app/publishing/check-open-writes.ts";
import { readLastWrites } from "../../app/publishing/last-writes.ts";
import { listConflicts } from "../../app/publishing/list-conflicts.ts";
import { listWriteBacks } from "../../app/publishing/list-write-backs.ts";
import { publishProduct } from "../../app/publishing/publish-product.ts";
import { resolveConflict } from "../../app/publishing/resolve-conflict.ts";
import { slotColumns, slotNamed } from "../../app/texts/slot.ts";
import { storeTarget, type Target, targetKey } from "../../app/texts/target.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { approvedLosses } from "../../app/versions/approved-losses.ts";
import { countBlockedDrafts } from "../../app/versions/count-blocked-drafts.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { productsApprovedOfJob } from "../../app/versions/read-approved.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { readSourceFacts } from "../../app/versions/read-source-facts.ts";
import { rejectVersion } from "../../app/versions/reject-version.ts";
import { readWaitingTexts } from "../../app/versions/waiting-texts.ts";
import { shop } from "../shopify/open-store.ts";
import { inEnglish } from "../support/places.ts";
import { free, openWorld, type World } from "./publishing-world.ts";

const by = "user:1";
const inGerman = storeTarget("de");
const onGoogle: Target = { ...inEnglish, channel: "google" };
const inSwitzerland: Target = { ...inEnglish, market: "7" };
const others = [inGerman, inSwitzerland, onGoogle];
const states = ["draft", "approved", "published", "rejected", "superseded"] as const;

type Row = Partial<typeof versions.$inferInsert>;

async function insertVersion(world: World, id: string, target: Target, row: Row = {}): Promise<string> {
  await world.db.orm.insert(versions).values({
    ...{ id, shop, productId: world.productId, ...slotColumns("title"), ...target },
    ...{ state: "draft" as const, origin: "generated" as const, body: `Words of ${id}`, warnings: [], blocked: false },
    ...{ evidence: [], base: "Base", baseDigest: "b", factsDigest: "f", configDigest: "c", createdAt: 1 },
    ...row,
  });
  return id;
}

/** A title in each state, a conflict and a translation's write-backs for each other target, beside the shop's own texts. */
async function withOtherTargets(): Promise<World> {
  const world = await openWorld();
  const { db, productId } = world;
  const live = (await world.live()).texts.title ?? null;
  for (const [i, target] of others.entries()) {
    for (const state of states) await insertVersion(world, `other-${i}-${state}`, target, { state, blocked: true });
    const versionId = `other-${i}-approved`;
    const about = { shop, productId, ...slotColumns("title"), ...target, versionId };
    await db.orm.insert(conflicts).values({ ...about, base: "Base", theirs: "Theirs", ours: "Ours", detectedAt: 5 });
    // Its `before` is the text of the shop's own page: the two must not be confused.
    const field = { slot: slotNamed("title"), target, versionId, before: live, sent: "Sent", answered: "Sent" };
    for (const state of ["writing", "verified", "failed"] as const) {
      const id = `other-${i}-${state}`;
      // As if the shop showed by now what was given up.
      const fields = [state === "failed" ? { ...field, before: "Before", sent: live, answered: null } : field];
      const row = { id, shop, productId, writer: "translation" as const, state, fields };
      await db.orm.insert(writeBacks).values({ ...row, createdAt: world.clock.now(), writtenAt: world.clock.now() });
    }
  }
  return world;
}

async function rowsOf({ db }: World, which: "own" | "other") {
  const isOwn = (table: typeof versions | typeof conflicts) =>
    and(eq(table.locale, "en"), eq(table.market, ""), eq(table.channel, "store"));
  const isOther = (table: typeof versions | typeof conflicts) =>
    or(ne(table.locale, "en"), ne(table.market, ""), ne(table.channel, "store"));
  const of = which === "own" ? isOwn : isOther;
  const writer = which === "own" ? "product" : "translation";
  return {
    versions: await db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), of(versions)))
      .orderBy(asc(versions.id)),
    conflicts: await db.orm
      .select()
      .from(conflicts)
      .where(and(eq(conflicts.shop, shop), of(conflicts)))
      .orderBy(asc(conflicts.locale), asc(conflicts.market), asc(conflicts.channel)),
    writeBacks: await db.orm
      .select()
      .from(writeBacks)
      .where(and(eq(writeBacks.shop, shop), eq(writeBacks.writer, writer)))
      .orderBy(asc(writeBacks.id)),
  };
}

describe("work on the shop's own text leaves texts for other targets as they are", () => {
  test("when it is published, although others were written to moments ago and say what the shop shows", async () => {
    const world = await withOtherTargets();
    const before = await rowsOf(world, "other");
    await world.approve("title");
    expect(await world.publish()).toMatchObject({ kind: "done", published: ["title"], conflicts: [], later: [] });
    expect(await rowsOf(world, "other")).toEqual(before);
    expect(await world.publish()).toMatchObject({ published: [], alreadyLive: [], conflicts: [] });
    expect(world.writes()).toHaveLength(1);
  });

  test("when its publication is undone, also by the job that made all of them", async () => {
    const world = await withOtherTargets();
    const live = (await world.live()).texts.title;
    await world.approve("title");
    await world.publish();
    const before = await rowsOf(world, "other");
    const [own, ...more] = await listWriteBacks(world, { shop, productId: world.productId });
    expect(more).toEqual([]);
    expect(await world.undo(own?.id ?? "")).toMatchObject({ kind: "done", restored: ["title"] });
    expect((await world.live()).texts.title).toBe(live);
    expect(await rowsOf(world, "other")).toEqual(before);
  });

  test("when it is in conflict and a person decides", async () => {
    const world = await withOtherTargets();
    await world.approve("title");
    world.edit({ title: "A title by the merchant" });
    const before = await rowsOf(world, "other");
    expect(await world.publish()).toMatchObject({ published: [], conflicts: ["title"] });
    expect(await rowsOf(world, "other")).toEqual(before);
    const { rows } = await listConflicts(world, { shop, target: inEnglish });
    expect(rows).toMatchObject([{ contentType: "title", theirs: "A title by the merchant" }]);
    const conflict = { shop, productId: world.productId, contentType: "title", target: inEnglish, by };
    expect(await resolveConflict(world, { ...conflict, decision: { kind: "ours" } })).toEqual({ kind: "resolved" });
    expect(await world.publish()).toMatchObject({ published: ["title"] });
    expect(await rowsOf(world, "other")).toEqual(before);
  });

  test("when it is edited, approved with all drafts of its product, and rejected", async () => {
    const world = await withOtherTargets();
    const { productId } = world;
    const before = await rowsOf(world, "other");
    await insertVersion(world, "own-draft", inEnglish);
    const edit = {
      shop,
      productId,
      contentType: "title",
      target: inEnglish,
      by,
      body: "Brook Delta Titanium Dining Table, for the house",
    };
    const edited = await editVersion(world, edit);
    expect(edited).toMatchObject({ outcome: "saved", version: { parentId: "own-draft" } });
    expect(await countBlockedDrafts(world, { shop, productId })).toBe(0);
    const approved = await approveVersions(world, { shop, productIds: [productId], by, onlyClean: false });
    expect(approved).toMatchObject({ approved: 1, blocked: 0 });
    const [version] = edited.outcome === "saved" ? [edited.version.id] : [];
    expect(await rejectVersion(world, { shop, versionId: version ?? "", by })).toBe(true);
    expect(await rowsOf(world, "other")).toEqual(before);
  });
});

describe("work on a text for another target leaves the shop's own as they are", () => {
  test.each([
    ["in another language", inGerman],
    ["for a market", inSwitzerland],
    ["for a channel", onGoogle],
  ])("when a text %s is edited, approved and decided on", async (_which, target) => {
    const world = await withOtherTargets();
    const { db, productId } = world;
    for (const state of states) await insertVersion(world, `own-${state}`, inEnglish, { state });
    await db.orm.insert(conflicts).values({
      ...{ shop, productId, ...slotColumns("title"), ...inEnglish, versionId: "own-approved" },
      ...{ base: "Base", theirs: "Theirs", ours: "Ours", detectedAt: 5 },
    });
    const own = await rowsOf(world, "own");
    const index = others.findIndex((one) => targetKey(one) === targetKey(target));
    const mark = (rows: typeof own) => rows.versions.filter(({ id }) => !id.startsWith(`other-${index}-`));
    const besides = mark(await rowsOf(world, "other")).filter((row) => targetKey(row) !== targetKey(target));

    const edit = { shop, productId, contentType: "title", target, by, body: "Eine Schürze aus Leinen" };
    const edited = await editVersion(world, edit);
    expect(edited).toMatchObject({ outcome: "saved", version: { parentId: `other-${index}-draft`, base: "Base" } });
    // Its first text is made from no live text: what the shop shows is the shop's own.
    const first = await editVersion(world, {
      ...edit,
      contentType: "desc",
      body: "Eine Schürze aus Leinen, gewaschen.",
    });
    expect(first).toMatchObject({ outcome: "saved", version: { base: null } });
    const versionIds = edited.outcome === "saved" ? [edited.version.id] : [];
    await approveVersions(world, { shop, versionIds, by, onlyClean: false, override: true });
    const theirs = { shop, productId, contentType: "title", target, by, decision: { kind: "theirs" as const } };
    await resolveConflict(world, theirs);
    const texts = await readProductTexts(world, { shop, productId, target });
    expect(texts?.find(({ contentType }) => contentType === "title")).toMatchObject({
      live: null,
      approved: { id: versionIds[0] },
    });

    expect(await rowsOf(world, "own")).toEqual(own);
    expect(mark(await rowsOf(world, "other")).filter((row) => targetKey(row) !== targetKey(target))).toEqual(besides);
    const said = await db.orm.select().from(feedback).where(eq(feedback.shop, shop));
    expect(said.map((row) => targetKey(row))).toEqual([targetKey(target)]);
  });
});

describe("what is read for the shop's own texts passes over those for other targets", () => {
  test("the texts of a product, and what other products published for the same image", async () => {
    const world = await openWorld({ fewestImages: 1, catalogue: "sample" });
    const { productId } = world;
    const image = slotColumns(world.alts[0] ?? "");
    for (const [i, target] of others.entries()) {
      await insertVersion(world, `title-${i}`, target, { state: "approved" });
      const published = { ...image, productId: "1", state: "published" as const, publishedAt: 1 };
      await insertVersion(world, `alt-${i}`, target, published);
    }
    const own = await readProductTexts(world, { shop, productId, target: inEnglish });
    expect(own?.length).toBeGreaterThan(1);
    expect(own?.filter(({ newest, approved, history }) => newest || approved || history.length > 0)).toEqual([]);
    for (const [i, target] of others.entries()) {
      const texts = await readProductTexts(world, { shop, productId, target });
      expect(texts?.flatMap(({ history }) => history.map(({ id }) => id))).toEqual([`title-${i}`, `alt-${i}`]);
    }
  });

  test("the texts that wait for a person, and those that a job left approved", async () => {
    const world = await openWorld();
    const { db, productId } = world;
    const jobId = jobIdSchema.parse("job_of_others");
    const waitingFor = (target: Target) => db.do(readWaitingTexts({ shop, productIds: [productId], target }));
    const approvedFor = (target: Target) => db.do(productsApprovedOfJob({ shop, jobId, target }));
    for (const [i, target] of others.entries()) {
      await insertVersion(world, `waiting-${i}`, target, { state: "approved", jobId });
      expect(await waitingFor(target)).toEqual(new Map([[productId, new Set(["title"])]]));
      expect(await approvedFor(target)).toEqual([productId]);
    }
    expect(await waitingFor(inEnglish)).toEqual(new Map());
    expect(await approvedFor(inEnglish)).toEqual([]);
  });

  test("what publishing takes off the pages", async () => {
    const world = await openWorld();
    const lost = { code: "LOST_MEDIA" as const, content_type: "desc", description: "", severity: "warn" as const };
    const texts = { base: '<p>A <img src="a.png"></p>', body: "<p>A</p>", warnings: [lost] };
    const about = { ...slotColumns("desc"), ...texts, state: "approved" as const };
    async function* ofProduct() {
      yield [world.productId];
    }
    for (const [i, target] of others.entries()) await insertVersion(world, `lossy-${i}`, target, about);
    expect(
      await approvedLosses(world, { shop, targets: [await readPrimaryTarget(world, shop)], products: ofProduct() }),
    ).toBeNull();
    await insertVersion(world, "lossy", inEnglish, about);
    expect(
      await approvedLosses(world, { shop, targets: [await readPrimaryTarget(world, shop)], products: ofProduct() }),
    ).toMatchObject({ texts: 1, all: true });
  });

  test("the last write of a field, by its target and by what it was written to", async () => {
    const world = await openWorld();
    const { db, productId } = world;
    const field = { slot: slotNamed("title"), versionId: "v", before: "Before", sent: "Sent", answered: "Sent" };
    const row = { shop, productId, state: "verified" as const, createdAt: 1 };
    const fields = others.map((target) => ({ ...field, target }));
    await db.orm.insert(writeBacks).values([
      { ...row, id: "wb-1", writer: "product", fields },
      { ...row, id: "wb-2", writer: "translation", fields: [{ ...field, target: inEnglish }] },
    ]);
    expect(await readLastWrites(world, { shop, productId, target: inEnglish })).toEqual({});
    expect(await readLastWrites(world, { shop, productId, target: inGerman })).toEqual({
      title: { sent: "Sent", answered: "Sent" },
    });
  });

  test("what people wrote before this app did", async () => {
    const world = await openWorld();
    const { db, productId } = world;
    const live = (await world.live()).texts.title ?? null;
    const field = { slot: slotNamed("title"), target: inGerman, versionId: "v", before: "Ein Tisch", sent: live };
    await db.orm.insert(writeBacks).values({
      ...{ id: "wb-1", shop, productId, writer: "translation", state: "verified", createdAt: 1 },
      fields: [{ ...field, answered: live }],
    });
    const product = await readProduct(world, shop, productId);
    expect(product && (await readSourceFacts(world, product)).title).toBe(live);
  });

  test("what the same item published before, and writes without an answer", async () => {
    const world = await openWorld();
    const { db, clock, productId, deps } = world;
    const field = { slot: slotNamed("title"), target: inGerman, versionId: "v", before: "A", sent: "B", answered: "B" };
    const row = { shop, productId, writer: "translation" as const, fields: [field], createdAt: clock.now() };
    await db.orm.insert(writeBacks).values([
      { ...row, id: "wb-1", state: "verified", jobId: "job-1" },
      { ...row, id: "wb-2", state: "writing" },
    ]);
    expect(await publishProduct(deps, free, { shop, productId, jobId: "job-1" })).toMatchObject({ published: [] });
    clock.advance(10 * 60_000);
    expect(await startWriteChecks(world)).toBe(1);
    world.store.state.deleteProduct(shop, productId);
    expect(await checkOpenWrites(deps, { shop, productId })).toEqual([]);
    expect((await rowsOf(world, "other")).writeBacks.map(({ state }) => state)).toEqual(["verified", "failed"]);
  });
});
