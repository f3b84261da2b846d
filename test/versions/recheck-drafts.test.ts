import { and, eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { readProduct } from "../../app/catalog/read-product.ts";
import { recheckDrafts as askRecheck } from "../../app/commands/rules/recheck-drafts.ts";
import { jobItems, jobs, products, type StoredWarning, versions } from "../../app/db/schema/index.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { runChecks } from "../../app/quality/run-checks.ts";
import { readAssignments, saveAssignments } from "../../app/rules/configs/assignment-rules.ts";
import { createConfig, updateConfig } from "../../app/rules/configs/save-config.ts";
import { type ContentConfig, contentConfigSchema } from "../../app/rules/content-config.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { draftsBehind, openRecheck } from "../../app/versions/drafts-behind.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { readRecheck } from "../../app/versions/read-recheck.ts";
import { readSourceFacts } from "../../app/versions/read-source-facts.ts";
import { recheckDrafts } from "../../app/versions/recheck-drafts.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { inEnglish } from "../support/places.ts";

const heavy = createHeavyChecks({ budgetMs: 120_000 });
afterAll(() => heavy.close());

const by = "user:1";
const before = contentConfigSchema.parse({ client: { forbidden_words: ["amazing"] } });
const now = { client: { forbidden_words: ["must-have"] } };
const examined: StoredWarning = {
  ...{ content_type: "desc", code: "UNSUPPORTED_FACT", description: "no fact says so", severity: "block" },
  id: "examined1",
};
function* leased() {}

/** A product with a draft of each kind, whose rules were changed since: must-have is forbidden now, amazing no more. */
async function aShop({ rules = now }: { rules?: object } = {}) {
  const db = openTestDatabase();
  const clock = testClock();
  await storeProduct(db);
  const deps = { db, clock };
  const made = await createConfig(deps, { shop, by, input: { label: "Ours", content_config: before } });
  if (made.outcome !== "saved") throw new Error(made.outcome);
  const { id: configId, digest: configDigest } = made.config;
  const { digest } = await readAssignments(deps, shop);
  await saveAssignments(deps, { shop, assignments: { rules: [], otherwise: configId }, digest });
  const store = async (version: Partial<typeof versions.$inferInsert>) => {
    await db.orm.insert(versions).values({
      ...{ id: "ver_1", shop, productId, contentType: "desc", locale: "en", state: "draft", origin: "generated" },
      ...{ body: "<p>A must-have shirt.</p>", warnings: [], blocked: false, evidence: [], base: null, baseDigest: "b" },
      ...{ factsDigest: "f", configDigest, createdAt: 1, ...version },
    });
  };
  const change = async (content_config: object) => {
    const changed = await updateConfig(deps, { shop, id: configId, by, input: { label: "Ours", content_config } });
    if (changed.outcome !== "saved") throw new Error(changed.outcome);
    return changed.config.digest;
  };
  const nowDigest = await change(rules);
  return {
    ...{ db, clock, deps, configId, store, change, nowDigest },
    recheck: () => recheckDrafts({ db, heavy }, { shop, productId, assertLease: leased }),
    async draft(id = "ver_1") {
      const [row] = await db.orm.select().from(versions).where(eq(versions.id, id));
      if (!row) throw new Error(`there is no ${id}`);
      return row;
    },
  };
}

it("a translation is held to no keywords of the shop's own language, when rules change and when it is edited", async () => {
  const rules = { keyword_groups: { must: ["terms"] }, keywords: { terms: ["washed linen"] } };
  const { store, recheck, draft, deps } = await aShop({ rules });
  await store({ id: "ver_en" });
  await store({ id: "ver_de", locale: "de", body: "<p>Ein Hemd.</p>" });
  await recheck();
  const codesOf = async (id: string) => (await draft(id)).warnings.map(({ code }) => code);
  expect([await codesOf("ver_en"), await codesOf("ver_de")]).toEqual([["MISSING_KEYWORD"], []]);
  const edit = async (locale: string, body: string) => {
    const target = storeTarget(locale);
    const edited = await editVersion(deps, { shop, productId, contentType: "title", target, body, by });
    if (edited.outcome !== "saved") throw new Error(edited.outcome);
    return edited.version.warnings.map(({ code }) => code);
  };
  expect(await edit("en", "A shirt")).toContain("MISSING_KEYWORD");
  expect(await edit("de", "Ein Hemd aus Leinen")).not.toContain("MISSING_KEYWORD");
});

it("findings follow the rules of now, and what else was found stays as it was", async () => {
  const { store, recheck, draft, change, db, configId, nowDigest } = await aShop();
  const gone: StoredWarning = { ...examined, code: "FORBIDDEN_WORD", id: "else", quote: "else" };
  await store({ body: "<p>An amazing must-have shirt.</p>", warnings: [examined, gone], blocked: true });
  expect(await db.do(draftsBehind(shop, { configId, digest: nowDigest }))).toEqual({
    drafts: 1,
    productIds: [productId],
  });
  expect(await recheck()).toEqual({ drafts: 1, blocked: 1, differ: 1, changed: false });
  const { warnings, ...row } = await draft();
  expect(warnings).toMatchObject([{ id: "examined1" }, { id: "else" }, { code: "FORBIDDEN_WORD", quote: "must-have" }]);
  expect(row).toMatchObject({ state: "draft", body: "<p>An amazing must-have shirt.</p>", checkedDigest: nowDigest });
  expect(await db.do(draftsBehind(shop, { configId, digest: nowDigest }))).toEqual({ drafts: 0, productIds: [] });
  // Once more changed, what the first check found goes again.
  await change(before);
  expect(await recheck()).toMatchObject({ drafts: 1 });
  expect((await draft()).warnings.map(({ quote }) => quote)).toEqual([undefined, "else", "amazing"]);
});

it("a check that is switched off takes its findings away, and a graver one blocks by what it found", async () => {
  const { store, recheck, draft, change } = await aShop({ rules: { ...before, checks: { UNSUPPORTED_FACT: "off" } } });
  await store({
    warnings: [examined, { ...examined, id: "w", code: "WRONG_LANGUAGE", severity: "warn" }],
    blocked: true,
  });
  expect(await recheck()).toEqual({ drafts: 1, blocked: 0, differ: 1, changed: false });
  expect((await draft()).warnings).toMatchObject([{ id: "w", severity: "warn" }]);
  await change({ ...before, checks: { UNSUPPORTED_FACT: "off", WRONG_LANGUAGE: "block" } });
  expect(await recheck()).toMatchObject({ blocked: 1 });
  expect((await draft()).warnings).toMatchObject([{ id: "w", severity: "block" }]);
});

it("what is approved or live is not touched, nor a draft that was edited or decided while it was checked", async () => {
  const { db, clock, store, draft } = await aShop();
  await store({ id: "ver_1", contentType: "title", body: "A must-have shirt", state: "approved" });
  await store({ id: "ver_2", contentType: "seo_title", body: "A must-have shirt", state: "published" });
  await store({ id: "ver_3", contentType: "seo_desc", body: "A must-have shirt" });
  await store({ id: "ver_4" });
  const [approved, live] = [await draft("ver_1"), await draft("ver_2")];
  let edited = "";
  let checks = 0;
  // Between the checks and what is stored of them.
  function* meanwhile() {}
  const checked = recheckDrafts(
    {
      db,
      heavy: {
        close: async () => {},
        async enter(key, work) {
          const result = await heavy.enter(key, work);
          if (++checks === 2) {
            const edit = { shop, productId, contentType: "seo_desc", target: inEnglish, body: "A shirt, in short", by };
            const saved = await editVersion({ db, clock }, edit);
            edited = saved.outcome === "saved" ? saved.version.id : "";
            await db.orm
              .update(versions)
              .set({ shop, warnings: [examined] })
              .where(eq(versions.id, "ver_4"));
          }
          return result;
        },
      },
    },
    { shop, productId, assertLease: meanwhile },
  );
  expect(await checked).toEqual({ drafts: 0, blocked: 0, differ: 0, changed: true });
  expect([await draft("ver_1"), await draft("ver_2")]).toEqual([approved, live]);
  expect(await draft("ver_3")).toMatchObject({ state: "superseded", warnings: [], checkedDigest: null });
  expect(await draft(edited)).toMatchObject({ state: "draft", body: "A shirt, in short" });
  expect(await draft("ver_4")).toMatchObject({ warnings: [examined], checkedDigest: null });
});

it("nothing is stored once the work belongs to another", async () => {
  const { db, store, draft } = await aShop();
  await store({});
  // biome-ignore lint/correctness/useYield: it ends before the first statement
  const lost = function* () {
    throw new Error("lease lost");
  };
  await expect(recheckDrafts({ db, heavy }, { shop, productId, assertLease: lost })).rejects.toThrow("lease lost");
  expect(await draft()).toMatchObject({ warnings: [], checkedDigest: null });
  expect(
    await recheckDrafts({ db, heavy }, { shop, productId: productIdSchema.parse("999"), assertLease: leased }),
  ).toBeNull();
});

it("a check of drafts is one run with an item a product, asked for once", async () => {
  const { deps, db, store, configId } = await aShop();
  const ask = () => askRecheck.run(deps, { shop, by }, { configId });
  expect(await ask()).toEqual({ kind: "nothing" });
  await store({});
  await store({ id: "ver_2", contentType: "title", body: "A shirt" });
  expect(await ask()).toMatchObject({ kind: "started", drafts: 2 });
  expect(await ask()).toEqual({ kind: "under_way" });
  expect(await db.orm.select({ kind: jobs.kind, total: jobs.total }).from(jobs).where(eq(jobs.shop, shop))).toEqual([
    { kind: "recheck-drafts", total: 1 },
  ]);
});

it("drafts of other rules can be checked while a check by these rules runs", async () => {
  const { deps, db, store, configId } = await aShop();
  await store({});
  expect(await askRecheck.run(deps, { shop, by }, { configId })).toMatchObject({ kind: "started" });
  const made = await createConfig(deps, { shop, by, input: { label: "Others", content_config: before } });
  if (made.outcome !== "saved") throw new Error(made.outcome);
  const { id: otherId, digest: configDigest } = made.config;
  await storeProduct(db, { id: "9002" });
  const isOther = and(eq(products.shop, shop), eq(products.id, "9002"));
  await db.orm.update(products).set({ vendor: "Fern" }).where(isOther);
  await store({ id: "ver_other", productId: "9002", configDigest });
  const { digest } = await readAssignments(deps, shop);
  const rules = [{ field: "vendor" as const, value: "Fern", configId: otherId }];
  await saveAssignments(deps, { shop, assignments: { rules, otherwise: configId }, digest });
  const input = { label: "Others", content_config: now };
  await updateConfig(deps, { shop, id: otherId, by, input });
  expect(await db.do(openRecheck(shop, otherId))).toBeUndefined();
  expect(await askRecheck.run(deps, { shop, by }, { configId: otherId })).toMatchObject({ kind: "started", drafts: 1 });
  expect(await db.do(openRecheck(shop, otherId))).toMatchObject({ total: 1 });
});

it("what came of a check is known of the rules that asked for it, as long as they are as they were", async () => {
  const { deps, db, store, configId, nowDigest, change } = await aShop();
  const last = (digest = nowDigest, since = 0) => db.do(readRecheck(shop, { configId, digest, since }));
  await store({});
  const asked = await askRecheck.run(deps, { shop, by }, { configId });
  const jobId = asked.kind === "started" ? asked.jobId : "";
  expect(await last(), "it has not ended").toBeNull();
  await db.orm
    .update(jobItems)
    .set({ status: "done", result: { drafts: 3, blocked: 1, differ: 2 } })
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  await db.orm
    .update(jobs)
    .set({ status: "completed", done: 1, failed: 2, cancelled: 1, finishedAt: deps.clock.now() })
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
  expect(await last()).toEqual({ jobId, drafts: 3, blocked: 1, differ: 2, left: 3 });
  expect(await last(nowDigest, deps.clock.now() + 1), "it is long ago").toBeNull();
  expect(await last(await change(before)), "the rules are others now").toBeNull();
  expect(await db.do(readRecheck(otherShop, { configId, digest: nowDigest, since: 0 }))).toBeNull();
});

it("the findings of a text with more than are listed are asked anew as a whole", async () => {
  const { deps, store, recheck, draft } = await aShop({ rules: {} });
  const body = `<p>Amazing: ${Array.from({ length: 30 }, (_, i) => `${i + 301} g`).join(", ")}.</p>`;
  const product = await readProduct(deps, shop, productId);
  if (!product) throw new Error("there is no product");
  const facts = await readSourceFacts(deps, product);
  const found = (config: ContentConfig) =>
    runChecks({ texts: new Map([["desc", { body, raw: body }]]), facts, config, locale: "en" }).get("desc")?.warnings;
  const moreOf = (warnings: readonly StoredWarning[] = []) =>
    warnings.flatMap(({ details }) => (details?.kind === "not_listed" ? [details.count] : []));
  const stored = found(before);
  await store({ body, warnings: stored ?? [], blocked: true });
  expect(moreOf(stored)).toEqual([1]);
  expect(await recheck()).toMatchObject({ drafts: 1, differ: 1 });
  const { warnings } = await draft();
  expect(moreOf(warnings)).toEqual([]);
  expect(warnings.map(({ code }) => code)).toEqual(Array.from({ length: 25 }, () => "CONTRADICTED_FACT"));
});
