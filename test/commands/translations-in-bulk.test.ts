import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { keptTargetPlace } from "../../app/catalog/target-place.ts";
import { withTextsAt } from "../../app/catalog/target-texts.ts";
import { sourceDigest } from "../../app/catalog/translations/source-digest.ts";
import { approveDrafts } from "../../app/commands/products/approve-drafts.ts";
import { planProductTranslation } from "../../app/commands/products/plan-translation.ts";
import { publishProducts } from "../../app/commands/products/publish-products.ts";
import { readLosses } from "../../app/commands/products/read-losses.ts";
import { allSelected, type Selection } from "../../app/commands/products/selection.ts";
import { translateProducts } from "../../app/commands/products/translate-products.ts";
import {
  creditRuns,
  jobItems,
  jobs,
  missingBit,
  products,
  shopMarkets,
  shopTranslations,
  versions,
} from "../../app/db/schema/index.ts";
import { localeSchema, productIdSchema } from "../../app/lib/brand.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { type Atelier, atelier, desc } from "../generation/translate/translate-world.ts";
import { shop, startAt } from "../support/content/shop.ts";

const anna = { shop, by: "user:1" };
const parsed = (...locales: string[]) => locales.map((locale) => localeSchema.parse(locale));
const wish = { contentTypes: ["title", "desc"], which: "missing", includeEdited: false } as const;
const run = { agentModel: "v1", lane: "direct" } as const;
const asked = (selection: Selection, ...locales: string[]) => ({
  ...{ ...wish, ...run, contentTypes: [...wish.contentTypes], selection, locales: parsed(...locales) },
});

type View = Extract<Selection, { languages: unknown }>["languages"]["view"];

function ofLanguages(view: View, locales: string[], more: { search?: string; except?: string[] } = {}): Selection {
  const { search = "", except = [] } = more;
  return { languages: { view, locales: parsed(...locales), search, onSaleOnly: true }, except };
}

/** A draft in a language, or a text of the shop's own. */
async function write({ db, clock }: Atelier, productId: string, locale: string, title: string): Promise<void> {
  clock.advance(1);
  const edited = await editVersion(
    { db, clock },
    {
      ...{ shop, contentType: "title", body: title, by: "user:1" },
      productId: productIdSchema.parse(productId),
      target: storeTarget(locale),
    },
  );
  if (edited.outcome !== "saved") throw new Error(`not saved: ${edited.outcome}`);
}

async function statesOf({ db }: Atelier, locale: string): Promise<Record<string, string>> {
  const rows = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.locale, locale)));
  return Object.fromEntries(rows.map(({ productId, state }) => [productId, state]));
}

/** These products have title and description in the language, as far as their columns and the shop's own texts tell. */
async function translated({ db }: Atelier, ids: readonly string[], locale: string): Promise<void> {
  const { number } = await db.transact({ shop }, () => keptTargetPlace(shop, storeTarget(locale)));
  const missing = 0x7fff_ffff & ~(missingBit.title | missingBit.desc | missingBit.image);
  for (const [n, id] of ids.entries()) {
    const otherTargets = withTextsAt("", number, { contentState: "none", missing });
    await db.orm
      .update(products)
      .set({ otherTargets, missing })
      .where(and(eq(products.shop, shop), eq(products.id, id)));
    const title = id === "1001" ? "Linen Shirt Ravello" : `Linen Shirt Ravello ${Number(id) - 1000}`;
    const held = (value: string) => ({
      value: `${locale} ${n}`,
      of: sourceDigest(value),
      outdated: false,
      updatedAt: 1,
    });
    const texts = { title: held(title), desc: held(desc.replace("Ravello", `Ravello ${Number(id) - 1000}`)) };
    await db.orm.insert(shopTranslations).values({ shop, owner: id, locale, market: "", readAt: startAt, texts });
  }
}

describe("a view of languages", () => {
  it("chooses the products that its page shows, of one language or of several", async () => {
    const world = await atelier({ products: 5, locales: ["de", "ja"] });
    await translated(world, ["1001", "1002"], "de");
    await world.db.orm.update(products).set({ missing: 0 }).where(eq(products.shop, shop));
    await write(world, "1003", "de", "Hemd Ravello");
    await write(world, "1004", "ja", "リネンシャツ Ravello 4");
    await approveDrafts.run(world, anna, { selection: { ids: ["1004"] }, locales: parsed("ja") });
    const chosen = async (selection: Selection) => (await allSelected(world, shop, selection)).sort();
    expect(await chosen(ofLanguages("review", ["de"]))).toEqual(["1003"]);
    expect(await chosen(ofLanguages("approved", ["de"]))).toEqual([]);
    expect(await chosen(ofLanguages("approved", ["de", "ja"]))).toEqual(["1004"]);
    // What waits for a person is not missing.
    expect(await chosen(ofLanguages("missing", ["de"]))).toEqual(["1001", "1002", "1004", "1005"]);
    expect(await chosen(ofLanguages("missing", ["ja"]))).toEqual(["1001", "1002", "1003", "1005"]);
    expect(await chosen(ofLanguages("all", ["de"], { except: ["1001"] }))).toEqual(["1002", "1003", "1004", "1005"]);
    expect(await chosen(ofLanguages("all", ["de"], { search: "nothing like it" }))).toEqual([]);
    await world.db.orm
      .update(products)
      .set({ status: "draft" })
      .where(and(eq(products.shop, shop), eq(products.id, "1005")));
    expect(await chosen(ofLanguages("all", ["de"]))).toEqual(["1001", "1002", "1003", "1004"]);
  });

  it("is translated as it is when the run is started", async () => {
    const world = await atelier({ products: 3, locales: ["de"] });
    await write(world, "1002", "de", "Hemd Ravello");
    const started = await translateProducts.run(world, anna, asked(ofLanguages("missing", ["de"]), "de"));
    expect(started).toMatchObject({ kind: "started", products: 2, texts: 4 });
    const items = await world.db.orm.select().from(jobItems).where(eq(jobItems.shop, shop));
    expect(items.map(({ subject }) => subject).sort()).toEqual(["1001", "1003"]);
  });
});

describe("a plan of more products than are looked at", () => {
  it("counts those that lack something, few as they are, and says that the rest is estimated", async () => {
    const world = await atelier({ products: 300, locales: ["de"] });
    const lacking = new Set(["1002", "1151", "1298"]);
    await translated(
      world,
      world.productIds.filter((id) => !lacking.has(id)),
      "de",
    );
    const { missing } = await world.db.orm
      .select()
      .from(products)
      .where(eq(products.id, "1001"))
      .then(([row]) => ({ missing: row?.missing ?? 0 }));
    await world.db.orm.update(products).set({ missing }).where(eq(products.shop, shop));
    const planned = await planProductTranslation.run(world, anna, asked({ query: "", except: [] }, "de"));
    expect(planned).toMatchObject({
      plan: { exact: false, chosen: 300, products: 3, asked: 6, credits: 3, leftOut: { translated: 594 } },
    });
    const few = await planProductTranslation.run(world, anna, asked({ ids: [...lacking, "1003"] }, "de"));
    expect(few).toMatchObject({ plan: { exact: true, chosen: 4, products: 3, asked: 6 } });
    const started = await translateProducts.run(world, anna, asked({ query: "", except: [] }, "de"));
    expect(started).toMatchObject({ kind: "started", products: 300, texts: null });
    expect(world.sandbox.state.calls).toEqual([]);
  });
});

describe("translations of many products", () => {
  it("are approved in the languages that are asked for, but those that a check blocks", async () => {
    const world = await atelier({ products: 3, locales: ["de", "ja", "ar"] });
    await write(world, "1001", "de", "Leinenhemd Ravello");
    await write(world, "1002", "de", "Leinenhemd Ravello 2");
    await world.db.orm
      .update(versions)
      .set({ blocked: true })
      .where(and(eq(versions.shop, shop), eq(versions.productId, "1002")));
    await write(world, "1003", "ja", "リネンシャツ Ravello 3");
    await write(world, "1001", "ar", "قميص Ravello");
    await write(world, "1001", "en", "Washed shirt Ravello");
    const selection = { query: "", except: [] };
    expect(await approveDrafts.run(world, anna, { selection, locales: parsed("de", "ja") })).toEqual({
      ...{ kind: "approved", approved: 2, blocked: 1, leftOut: 0 },
    });
    expect(await statesOf(world, "de")).toEqual({ 1001: "approved", 1002: "draft" });
    expect(await statesOf(world, "ja")).toEqual({ 1003: "approved" });
    expect(await statesOf(world, "ar")).toEqual({ 1001: "draft" });
    expect(await statesOf(world, "en")).toEqual({ 1001: "draft" });
  });

  it("are counted and published where they are approved, each product once for all of its languages", async () => {
    const world = await atelier({ products: 4, locales: ["de", "ja"] });
    await write(world, "1001", "de", "Leinenhemd Ravello");
    await write(world, "1001", "ja", "リネンシャツ Ravello");
    await write(world, "1002", "ja", "リネンシャツ Ravello 2");
    await write(world, "1003", "en", "Washed shirt Ravello 3");
    const selection = { query: "", except: [] };
    await approveDrafts.run(world, anna, { selection, locales: parsed("de", "ja", "en") });
    const counted = async (...locales: string[]) =>
      (await readLosses.run(world, anna, { selection, locales: locales.length > 0 ? parsed(...locales) : undefined }))
        .approved;
    expect(await counted("de", "ja")).toEqual({ products: 2, texts: 3, conflicts: 0, chosen: 4 });
    expect(await counted("de")).toEqual({ products: 1, texts: 1, conflicts: 0, chosen: 4 });
    expect(await counted()).toEqual({ products: 1, texts: 1, conflicts: 0, chosen: 4 });
    const started = await publishProducts.run(world, anna, { selection, locales: parsed("de", "ja") });
    expect(started).toMatchObject({ kind: "started", products: 2 });
    const [job] = await world.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
    expect(job).toMatchObject({ total: 2, title: "Publish approved texts of 2 products in German, Japanese" });
    expect(job?.payload).toMatchObject({ targets: [{ locale: "de" }, { locale: "ja" }] });
    const items = await world.db.orm.select().from(jobItems).where(eq(jobItems.shop, shop));
    expect(items.map(({ subject }) => subject)).toEqual(["1001", "1002"]);
    // A language that the shop does not have is none.
    const none = await publishProducts.run(world, anna, { selection: { ids: ["1004"] }, locales: parsed("de", "sv") });
    expect(none).toEqual({ kind: "nothing_approved" });
  });
});

it("texts of a market are approved and published where it is asked for, and those for everywhere are left", async () => {
  const world = await atelier({ products: 1, locales: ["de"] });
  const row = { shop, handle: "ch", name: "Switzerland", active: true, parents: [], countries: ["CH"], position: 0 };
  await world.db.orm.insert(shopMarkets).values({ ...row, id: "31", locales: ["de"] });
  await write(world, "1001", "de", "Hemd Ravello");
  const own = { ...storeTarget("de"), market: "31" };
  const edit = { shop, productId: productIdSchema.parse("1001"), contentType: "title", by: "anna", target: own };
  await editVersion(world, { ...edit, body: "Schweizer Hemd Ravello" });
  const selection = { ids: ["1001"] };
  const asked = { selection, locales: parsed("de"), markets: ["31"] };
  expect(await publishProducts.run(world, anna, asked)).toEqual({ kind: "nothing_approved" });
  expect(await approveDrafts.run(world, anna, asked)).toMatchObject({ approved: 1 });
  expect(await readLosses.run(world, anna, asked)).toMatchObject({ approved: { products: 1, texts: 1 } });
  expect(await readLosses.run(world, anna, { selection, locales: parsed("de") })).toMatchObject({
    approved: { texts: 0 },
  });
  expect(await publishProducts.run(world, anna, asked)).toMatchObject({ kind: "started", products: 1 });
  const [job] = await world.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
  expect(job).toMatchObject({ title: "Publish approved texts of 1 product in German (Switzerland)" });
});

it("a view of a market chooses the products whose own texts there are so", async () => {
  const world = await atelier({ products: 3, locales: ["de"] });
  const row = { shop, handle: "ch", name: "Switzerland", active: true, parents: [], countries: ["CH"], position: 0 };
  await world.db.orm.insert(shopMarkets).values({ ...row, id: "31", locales: ["de"] });
  await write(world, "1001", "de", "Hemd Ravello");
  const own = { ...storeTarget("de"), market: "31" };
  const edit = { shop, productId: productIdSchema.parse("1002"), contentType: "title", by: "anna", target: own };
  await editVersion(world, { ...edit, body: "Schweizer Hemd Ravello 2" });
  const chosen = (view: View, market?: string) => {
    const languages = { view, locales: parsed("de"), search: "", onSaleOnly: true, ...(market ? { market } : {}) };
    return { languages, except: [] };
  };
  expect(await allSelected(world, shop, chosen("review"))).toEqual(["1001"]);
  expect(await allSelected(world, shop, chosen("review", "31"))).toEqual(["1002"]);
  const asked = { locales: parsed("de"), markets: ["31"] };
  const approved = await approveDrafts.run(world, anna, { ...asked, selection: chosen("review", "31") });
  expect(approved).toMatchObject({ approved: 1 });
  expect(await statesOf(world, "de")).toEqual({ 1001: "draft", 1002: "approved" });
  expect(await allSelected(world, shop, chosen("approved", "31"))).toEqual(["1002"]);
});

it("markets without languages are refused, and the shop's own texts are left alone", async () => {
  const world = await atelier({ products: 1, locales: ["de"] });
  await write(world, "1001", "en", "Shirt Ravello");
  const asked = { selection: { ids: ["1001"] }, markets: ["31"] };
  for (const { run } of [approveDrafts, publishProducts, readLosses]) {
    await expect(run(world, anna, asked)).rejects.toMatchObject({
      ...{ code: "locales_missing", merchantMessage: expect.stringContaining("Name the languages") },
    });
  }
  expect(await statesOf(world, "en")).toEqual({ "1001": "draft" });
  expect(await world.db.orm.select().from(jobs)).toEqual([]);
  expect(await approveDrafts.run(world, anna, { ...asked, markets: [""] })).toMatchObject({ approved: 1 });
});

it("the price and the time of a plan include the examiner, who reads each product in each language", async () => {
  const world = await atelier({ products: 2, priced: true });
  const examined = await atelier({ products: 2, priced: true, settings: { examiner: "perfect" } });
  const question = asked({ ids: ["1001", "1002"] }, "de", "ja");
  const plans = [];
  for (const one of [world, examined]) {
    const planned = await planProductTranslation.run(one, anna, question);
    if (planned.kind !== "planned" || planned.plan.costNanos === null) throw new Error("nothing was planned");
    plans.push({ ...planned.plan, costNanos: planned.plan.costNanos, durationMs: planned.plan.durationMs ?? 0 });
  }
  const [without, including] = plans;
  if (!without || !including) throw new Error("nothing was planned");
  // Two products in two languages are four calls, of which each repeats the texts on both sides.
  expect(including.costNanos).toBeGreaterThan(without.costNanos * 1.2);
  expect(including.durationMs).toBeGreaterThan(without.durationMs);
  const { jobId } = (await translateProducts.run(examined, anna, question)) as { jobId: string };
  for (let round = 0; round < 3; round++) await examined.worker.tick();
  const [spent] = await examined.db.orm
    .select()
    .from(creditRuns)
    .where(and(eq(creditRuns.shop, shop), eq(creditRuns.jobId, jobId)));
  const share = (spent?.costNanos ?? 0) / including.costNanos;
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(2);
});
