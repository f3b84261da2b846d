import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { approveDrafts } from "../../app/commands/products/approve-drafts.ts";
import { generateTexts } from "../../app/commands/products/generate-texts.ts";
import { importProducts } from "../../app/commands/products/import-products.ts";
import { publishProducts } from "../../app/commands/products/publish-products.ts";
import { readLosses } from "../../app/commands/products/read-losses.ts";
import type { Db } from "../../app/db/open.ts";
import { jobItems, jobs, versions } from "../../app/db/schema/index.ts";
import { productId, shop, storeProduct } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const named = (...ids: string[]) => ({ selection: { ids } });
const all = { selection: { query: "", except: [] } };

async function subjectsOf({ db }: { db: Db }, jobId: string) {
  const rows = await db.orm
    .select({ subject: jobItems.subject })
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  return rows.map(({ subject }) => subject);
}

it("an import is started once: while it is under way, it is the answer", async () => {
  const { deps } = await aShop();
  const first = await importProducts.run(deps, anna, {});
  expect(first).toEqual({ kind: "started", jobId: expect.any(String) });
  expect(await importProducts.run(deps, { ...anna, by: "user:2" }, {})).toEqual(first);
  const rows = await deps.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, first.jobId)));
  expect(rows).toMatchObject([{ kind: "import-products", createdBy: "user:1" }]);
});

describe("writing texts of many products", () => {
  const asked = {
    contentTypes: ["title", "nonsense"],
    agentModel: "v1" as const,
    lane: "direct" as const,
    onlyMissing: false,
    allImages: false,
    skipGrouping: false,
  };

  it("takes named products, or all of a list but some, and returns those that the shop does not have", async () => {
    const { deps } = await aShop();
    await storeProduct(deps.db, { id: "1002" });
    const started = await generateTexts.run(deps, anna, { ...asked, ...named(productId, "404") });
    expect(started).toEqual({
      kind: "started",
      jobId: expect.any(String),
      productIds: [productId],
      waiting: 0,
      handsOff: 0,
      leftOut: 1,
      modelRefused: false,
    });
    // However many are named, and whatever else stands among them.
    const many = Array.from({ length: 2_500 }, (_, n) => String(5_000 + n));
    const among = { ...asked, ...named(...many, "no number", productId, productId) };
    expect(await generateTexts.run(deps, anna, among)).toMatchObject({ productIds: [productId], leftOut: 2_501 });
    const selection = { query: "", except: [productId] };
    const others = await generateTexts.run(deps, anna, { ...asked, selection });
    expect(others).toMatchObject({ productIds: expect.arrayContaining(["1002"]), leftOut: 0 });
    expect(others).not.toMatchObject({ productIds: expect.arrayContaining([productId]) });
    const jobId = "jobId" in started ? started.jobId : "";
    expect(await subjectsOf(deps, jobId)).toEqual([productId]);
    const [job] = await deps.db.orm
      .select()
      .from(jobs)
      .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
    expect(job).toMatchObject({ createdBy: "user:1", payload: { contentTypes: ["title"], agentModel: "v1" } });
  });

  it("writes a sample in the order in which its list shows the products", async () => {
    const { deps } = await aShop();
    for (const id of ["1002", "1003"]) await storeProduct(deps.db, { id, title: `Shirt ${id}` });
    const sample = { count: 2, query: "sort=title&dir=desc", shown: [] as string[] };
    const of = async (given: typeof sample) => {
      const result = await generateTexts.run(deps, anna, { ...asked, ...all, sample: given });
      return "productIds" in result ? result.productIds : result;
    };
    expect(await of(sample)).toEqual(["1003", "1002"]);
    expect(await of({ ...sample, shown: [productId] })).toEqual([productId, "1003"]);
  });

  it("starts nothing without a content type, without a product, or where nothing is missing", async () => {
    const { deps } = await aShop();
    const before = await deps.db.orm.$count(jobs, eq(jobs.shop, shop));
    expect(await generateTexts.run(deps, anna, { ...asked, ...all, contentTypes: ["nonsense"] })).toEqual({
      kind: "no_content_type",
    });
    expect(await generateTexts.run(deps, anna, { ...asked, ...named("404") })).toEqual({ kind: "no_product" });
    expect(await generateTexts.run(deps, anna, { ...asked, ...all, onlyMissing: true })).toEqual({
      kind: "nothing_missing",
      waiting: 0,
    });
    expect(await deps.db.orm.$count(jobs, eq(jobs.shop, shop))).toBe(before);
  });
});

it("approving drafts of chosen products skips those that a check blocks, and returns the products that the shop does not have", async () => {
  const { deps, has } = await aShop();
  expect(await approveDrafts.run(deps, anna, named("404"))).toEqual({
    ...{ kind: "approved", approved: 0, blocked: 0, leftOut: 1 },
  });
  await deps.db.orm
    .update(versions)
    .set({ blocked: true })
    .where(and(eq(versions.shop, shop), eq(versions.id, has.draft)));
  const one = named(productId);
  expect(await approveDrafts.run(deps, anna, one)).toEqual({ kind: "approved", approved: 0, blocked: 1, leftOut: 0 });
  await deps.db.orm
    .update(versions)
    .set({ blocked: false })
    .where(and(eq(versions.shop, shop), eq(versions.id, has.draft)));
  expect(await approveDrafts.run(deps, anna, named(productId))).toMatchObject({ approved: 1, blocked: 0 });
  const [row] = await deps.db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.id, has.draft)));
  expect(row).toMatchObject({ state: "approved", decidedBy: "user:1" });
});

it("what approved texts of the chosen products would lose is returned, and nothing is changed", async () => {
  const { deps, has } = await aShop();
  const lost = { code: "LOST_MEDIA" as const, content_type: "desc", description: "", severity: "warn" as const };
  await deps.db.orm
    .update(versions)
    .set({ state: "approved", warnings: [lost], base: '<p>Old.</p><img src="https://cdn.shopify.com/a.jpg">' })
    .where(and(eq(versions.shop, shop), eq(versions.id, has.draft)));
  const before = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
  expect(await readLosses.run(deps, anna, named(productId))).toMatchObject({
    kind: "read",
    losses: { texts: 1, all: true, lost: { image: 1 } },
    approved: { products: 1, chosen: 1 },
  });
  expect(await readLosses.run(deps, anna, named("404"))).toEqual({
    kind: "read",
    losses: null,
    approved: { products: 0, texts: 0, conflicts: 0, chosen: 0 },
  });
  expect(await deps.db.orm.select().from(versions).where(eq(versions.shop, shop))).toEqual(before);
});

it("publishing chosen products enqueues those that the shop has", async () => {
  const { deps } = await aShop();
  expect(await publishProducts.run(deps, anna, named("404"))).toEqual({ kind: "no_product" });
  const started = await publishProducts.run(deps, anna, named(productId, "404"));
  expect(started).toEqual({ kind: "started", jobId: expect.any(String), products: 1, leftOut: 1 });
  expect(await subjectsOf(deps, "jobId" in started ? started.jobId : "")).toEqual([productId]);
});
