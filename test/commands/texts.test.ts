import { and, desc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readProduct } from "../../app/catalog/read-product.ts";
import { approveTexts } from "../../app/commands/texts/approve-texts.ts";
import { checkText } from "../../app/commands/texts/check-text.ts";
import { decideConflict } from "../../app/commands/texts/decide-conflict.ts";
import { editTexts } from "../../app/commands/texts/edit-texts.ts";
import { publishTexts } from "../../app/commands/texts/publish-texts.ts";
import { regenerateTexts } from "../../app/commands/texts/regenerate-texts.ts";
import { rejectText } from "../../app/commands/texts/reject-text.ts";
import { restoreText } from "../../app/commands/texts/restore-text.ts";
import { saveAttributes } from "../../app/commands/texts/save-attributes.ts";
import { saveKeywords } from "../../app/commands/texts/save-keywords.ts";
import { undoPublication } from "../../app/commands/texts/undo-publication.ts";
import { writeText } from "../../app/commands/texts/write-text.ts";
import type { Db } from "../../app/db/open.ts";
import { conflicts, feedback, jobItems, jobs, products, versions } from "../../app/db/schema/index.ts";
import { jobIdSchema, productIdSchema } from "../../app/lib/brand.ts";
import type { HeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { otherShop, productId, shop, storeProduct } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const unknown = productIdSchema.parse("404");

/** The versions of a text, the newest first. */
async function versionsOf({ db }: { db: Db }, contentType: string) {
  return db.orm
    .select({ id: versions.id, body: versions.body, state: versions.state, decidedBy: versions.decidedBy })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId), eq(versions.contentType, contentType)))
    .orderBy(desc(versions.createdAt));
}

it("editing texts saves drafts, and decides the conflict of a text that was in one", async () => {
  const { deps, has } = await aShop();
  const [title] = await versionsOf(deps, "title");
  const edits = [
    { contentType: "desc", body: "<p>Of linen.</p>", seen: has.draft },
    { contentType: "title", body: "Linen shirt", seen: title?.id },
  ];
  expect(await editTexts.run(deps, anna, { productId, edits })).toEqual({ kind: "saved" });
  expect((await versionsOf(deps, "desc"))[0]).toMatchObject({ body: "<p>Of linen.</p>", state: "draft" });
  expect((await versionsOf(deps, "title"))[0]).toMatchObject({ body: "Linen shirt", state: "draft" });
  expect(await deps.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(0);
});

it("editing texts saves none of them when one is another one than was seen", async () => {
  const { deps, has } = await aShop();
  const before = await deps.db.orm.$count(versions, eq(versions.shop, shop));
  const edits = [
    { contentType: "seo_title", body: "Shirts", seen: null },
    { contentType: "desc", body: "<p>Of linen.</p>", seen: has.earlier },
  ];
  expect(await editTexts.run(deps, anna, { productId, edits })).toEqual({ kind: "stale" });
  expect(await deps.db.orm.$count(versions, eq(versions.shop, shop))).toBe(before);
});

it("what is saved in one sitting is one version, edited from what was there before, and never over somebody else's", async () => {
  const { deps, has } = await aShop();
  const write = async (body: string, seen: string | null, continues: boolean) =>
    writeText.run(deps, anna, {
      ...{ productId, contentType: "desc", body, seen },
      sitting: { continues, ends: false },
    });
  const before = await versionsOf(deps, "desc");
  const first = await write("<p>Of l</p>", has.draft, false);
  const second = await write("<p>Of linen.</p>", first.kind === "saved" ? first.draft.id : null, true);
  if (first.kind !== "saved" || second.kind !== "saved") throw new Error("not saved");
  const after = await versionsOf(deps, "desc");
  expect(after).toHaveLength(before.length + 1);
  expect(after[0]).toMatchObject({ id: second.draft.id, body: "<p>Of linen.</p>", state: "draft" });
  expect(second.draft.parentId).toBe(has.draft);
  // A version that the person only saw is followed, whatever the asker says of it.
  expect(await write("<p>Of flax.</p>", has.draft, true)).toMatchObject({
    kind: "elsewhere",
    newest: { id: second.draft.id },
  });
  expect(await versionsOf(deps, "desc")).toEqual(after);
});

it("what goes on after the sitting has ended, or half a day later, or behind a version that was saved once, is a version of its own", async () => {
  const { deps, clock } = await aShop();
  const write = async (body: string, seen: string | null, sitting?: { continues: boolean; ends: boolean }) => {
    const edits = [{ contentType: "desc", body, seen, ...(sitting ? { sitting } : {}) }];
    expect(await editTexts.run(deps, anna, { productId, edits })).toEqual({ kind: "saved" });
    return versionsOf(deps, "desc");
  };
  const [had] = await versionsOf(deps, "desc");
  const goesOn = { continues: true, ends: false };
  const follows = async (before: Awaited<ReturnType<typeof write>>, body: string) => {
    const seen = before[0]?.id ?? null;
    const after = await write(body, seen, goesOn);
    expect(after.map(({ id }) => id)).toEqual([after[0]?.id, ...before.map(({ id }) => id)]);
    return after;
  };
  const once = await write("<p>Of linen.</p>", had?.id ?? null);
  const open = await follows(once, "<p>Of fine linen.</p>");
  clock.advance(12 * 3_600_000);
  const still = await write("<p>Of very fine linen.</p>", open[0]?.id ?? null, goesOn);
  expect(still).toHaveLength(open.length);
  clock.advance(12 * 3_600_000 + 1);
  const late = await follows(still, "<p>Of the finest linen.</p>");
  const ended = await write("<p>Of flax.</p>", late[0]?.id ?? null, { continues: true, ends: true });
  expect(ended).toHaveLength(late.length);
  await follows(ended, "<p>Of fine flax.</p>");
});

it("checking words tells what is found in them, and stores nothing", async () => {
  const { deps } = await aShop();
  const before = await deps.db.orm.$count(versions, eq(versions.shop, shop));
  const body = "<p>A shirt of washed linen, 9 kg.</p>";
  const checked = await checkText.run(deps, anna, { productId, contentType: "desc", body });
  expect(checked.kind === "checked" && checked.warnings.some(({ quote }) => quote?.includes("9 kg"))).toBe(true);
  expect(await deps.db.orm.$count(versions, eq(versions.shop, shop))).toBe(before);
});

it("editing texts has different results for too much, a text that is not valid and a product that is gone", async () => {
  const { deps } = await aShop();
  const edit = (body: string, id = productId, times = 1) =>
    editTexts.run(deps, anna, { productId: id, edits: Array(times).fill({ contentType: "seo_desc", body }) });
  expect(await edit("x".repeat(200_000), productId, 6)).toEqual({ kind: "too_much" });
  expect(await edit(" ")).toEqual({
    kind: "invalid",
    problems: [{ contentType: "seo_desc", problem: { code: "text_empty" } }],
  });
  expect(await edit("A shirt", unknown)).toEqual({ kind: "not_found" });
});

it("editing texts saves none of them when one is not valid, gone, unknown or given twice, and decides no conflict", async () => {
  const { deps } = await aShop();
  const before = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
  const edit = (...edits: { contentType: string; body: string | string[] }[]) =>
    editTexts.run(deps, anna, { productId, edits: [{ contentType: "title", body: "Linen shirt" }, ...edits] });
  const seoTitle = { contentType: "seo_title", body: "Linen shirt, washed" };
  const refused = [
    [{ contentType: "seo_desc", body: " " }, "text_empty"],
    [{ contentType: "image_alt_999", body: "A folded shirt" }, "image_gone"],
    [{ contentType: "image_alt", body: "A folded shirt" }, "image_not_named"],
    [{ contentType: "no_such_type", body: "A folded shirt" }, "content_type_gone"],
    [{ contentType: "seo_title", body: "Another" }, "text_given_twice"],
    [{ contentType: "bullets", body: "Of linen" }, "bullets_too_long"],
    [{ contentType: "desc", body: ["Of linen"] }, "text_too_long"],
  ] as const;
  for (const [{ contentType, body }, code] of refused) {
    const result = await edit(seoTitle, { contentType, body: typeof body === "string" ? body : [...body] });
    expect(result, contentType).toMatchObject({ kind: "invalid", problems: [{ contentType, problem: { code } }] });
  }
  expect(await deps.db.orm.select().from(versions).where(eq(versions.shop, shop))).toEqual(before);
  expect(await deps.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(1);
  expect(await edit(seoTitle)).toEqual({ kind: "saved" });
});

it("editing texts saves none of them when the check of a long one fails", async () => {
  const { deps } = await aShop();
  const before = await deps.db.orm.$count(versions, eq(versions.shop, shop));
  const heavy: HeavyChecks = { enter: () => Promise.reject(new Error("no thread is free")), close: async () => {} };
  const edits = [
    { contentType: "seo_title", body: "Shirts" },
    { contentType: "desc", body: "A linen shirt. ".repeat(6_000) },
  ];
  await expect(editTexts.run({ ...deps, heavy }, anna, { productId, edits })).rejects.toThrow("no thread is free");
  expect(await deps.db.orm.$count(versions, eq(versions.shop, shop))).toBe(before);
});

it("texts that are given are saved together or not at all", async () => {
  const { deps } = await aShop();
  const before = await deps.db.orm.$count(versions, eq(versions.shop, shop));
  const given = ["seo_title", "image_alt_999"];
  const fieldNotes = { seo_title: "Shirts", image_alt_999: "A folded shirt" };
  const asked = { productId, agentModel: "v2" as const, allImages: false, contentTypes: given, given, fieldNotes };
  expect(await regenerateTexts.run(deps, anna, asked)).toEqual({
    kind: "invalid",
    problems: [{ code: "content_refused", contentType: "image_alt_999", problem: { code: "image_gone" } }],
  });
  expect(await deps.db.orm.$count(versions, eq(versions.shop, shop))).toBe(before);
});

it("a text is decided and published only as what it is: a text of a product that the shop has", async () => {
  const { deps, has } = await aShop();
  const second = productIdSchema.parse("1002");
  await storeProduct(deps.db, { id: second });
  for (const id of [second, unknown]) {
    const approve = { productId: id, versionIds: [has.draft], override: true };
    expect(await approveTexts.run(deps, anna, approve)).toEqual({ kind: "not_found" });
    expect(await rejectText.run(deps, anna, { productId: id, versionId: has.draft })).toEqual({ kind: "not_found" });
  }
  expect((await versionsOf(deps, "desc"))[0]).toMatchObject({ id: has.draft, state: "draft" });
  const publish = (id: typeof unknown, contentTypes: string[]) =>
    publishTexts.run(deps, anna, { productId: id, contentTypes });
  expect(await publish(unknown, ["title"])).toEqual({ kind: "not_found" });
  expect(await publish(productId, ["title", "no_such_type"])).toEqual({ kind: "unknown_content_type" });
  await deps.db.orm
    .update(products)
    .set({ goneAt: 1 })
    .where(and(eq(products.shop, shop), eq(products.id, productId)));
  expect(await publish(productId, ["title"])).toEqual({ kind: "not_found" });
});

it("restoring a text makes a new draft of it, once, and only over the text that was seen", async () => {
  const { deps, has } = await aShop();
  const restore = (versionId: string, seen: string | null) =>
    restoreText.run(deps, anna, { productId, versionId, seen });
  expect(await restore(has.earlier, has.earlier)).toEqual({ kind: "stale" });
  expect(await restore("ver_404", has.draft)).toEqual({ kind: "no_place" });
  expect(await restore(has.earlier, has.draft)).toEqual({ kind: "restored" });
  const [newest] = await versionsOf(deps, "desc");
  expect(newest).toMatchObject({ body: "<p>A linen shirt with two chest pockets.</p>", state: "draft" });
  expect(await restore(has.earlier, newest?.id ?? "")).toEqual({ kind: "unchanged" });
});

it("approving texts counts them and those that were approved before, and leaves those that a newer text replaced", async () => {
  const { deps, has } = await aShop();
  const approve = (versionId: string) =>
    approveTexts.run(deps, anna, { productId, versionIds: [versionId], override: false });
  expect(await approve(has.draft)).toEqual({ kind: "approved", approved: 1, blockedLeft: 0 });
  expect((await versionsOf(deps, "desc"))[0]).toMatchObject({ state: "approved", decidedBy: "user:1" });
  expect(await approve(has.draft)).toEqual({ kind: "approved_already" });
  expect(await approve(has.earlier)).toEqual({ kind: "superseded" });
});

it("approving texts skips a draft that a check blocks, unless it is the only one and the block is overridden", async () => {
  const { deps, has } = await aShop();
  await deps.db.orm
    .update(versions)
    .set({ blocked: true })
    .where(and(eq(versions.shop, shop), eq(versions.id, has.draft)));
  const approve = (override: boolean) => approveTexts.run(deps, anna, { productId, versionIds: [has.draft], override });
  expect(await approve(false)).toEqual({ kind: "blocked" });
  expect(await approve(true)).toEqual({ kind: "approved", approved: 1, blockedLeft: 0 });
});

it("rejecting a text keeps the reason, is as good as done the second time, and leaves what was replaced", async () => {
  const { deps, has } = await aShop();
  await deps.db.orm
    .update(versions)
    .set({ origin: "generated" })
    .where(and(eq(versions.shop, shop), eq(versions.id, has.draft)));
  const reject = (versionId: string) => rejectText.run(deps, anna, { productId, versionId, reason: "Too plain" });
  expect(await reject(has.draft)).toEqual({ kind: "rejected" });
  expect(await reject(has.draft)).toEqual({ kind: "rejected" });
  expect(await reject(has.earlier)).toEqual({ kind: "superseded" });
  const kept = await deps.db.orm.select().from(feedback).where(eq(feedback.shop, shop));
  expect(kept.filter(({ kind }) => kind === "rejected")).toMatchObject([{ comment: "Too plain" }]);
});

it("writing texts again starts a job of what the model writes, and saves what is given", async () => {
  const { deps } = await aShop();
  const asked = { productId, agentModel: "v2" as const, allImages: false, notes: "For campers" };
  const started = await regenerateTexts.run(deps, anna, {
    ...asked,
    contentTypes: ["desc", "bullets"],
    fieldNotes: { desc: "Shorter", bullets: "Of washed linen" },
    given: ["bullets"],
    ...{ allImages: true, onlyMissing: true, lane: "batch" },
  });
  expect(started).toEqual({ kind: "started", jobId: expect.any(String), modelRefused: false });
  const jobId = "jobId" in started ? started.jobId : "";
  const [job] = await deps.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
  expect(job?.payload).toMatchObject({
    ...{ contentTypes: ["desc"], agentModel: "v2", notes: "For campers" },
    ...{ onlyMissing: true, allImages: false, lane: "batch" },
  });
  expect(await versionsOf(deps, "bullets")).toMatchObject([{ body: ["Of washed linen"], state: "draft" }]);
  const given = { ...asked, contentTypes: ["title"], given: ["title"] };
  expect(await regenerateTexts.run(deps, anna, { ...given, fieldNotes: { title: "Shirt" } })).toEqual({
    kind: "saved",
  });
  expect(await regenerateTexts.run(deps, anna, { ...given, fieldNotes: {} })).toEqual({
    kind: "invalid",
    problems: [{ code: "content_empty", field: "title" }],
  });
  expect(await regenerateTexts.run(deps, anna, { ...given, productId: unknown, fieldNotes: { title: "x" } })).toEqual({
    kind: "not_found",
  });
});

it("attributes of one's own are replaced as they were seen, and nowhere else", async () => {
  const { deps } = await aShop();
  const linen = [{ name: "Weave", value: "plain" }];
  const save = (seen: typeof linen, id = productId) =>
    saveAttributes.run(deps, anna, { productId: id, attributes: linen, seen });
  expect(await save(linen)).toEqual({ kind: "stale" });
  expect(await save([])).toEqual({ kind: "saved", changed: true });
  expect(await save(linen)).toEqual({ kind: "saved", changed: false });
  expect(await save([], unknown)).toEqual({ kind: "not_found" });
  const twice = { productId, attributes: [...linen, ...linen], seen: linen };
  expect(await saveAttributes.run(deps, anna, twice)).toEqual({
    kind: "invalid",
    problem: { code: "attribute_named_twice" },
  });
  expect((await readProduct(deps, shop, productId))?.ownAttributes).toEqual(linen);
});

it("keywords of one's own are replaced as they were seen, as lists or as a person writes them", async () => {
  const { deps } = await aShop();
  const groups = [{ name: "primary", terms: ["linen shirt", "summer shirt"] }];
  const written = [{ name: "primary", text: "linen shirt, summer shirt" }];
  const save = (wanted: typeof groups | typeof written, seen: typeof groups) =>
    saveKeywords.run(deps, anna, { productId, groups: wanted, seen });
  expect(await save(groups, groups)).toEqual({ kind: "stale" });
  expect(await save(written, [])).toEqual({ kind: "saved", changed: true });
  expect(await save(groups, groups)).toEqual({ kind: "saved", changed: false });
  expect(await save([...groups, ...groups], groups)).toEqual({
    kind: "invalid",
    problem: { code: "keyword_group_named_twice" },
  });
  expect(await saveKeywords.run(deps, anna, { productId: unknown, groups, seen: [] })).toEqual({ kind: "not_found" });
});

it("publishing texts of a product enqueues it alone, with the chosen content types", async () => {
  const { deps } = await aShop();
  const started = await publishTexts.run(deps, anna, { productId, contentTypes: ["title"] });
  expect(started).toEqual({ kind: "started", jobId: expect.any(String) });
  const jobId = "jobId" in started ? started.jobId : "";
  const ofJob = and(eq(jobs.shop, shop), eq(jobs.id, jobId));
  expect(await deps.db.orm.select().from(jobs).where(ofJob)).toMatchObject([
    { kind: "publish", total: 1, payload: { contentTypes: ["title"] } },
  ]);
});

it("a conflict is decided as it was seen: what was found anew since is left", async () => {
  const { deps } = await aShop();
  const [conflict] = await deps.db.orm.select().from(conflicts).where(eq(conflicts.shop, shop));
  const decide = (detectedAt: number) =>
    decideConflict.run(deps, anna, { productId, contentType: "title", keep: "theirs", detectedAt });
  const seenAt = conflict?.detectedAt ?? 0;
  expect(await decide(seenAt - 1)).toEqual({ kind: "stale" });
  expect(await decide(seenAt)).toEqual({ kind: "decided" });
  expect(await deps.db.orm.$count(conflicts, eq(conflicts.shop, shop))).toBe(0);
  expect((await versionsOf(deps, "title"))[0]).toMatchObject({ state: "rejected", decidedBy: "user:1" });
});

it("the last publication of a product is undone as it was seen, and another shop's product has none", async () => {
  const { deps, has } = await aShop();
  await storeProduct(deps.db, { shop: otherShop });
  const undo = (writeBackId?: string, asker = anna) => undoPublication.run(deps, asker, { productId, writeBackId });
  expect(await undo("wb_0")).toEqual({ kind: "stale" });
  expect(await undo(undefined, { shop: otherShop, by: "user:2" })).toEqual({ kind: "nothing_to_undo" });
  const started = await undo(has.writeBack);
  expect(started).toEqual({ kind: "started", jobId: expect.any(String) });
  const jobId = jobIdSchema.parse("jobId" in started ? started.jobId : "");
  const items = await deps.db.orm
    .select({ payload: jobItems.payload })
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  expect(items).toMatchObject([{ payload: { productId, writeBackId: has.writeBack } }]);
});
