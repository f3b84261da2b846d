import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { setHandsOff } from "../../../app/catalog/hands-off.ts";
import { sourceDigest } from "../../../app/catalog/translations/source-digest.ts";
import { applyGrant } from "../../../app/credits/apply-grant.ts";
import { readRun } from "../../../app/credits/read-run.ts";
import { checkSpendSettings, saveSpendSettings } from "../../../app/credits/spend-settings.ts";
import { pauses, products, shopLocales, shopTranslations, versions } from "../../../app/db/schema/index.ts";
import { metafieldTexts, optionTexts } from "../../../app/generation/translate/asked-texts.ts";
import { readJob } from "../../../app/jobs/read-jobs.ts";
import { retryFailedItems } from "../../../app/jobs/retry-failed.ts";
import { JobCancelled, LeaseLost } from "../../../app/jobs/task.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { balancesOf, entriesOf } from "../../credits/support.ts";
import { shop } from "../../support/content/shop.ts";
import {
  type Atelier,
  atelier,
  desc,
  draftsIn,
  firstOf,
  putLive,
  putOptions,
  start,
  started,
  translate,
} from "./translate-world.ts";

const ofShop = and(eq(products.shop, shop), eq(products.id, "1001"));
const codesOf = (draft: { warnings: { code: string }[] } | undefined) => draft?.warnings.map(({ code }) => code);

const approvedIn = ({ db }: Atelier) =>
  db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, "approved")));

async function approveAll({ db, clock }: Atelier) {
  const ids = await db.orm
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, "draft")));
  return approveVersions({ db, clock }, { shop, versionIds: ids.map(({ id }) => id), by: "anna", onlyClean: true });
}

describe("a run of translations", () => {
  it("writes two products in three languages with one call each, and the checks find nothing in what a careful model wrote", async () => {
    const world = await atelier({ products: 2 });
    const { items } = await translate(world);
    expect(items.map(({ status, message }) => [status, message])).toEqual([
      ["done", "6 texts translated into 3 languages"],
      ["done", "6 texts translated into 3 languages"],
    ]);
    expect(world.sandbox.state.calls.length).toBe(2);
    const drafts = await draftsIn(world);
    expect([...drafts.keys()].sort()).toEqual(["ar desc", "ar title", "de desc", "de title", "ja desc", "ja title"]);
    for (const draft of [...drafts.values(), ...(await draftsIn(world, "1002")).values()]) {
      expect([draft.locale, draft.contentType, codesOf(draft)]).toEqual([draft.locale, draft.contentType, []]);
      expect(draft).toMatchObject({ market: "", channel: "store", origin: "generated", base: null, createdBy: "anna" });
    }
    const source = desc.replace("Ravello", "Ravello 1");
    expect(drafts.get("de desc")?.factsDigest).toBe(sourceDigest(source));
    // Tags come back with their attributes, placeholders and entities to the letter.
    const tags = (html: unknown) => String(html).match(/<[^>]*>|\{\{[^}]*\}\}|&amp;/g);
    expect(tags(drafts.get("ja desc")?.body)).toEqual(tags(source));
    const [row] = await world.db.orm.select().from(products).where(ofShop);
    expect(row?.contentState).toBe("none");
  });

  it("tells the model the source without its attributes, as data, and what stays the same first", async () => {
    const world = await atelier();
    await translate(world);
    const [call] = world.sandbox.state.calls;
    expect(call?.keys).toEqual(["de", "ja", "ar"]);
    expect(call?.product).toBe("Linen Shirt Ravello");
  });

  it("writes what is missing only, leaves what waits, and says what has no original", async () => {
    const world = await atelier();
    await putLive(world, "de", { title: { value: "Leinenhemd Ravello" } });
    const { items } = await translate(world, { contentTypes: ["title", "desc", "seo_desc"] });
    expect([...(await draftsIn(world)).keys()].sort()).toEqual([
      ...["ar desc", "ar title", "de desc", "ja desc", "ja title"],
    ]);
    expect(items[0]?.result).toMatchObject({ leftOut: { translated: 1 }, withoutSource: ["seo_desc"] });
    expect(await start(world)).toBeNull();
  });

  it("writes what is outdated again, its own text by the digest of its source and the shop's by its word", async () => {
    const world = await atelier({ locales: ["de", "ja"] });
    await translate(world, { contentTypes: ["title"] });
    await putLive(world, "de", {
      desc: { value: "<p>Ein Hemd</p>", outdated: true },
      title: { value: "Leinenhemd", of: sourceDigest("Linen Shirt Ravello") },
    });
    await world.db.orm.update(products).set({ title: "Linen Shirt Ravello II" }).where(ofShop);
    expect(await start(world, { contentTypes: ["title"] })).toBeNull();
    await translate(world, { which: "missing_or_outdated", includeEdited: true });
    const drafts = await draftsIn(world);
    const digest = sourceDigest("Linen Shirt Ravello II");
    expect([drafts.get("de title")?.factsDigest, drafts.get("ja title")?.factsDigest]).toEqual([digest, digest]);
    expect(drafts.get("de desc")?.base).toBe("<p>Ein Hemd</p>");
    expect(drafts.get("ja desc")?.base).toBeNull();
  });

  it("fills what was published and is gone in the shop, from what was approved and without a call", async () => {
    const world = await atelier({ locales: ["de"] });
    await translate(world, { contentTypes: ["title"] });
    await approveAll(world);
    const published = (await approvedIn(world)).map(({ body }) => body);
    await world.db.orm.update(versions).set({ state: "published" }).where(eq(versions.shop, shop));
    await putLive(world, "de", { title: { value: String(published[0]) } });
    expect(await start(world, { contentTypes: ["title"] })).toBeNull();
    // The language was removed in Shopify, and its texts with it.
    await world.db.orm.delete(shopTranslations).where(eq(shopTranslations.shop, shop));
    const { calls } = world.sandbox.state;
    const before = calls.length;
    await translate(world, { contentTypes: ["title"] });
    expect([...(await draftsIn(world)).values()].map(({ body }) => body)).toEqual(published);
    expect(calls.length).toBe(before);
  });

  it("leaves what a person wrote, here or in the shop, unless it is wanted", async () => {
    const world = await atelier({ locales: ["de"] });
    await translate(world, { contentTypes: ["title"] });
    const edit = { shop, productId: firstOf(world), contentType: "title", target: storeTarget("de") };
    await editVersion(world, { ...edit, body: "Leinenhemd Ravello", by: "anna" });
    await putLive(world, "de", { desc: { value: "<p>Von Hand.</p>", outdated: true } });
    expect(await start(world, { which: "all" })).toBeNull();
    const jobId = await start(world, { which: "all", includeEdited: true });
    expect(jobId).not.toBeNull();
  });

  it("translates options once and writes each, and takes approved translations of the same words to the letter", async () => {
    const world = await atelier({ locales: ["de"], products: 2 });
    await putOptions(world, {
      "ProductOption/1.name": "Color of the shirt",
      "ProductOptionValue/2.name": "Dark forest green",
      "ProductOptionValue/3.name": "Dark forest green",
      "ProductOptionValue/4.name": "XL",
    });
    await putOptions(world, { "ProductOptionValue/9.name": "Dark forest green" }, "1002");
    const first = await translate(world, { contentTypes: [optionTexts], productIds: world.productIds.slice(0, 1) });
    expect(first.items[0]?.result).toMatchObject({ texts: 3, reused: 1, leftOut: { nothing_to_translate: 1 } });
    const drafts = await draftsIn(world);
    const green = drafts.get("de ProductOptionValue/2.name")?.body;
    expect(drafts.get("de ProductOptionValue/3.name")?.body).toBe(green);
    // Drafts are nobody's decision: the other product asks the model.
    const plan = { contentTypes: [optionTexts], productIds: world.productIds.slice(1) };
    const calls = world.sandbox.state.calls.length;
    await approveAll(world);
    const second = await translate(world, plan);
    expect(second.items[0]?.result).toMatchObject({ texts: 1, reused: 1, calls: 0 });
    expect(world.sandbox.state.calls.length).toBe(calls);
    expect((await draftsIn(world, "1002")).get("de ProductOptionValue/9.name")?.body).toBe(green);
    expect((await entriesOf(world.db, shop)).map(({ credits }) => Math.abs(credits)).sort()).toEqual([0, 1]);
  });

  it("translates what kind of product it is once for all products of that kind", async () => {
    const world = await atelier({ locales: ["de"], products: 2 });
    await putOptions(world, { "Product/1001.product_type": "Garden chairs" });
    await putOptions(world, { "Product/1002.product_type": "Garden chairs" }, "1002");
    const plan = { contentTypes: [metafieldTexts] };
    await translate(world, { ...plan, productIds: world.productIds.slice(0, 1) });
    const made = (await draftsIn(world)).get("de Product/1001.product_type")?.body;
    expect(made).toBeTruthy();
    await approveAll(world);
    const second = await translate(world, { ...plan, productIds: world.productIds.slice(1) });
    expect(second.items[0]?.result).toMatchObject({ texts: 1, reused: 1, calls: 0 });
    expect((await draftsIn(world, "1002")).get("de Product/1002.product_type")?.body).toBe(made);
  });

  it("asks in as many calls as answers have room for", async () => {
    const world = await atelier({ locales: ["de", "ja", "ar", "fr", "pt-BR", "zh-TW"] });
    const long = `<p>${"A calm shirt for slow mornings and long walks by the sea, made for people who like plain things. ".repeat(14)}</p>`;
    await world.db.orm.update(products).set({ descriptionHtml: long }).where(ofShop);
    await translate(world);
    const { calls } = world.sandbox.state;
    expect(calls.length).toBeGreaterThan(1);
    expect(Math.max(...calls.map(({ completionTokens }) => completionTokens))).toBeLessThan(2_500);
    expect((await draftsIn(world)).size).toBe(12);
  });

  it("leaves a product that somebody took their hands off, and a language that the shop gave up meanwhile", async () => {
    const world = await atelier({ locales: ["de", "ja"] });
    const jobId = await start(world);
    await world.db.orm
      .update(shopLocales)
      .set({ goneAt: 1 })
      .where(and(eq(shopLocales.shop, shop), eq(shopLocales.locale, "ja")));
    await world.worker.tick();
    expect([...(await draftsIn(world)).keys()].sort()).toEqual(["de desc", "de title"]);
    expect((await readJob(world, { shop, jobId: started(jobId) }))?.status).toBe("completed");
    await setHandsOff(world, { shop, productId: firstOf(world), off: true, by: "anna" });
    expect(await start(world, { which: "all", locales: ["de"] })).toBeNull();
    await expect(start(world, { locales: ["sv"] })).rejects.toThrow("not a language that the shop translates into");
  });
});

describe("what a model does wrong", () => {
  const faulty = async (kind: string, times: number) => {
    const world = await atelier({ locales: ["de"] });
    world.sandbox.state.faults.set({ rules: [{ kind, times }] });
    const { items, jobId } = await translate(world);
    return { world, item: items[0], drafts: await draftsIn(world), calls: world.sandbox.state.calls, jobId };
  };

  it.each([
    ["number_changed", "NUMBERS_DIFFER"],
    ["placeholder_translated", "TOKENS_DIFFER"],
    ["tag_lost", "MARKUP_DIFFERS"],
  ])("%s is repaired with what the checks found, and stays a finding where it never is", async (kind, code) => {
    const once = await faulty(kind, 1);
    expect(once.calls.map(({ isRepair }) => isRepair)).toEqual([false, true]);
    expect(codesOf(once.drafts.get("de desc"))).toEqual([]);
    const always = await faulty(kind, 9);
    expect(always.calls.length).toBe(3);
    expect(codesOf(always.drafts.get("de desc"))).toContain(code);
    expect(always.drafts.get("de desc")?.blocked).toBe(true);
  });

  it("what comes back as it was is asked for again, and is never stored: the item says what stays missing, and nothing is charged for it", async () => {
    const once = await faulty("source_echoed", 1);
    expect(once.drafts.size).toBe(2);
    const always = await faulty("source_echoed", 9);
    expect(always.calls.length).toBe(3);
    expect(always.item).toMatchObject({ status: "failed", code: "not_translated" });
    expect(always.drafts.size).toBe(0);
    expect(await entriesOf(always.world.db, shop)).toEqual([]);
    // A later try asks anew.
    await retryFailedItems(always.world, { shop, jobId: always.jobId });
    always.world.sandbox.state.faults.clear();
    await always.world.worker.tick();
    expect((await draftsIn(always.world)).size).toBe(2);
  });

  it("what may be the same in both languages is stored as worth a look, one word at once and a name the second time", async () => {
    const world = await atelier({ locales: ["de"], products: 2 });
    const of = { contentTypes: [optionTexts] };
    const names = { "ProductOption/1.name": "Hotel", "ProductOption/2.name": "Ravello Amalfi Positano" };
    await putOptions(world, names);
    const answer = { de: { text_1: "Hotel", text_2: "Ravello Amalfi Positano" } };
    world.sandbox.state.queue({ answers: [{ content: answer, times: 2 }] });
    const { items } = await translate(world, { ...of, productIds: [firstOf(world)] });
    expect(items[0]).toMatchObject({ status: "done", message: "2 texts translated into 1 language" });
    expect(world.sandbox.state.calls.length).toBe(2);
    const drafts = await draftsIn(world);
    expect([...drafts.values()].map(({ body }) => body).toSorted()).toEqual(Object.values(names).toSorted());
    for (const draft of drafts.values()) {
      expect(draft.blocked).toBe(false);
      expect(codesOf(draft)).toEqual(["ECHO"]);
    }
    // What was settled is not paid for again, and what a person approved so is taken for other products.
    expect(await start(world, { ...of, productIds: [firstOf(world)] })).toBeNull();
    const versionIds = [...drafts.values()].map(({ id }) => id);
    await approveVersions(world, { shop, versionIds, by: "anna", onlyClean: false });
    await putOptions(world, { "ProductOption/9.name": "Hotel" }, "1002");
    const second = await translate(world, { ...of, productIds: world.productIds.slice(1) });
    expect(second.items[0]?.result).toMatchObject({ texts: 1, reused: 1 });
    expect(world.sandbox.state.calls.length).toBe(2);
  });

  it("of several texts those that were translated are kept", async () => {
    const world = await atelier({ locales: ["de", "ja"] });
    world.sandbox.state.queue({
      answers: [{ content: { de: { title: "Leinenhemd Ravello" }, ja: { title: "Linen Shirt Ravello" } }, times: 3 }],
    });
    const { items } = await translate(world, { contentTypes: ["title"] });
    expect([...(await draftsIn(world)).keys()]).toEqual(["de title"]);
    expect(items[0]).toMatchObject({
      message: "1 text translated into 1 language, 1 came back untranslated and stay missing",
      result: { untranslated: [{ locale: "ja", text: "title", why: "echo" }] },
    });
  });

  it("fields that never come, refusals and answers that are no JSON leave the text missing", async () => {
    for (const kind of ["field_missing", "truncation"]) {
      const { item, drafts, calls } = await faulty(kind, 9);
      expect(calls.length).toBe(3);
      expect(item?.status).toBe("failed");
      expect(drafts.size).toBe(0);
    }
    expect((await faulty("field_missing", 1)).drafts.size).toBe(2);
  });
});

describe("money and crashes", () => {
  it("costs 0.3 credits a text and language, rounded up for each product", async () => {
    const world = await atelier({ products: 2, priced: true });
    await putLive(world, "de", { title: { value: "Leinenhemd" }, desc: { value: "<p>Ein Hemd.</p>" } });
    await applyGrant(world, { shop, grant: 10 });
    const { jobId } = await translate(world);
    // 4 texts → 1.2, 6 texts → 1.8
    expect((await entriesOf(world.db, shop)).filter(({ kind }) => kind === "charge").map((one) => one.credits)).toEqual(
      [...[-2, -2]],
    );
    expect((await balancesOf(world.db, shop)).kept).toBe(6);
    expect(await readRun(world, { shop, jobId })).toMatchObject({ calls: 2, unpricedCalls: 0 });
    await applyGrant(world, { shop, grant: 10 });
    await expect(start(await atelierWithGrant(1), {})).rejects.toThrow("do not cover");
  });

  it("a worker that dies between two calls, or after storing, pays for nothing twice", async () => {
    const world = await atelier({ locales: ["de", "ja", "ar", "fr"] });
    const long = `<p>${"A calm shirt for slow mornings and long walks by the sea, made for people who like plain things. ".repeat(20)}</p>`;
    await world.db.orm.update(products).set({ descriptionHtml: long }).where(ofShop);
    const jobId = await start(world);
    const { forShop } = world.models;
    let calls = 0;
    const dying = {
      ...world.models,
      async forShop(of: Parameters<typeof forShop>[0]) {
        const own = await forShop(of);
        return {
          ...own,
          model: {
            ...own.model,
            complete: (...args: Parameters<typeof own.model.complete>) => {
              if (calls++ === 1) throw new Error("the worker died");
              return own.model.complete(...args);
            },
          },
        };
      },
    };
    const { createTranslateTask } = await import("../../../app/tasks/translate-content.ts");
    const task = createTranslateTask({ ...world, models: dying });
    const payload = task.payload.parse({
      ...{ locales: ["de", "ja", "ar", "fr"], contentTypes: ["title", "desc"], which: "missing", agentModel: "v1" },
      ...{ createdBy: "anna", examplesBefore: world.clock.now(), productCredits: 1 },
    });
    const context = {
      ...{ shop, jobId: started(jobId), seq: 0, attempt: 1, signal: new AbortController().signal },
      ...{ checkpoint: undefined, saveCheckpoint: async () => {}, progress: async () => {} },
      *assertLease() {},
      assertStillWanted: async () => {},
    };
    const productId = firstOf(world);
    await expect(task.run(context, payload, { productId })).rejects.toThrow("the worker died");
    expect((await draftsIn(world)).size).toBe(0);
    expect(world.sandbox.state.totals.paid).toBe(1);
    expect(await task.run(context, payload, { productId })).toMatchObject({ outcome: "done" });
    const { paid } = world.sandbox.state.totals;
    expect(paid).toBe(world.db.raw.prepare("SELECT 1 FROM model_answers WHERE shop = ?").all(shop).length);
    expect((await draftsIn(world)).size).toBe(8);
    expect(await task.run(context, payload, { productId })).toMatchObject({ outcome: "done", result: { texts: 8 } });
    expect(world.sandbox.state.totals.paid).toBe(paid);
    expect(await entriesOf(world.db, shop)).toHaveLength(1);
    for (const [error, stored] of [
      [new LeaseLost(), 0],
      [new JobCancelled(), 2],
    ] as const) {
      const other = await atelier({ locales: ["de"] });
      const own = {
        ...context,
        assertLease: () => failing(error),
      };
      await createTranslateTask(other)
        .run(own, { ...payload, locales: payload.locales.slice(0, 1) }, { productId })
        .catch(() => {});
      expect((await draftsIn(other)).size).toBe(stored);
    }
  });

  it("a reached cap pauses the run before it calls", async () => {
    const world = await atelier({ priced: true, products: 2 });
    const input = { dailyCostCap: "", dailyCreditsCap: "1", prices: {} };
    const checked = await checkSpendSettings(world, { shop, input, pricedByOperator: () => true });
    if (checked.outcome === "invalid") throw new Error(JSON.stringify(checked.errors));
    await saveSpendSettings(world, { shop, settings: checked.settings });
    const { items } = await translate(world);
    expect(items.map(({ status }) => status).sort()).toEqual(["paused", "paused"]);
    expect((await world.db.orm.select().from(pauses)).map(({ reason }) => reason)).toEqual(["spend_cap"]);
    expect(world.sandbox.state.calls.length).toBe(0);
  });
});

// biome-ignore lint/correctness/useYield: it ends before it would
function* failing(error: Error): Generator<never, void> {
  throw error;
}

async function atelierWithGrant(grant: number): Promise<Atelier> {
  const world = await atelier();
  await applyGrant(world, { shop, grant });
  return world;
}

it("a number of the source that no fact holds is no invention of the translator's", async () => {
  const world = await atelier({ locales: ["de"] });
  await world.db.orm
    .update(products)
    .set({
      seoDescription: "A linen shirt with 14 days to send it back and a box that weighs 311 g, for slow mornings.",
    })
    .where(ofShop);
  await translate(world, { contentTypes: ["seo_desc"] });
  // The sandbox's sentences have the numbers of their source and other words.
  const codes = codesOf((await draftsIn(world)).get("de seo_desc"));
  expect(codes?.filter((code) => code !== "MEANING_DIFFERS")).toEqual([]);
});
