import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobItems, jobs, products, shops, versions } from "../../app/db/schema/index.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { noteFailure, opensAfter, pauseMs } from "../../app/jobs/breaker.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { pauseShop } from "../../app/jobs/pause.ts";
import { productIdSchema, type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { createLogger } from "../../app/lib/logger.ts";
import { answerAction } from "../../app/pages/answer-action.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { countProductViews, readProductsPage } from "../../app/pages/products/read-page.ts";
import { readRunPage } from "../../app/pages/runs/read-run-page.ts";
import { readRunsPage } from "../../app/pages/runs/read-runs-page.ts";
import { slotColumns } from "../../app/texts/slot.ts";
import { rejectVersion } from "../../app/versions/reject-version.ts";
import { anyJob } from "../jobs/support.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askProduct, askProducts } from "../support/pages/ask.ts";
import { unaskedModels } from "../support/unasked-models.ts";

const words = await english();

const shop = shopDomainSchema.parse("one.myshopify.com");
const other = shopDomainSchema.parse("two.myshopify.com");
const user = { shop, by: "user:1" };
const names = unaskedModels();

async function setUp() {
  const deps = { db: openTestDatabase(), clock: { now: () => 1_790_000_000_000 }, models: names };
  const add = (of: ShopDomain, id: string, vendor: string) =>
    deps.db.orm.insert(products).values({
      shop: of,
      id,
      handle: id,
      title: `Product ${id}`,
      vendor,
      productType: "",
      status: "active",
      descriptionHtml: "",
      facts: { category: null, tags: [], options: [], attributes: [], images: [] },
      variants: [],
      factsDigest: "f",
      liveDigest: "l",
      missing: 1 | 4,
      createdAt: 1,
      updatedAt: 2,
      syncedAt: 3,
    });
  for (const id of ["1", "2", "3"]) await add(shop, id, id === "3" ? "B" : "A");
  await add(other, "9", "A");
  return deps;
}

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("the products page", () => {
  it("shows a shop's own products, with the names of what they lack of what the shop wants", async () => {
    const page = await readProductsPage(await setUp(), shop, new URLSearchParams("sort=title"), {
      by: "user:1",
      words: await english(),
    });
    const texts = { kind: "missing", texts: ["desc"], wanted: 4, rejected: false, fewFacts: true };
    expect(page.page.rows.map((row) => [row.id, row.texts, row.findings])).toEqual([
      ["1", texts, null],
      ["2", texts, null],
      ["3", texts, null],
    ]);
    expect(page.models.map(({ name, creditsPerProduct }) => [name, creditsPerProduct])).toEqual([
      ["model-v1", 1],
      ["model-v2", 5],
    ]);
  });

  it("generates for all products that match the address, not only for those on the page", async () => {
    const deps = await setUp();
    const fields: [string, string][] = [
      ["intent", "generate"],
      ["contentType", "title"],
      ["agentModel", "v2"],
      ["all", "1"],
      ["query", "vendor=A&limit=1"],
    ];
    const outcome = await askProducts(deps, user, form(fields));
    expect(outcome).toMatchObject({ message: "Writing texts for 2 products" });
    const items = await deps.db.orm.select({ id: jobItems.subject }).from(jobItems).where(eq(jobItems.shop, shop));
    expect(items.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("tries the first of the chosen in the order that the list shows, whatever order they were ticked in", async () => {
    const deps = await setUp();
    const sampled = async (fields: [string, string][]) => {
      const outcome = await askProducts(
        deps,
        user,
        form([["intent", "generate"], ["contentType", "title"], ["sample", "2"], ...fields]),
      );
      return "sampled" in outcome ? outcome.sampled : outcome;
    };
    const ticked: [string, string][] = ["1", "3", "2"].map((id) => ["id", id]);
    expect(await sampled([...ticked, ["query", "sort=title&dir=desc"]])).toEqual(["3", "2"]);
    expect(await sampled([...ticked, ["query", "sort=title&dir=asc"]])).toEqual(["1", "2"]);
    expect(
      await sampled([
        ["all", "1"],
        ["except", "3"],
        ["query", "sort=title&dir=desc"],
      ]),
    ).toEqual(["2", "1"]);
    // The list keeps its order before the person's eyes while the products change.
    const shown: [string, string][] = ["2", "1", "3", "9"].map((id) => ["shown", id]);
    expect(await sampled([...ticked, ...shown, ["query", "sort=title&dir=desc"]])).toEqual(["2", "1"]);
    // Ticked before it left the list: last.
    expect(await sampled([...ticked, ["query", "vendor=B"]])).toEqual(["3", "1"]);
  });

  it("generates only what is missing where a person asks for that, and starts nothing where nothing is missing", async () => {
    const deps = await setUp();
    await deps.db.orm
      .update(products)
      .set({ missing: 0 })
      .where(and(eq(products.shop, shop), eq(products.id, "2")));
    const ask = (contentType: string) =>
      askProducts(
        deps,
        user,
        form([
          ["intent", "generate"],
          ["contentType", contentType],
          ["all", "1"],
          ["onlyMissing", "true"],
        ]),
      );
    expect(await ask("title")).toEqual({ problem: "None of these products lacks one of these texts." });
    expect(await ask("desc")).toMatchObject({ message: "Writing texts for 2 products" });
    const [job] = await deps.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
    expect(job?.payload).toMatchObject({ onlyMissing: true });
    const items = await deps.db.orm.select({ id: jobItems.subject }).from(jobItems).where(eq(jobItems.shop, shop));
    expect(items.map(({ id }) => id)).toEqual(["1", "3"]);
    const draft = (productId: string) =>
      deps.db.orm.insert(versions).values({
        id: `w${productId}`, shop, productId, contentType: "desc", locale: "en", state: "draft", origin: "generated",
        body: "x", warnings: [], blocked: true, evidence: [], baseDigest: "", factsDigest: "", configDigest: "", createdAt: 1,
      }); // biome-ignore format: a row
    await draft("1");
    expect(await ask("desc")).toMatchObject({
      message: "Writing texts for 1 product. 1 product left out: drafts wait for review",
    });
    await draft("3");
    expect(await ask("desc")).toEqual({
      problem:
        "Nothing was started: for 2 products, drafts of the texts that are missing wait already. Review those first.",
    });
  });

  it("counts what is missing and the products of each view once they were imported, on sale or all", async () => {
    const deps = await setUp();
    const read = async (address: string) =>
      readProductsPage(deps, shop, new URLSearchParams(address), { by: "user:1", words: await english() });
    expect(await countProductViews(deps, shop)).toEqual({});
    expect(await read("")).toMatchObject({ counts: {}, gaps: [] });
    await deps.db.orm.insert(shops).values({ shop, installedAt: 1, importedAt: 2 });
    await deps.db.orm.update(products).set({ shop, status: "draft" }).where(eq(products.id, "3"));
    const onSale = await read("");
    expect([onSale.counts.all?.value, onSale.counts.conflicts?.value]).toEqual([2, 0]);
    const gap = { name: "description", contentType: "desc", label: "", count: { value: 2, capped: false } };
    expect(onSale.gaps.filter(({ count }) => count.value > 0)).toEqual([gap]);
    expect((await read("gap=description")).page.count.value).toBe(2);
    expect((await read("sale=all")).counts.all?.value).toBe(3);
    expect((await read("gap=description&sale=all")).page.count.value).toBe(3);
    expect((await countProductViews(deps, shop)).outdated?.value).toBe(0);
    expect(await countProductViews(deps, other)).toEqual({});
  });

  it("starts a run in batch mode where the provider offers it", async () => {
    const deps = await setUp();
    expect(
      (await readProductsPage(deps, shop, new URLSearchParams(), { by: "user:1", words: await english() })).canWait,
    ).toBe(true);
    const fields: [string, string][] = [
      ["intent", "generate"],
      ["contentType", "title"],
      ["id", "1"],
      ["lane", "batch"],
    ];
    await askProducts(deps, user, form(fields));
    const [job] = await deps.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
    expect(job?.payload).toMatchObject({ lane: "batch" });
  });

  it("shows what is missing before anything starts", async () => {
    const deps = await setUp();
    expect(
      await askProducts(
        deps,
        user,
        form([
          ["intent", "generate"],
          ["id", "1"],
        ]),
      ),
    ).toMatchObject({ problem: expect.stringContaining("content type") });
    expect(
      await askProducts(
        deps,
        user,
        form([
          ["intent", "generate"],
          ["contentType", "title"],
        ]),
      ),
    ).toMatchObject({ problem: expect.stringContaining("Select products") });
    expect(await askProducts(deps, user, form([["intent", "no such thing"]]))).toMatchObject({
      problem: expect.stringContaining("Reload"),
    });
    expect(await deps.db.orm.select().from(jobs).where(eq(jobs.shop, shop))).toEqual([]);
  });
});

describe("a product's page", () => {
  it("is there for the product's own shop only", async () => {
    const deps = await setUp();
    const id = productIdSchema.parse("9");
    expect(await readProductPage(deps, shop, id)).toBeNull();
    expect((await readProductPage(deps, other, id))?.product.title).toBe("Product 9");
  });

  it("saves an edit as a draft, and approves it", async () => {
    const deps = await setUp();
    const id = productIdSchema.parse("1");
    const edits = [{ contentType: "title", body: "A plain shirt for every day" }];
    expect(await askProduct(deps, user, id, { intent: "edit", edits })).toEqual({ message: "Text saved" });
    const title = (await readProductPage(deps, shop, id))?.texts.find(({ type }) => type.name === "title");
    expect(title?.newest).toMatchObject({ body: "A plain shirt for every day", state: "draft", origin: "edited" });
    const versionIds = [title?.newest?.id ?? ""];
    expect(
      await askProduct(deps, { shop: other, by: "user:2" }, id, { intent: "approve", versionIds, override: false }),
    ).toHaveProperty("problem");
    expect(await askProduct(deps, user, id, { intent: "approve", versionIds, override: false })).toEqual({
      message: "Text approved",
    });
    const [row] = await deps.db.orm.select().from(versions).where(eq(versions.shop, shop));
    expect(row).toMatchObject({ state: "approved", decidedBy: "user:1" });
  });

  it("refuses what no page of this release sends", async () => {
    const deps = await setUp();
    const id = productIdSchema.parse("1");
    for (const body of [
      null,
      {},
      { intent: "edit", edits: [] },
      { intent: "edit", edits: [{ contentType: "no", body: "x" }] },
      { intent: "publish", contentTypes: [] },
    ]) {
      expect(await askProduct(deps, user, id, body)).toHaveProperty("problem");
    }
  });
});

describe("the jobs pages", () => {
  it("hide work that nobody asked for, and other shops' jobs", async () => {
    const deps = await setUp();
    const item = [{ subject: "1", payload: null }];
    await enqueueJob(deps, {
      job: anyJob("generate-content"),
      shop,
      title: "Mine",
      payload: {},
      items: item,
      priority: 0,
    });
    await enqueueJob(deps, {
      job: anyJob("refresh-product"),
      shop,
      title: "Internal",
      payload: {},
      items: item,
      priority: 0,
    });
    const theirs = await enqueueJob(deps, {
      job: anyJob("publish"),
      shop: other,
      title: "Theirs",
      payload: {},
      items: item,
      priority: 0,
    });
    const page = await readRunsPage(deps, shop, new URLSearchParams());
    expect(page.runs.map(({ title }) => title)).toEqual(["Mine"]);
    expect(await readRunPage(deps, { shop, jobId: theirs, params: new URLSearchParams(), words })).toBeNull();
  });

  it("name the product of each item", async () => {
    const deps = await setUp();
    const id = await enqueueJob(deps, {
      job: anyJob("publish"),
      shop,
      title: "Mine",
      payload: {},
      items: ["2", "404"].map((subject) => ({ subject, payload: null })),
      priority: 0,
    });
    const page = await readRunPage(deps, {
      shop,
      jobId: id,
      params: new URLSearchParams("outcome=nonsense&after=x"),
      words,
    });
    expect(page?.items.map(({ product, subject }) => product?.title ?? subject)).toEqual(["Product 2", "404"]);
  });

  it("show why work waits and that no worker runs", async () => {
    const deps = await setUp();
    await pauseShop(deps, { shop, reason: "billing", message: "Add credit." });
    const { notices } = await readRunsPage(deps, shop, new URLSearchParams());
    expect(notices).toEqual({
      pauses: [{ reason: "billing", capNanos: null, waiting: 0 }],
      outages: [],
      workerAlive: false,
      now: deps.clock.now(),
    });
  });

  it("show which provider does not answer, once that has lasted a while", async () => {
    const deps = await setUp();
    const fail = () =>
      deps.db.transact({ shop }, () => noteFailure({ shop, provider: "shopify", now: deps.clock.now() }));
    for (let n = 1; n < opensAfter; n++) await fail();
    expect((await readRunsPage(deps, shop, new URLSearchParams())).notices.outages).toEqual([]);
    await fail();
    expect((await readRunsPage(deps, shop, new URLSearchParams())).notices.outages).toEqual([
      { provider: "shopify", nextTryAt: deps.clock.now() + pauseMs(1) },
    ]);
  });
});

describe("an action's answer", () => {
  const deps = { clock: { now: () => 7 }, logger: createLogger("web", "silent") };

  it("shows what to do when a provider failed, and rethrows bugs", async () => {
    const failure = new OperationalError("upstream said no", {
      code: "x",
      retryable: true,
      merchantMessage: "Try again.",
    });
    expect(await answerAction(deps, () => Promise.reject(failure))).toEqual({
      ok: false,
      message: "Try again.",
      at: 7,
    });
    await expect(answerAction(deps, () => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug");
  });

  it("carries fields and links along", async () => {
    expect(await answerAction(deps, async () => ({ problem: "No.", fields: { a: "b" } }))).toEqual({
      ok: false,
      message: "No.",
      fields: { a: "b" },
      at: 7,
    });
    expect(await answerAction(deps, async () => ({ message: "Yes", jobId: "j" }))).toEqual({
      ok: true,
      message: "Yes",
      jobId: "j",
      at: 7,
    });
  });
});

describe("texts that nobody asks for any more", () => {
  const version = (id: string, contentType: string, more: object = {}): typeof versions.$inferInsert => ({
    id, shop, productId: "1", ...slotColumns(contentType), locale: "en", state: "superseded", origin: "generated", body: `Words of ${id}`,
    warnings: [], blocked: false, evidence: [], baseDigest: "", factsDigest: "f", configDigest: "c", createdAt: 5,
    decidedAt: 6, decidedBy: "user:1", ...more,
  }); // biome-ignore format: a row

  it("stay on the product's page, with who, when and why, also when their place is gone", async () => {
    const deps = await setUp();
    await deps.db.orm
      .insert(versions)
      .values([
        version("v1", "title", { state: "draft", decidedAt: null, decidedBy: null }),
        version("v2", "care"),
        version("v3", "image_alt_77"),
        version("v4", "care", { shop: other }),
      ]);
    await rejectVersion(deps, { shop, versionId: "v1", by: "user:2", reason: "Too loud." });
    const page = await readProductPage(deps, shop, productIdSchema.parse("1"), "user:1");
    const title = page?.texts.find(({ type }) => type.name === "title");
    expect(title?.newest).toBeNull();
    expect(title?.history).toMatchObject([
      { id: "v1", state: "rejected", decidedBy: "colleague", reason: "Too loud." },
    ]);
    expect(
      page?.lost.map(({ label, history }) => [label, history.map(({ id, decidedBy }) => [id, decidedBy])]),
    ).toEqual([
      ["Alt text of an image that is gone", [["v3", "you"]]],
      ["Care", [["v2", "you"]]],
    ]);
  });
});
