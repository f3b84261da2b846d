import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { planProductTranslation } from "../../app/commands/products/plan-translation.ts";
import { translateProducts } from "../../app/commands/products/translate-products.ts";
import { jobs, shopMarkets } from "../../app/db/schema/index.ts";
import { localeSchema } from "../../app/lib/brand.ts";
import { atelier, putLive, translate } from "../generation/translate/translate-world.ts";
import { shop } from "../support/content/shop.ts";

const parsed = (...locales: string[]) => locales.map((locale) => localeSchema.parse(locale));
const anna = { shop, by: "user:1" };
const wish = {
  locales: parsed("de", "ja"),
  contentTypes: ["title", "desc", "seo_desc"],
  which: "missing",
  includeEdited: false,
} as const;
const run = { agentModel: "v1", lane: "direct" } as const;

it("a plan tells what a run would translate, leave and cost, and starts nothing", async () => {
  const world = await atelier({ products: 2, priced: true });
  await putLive(world, "de", { title: { value: "Leinenhemd" } });
  const asked = { ...wish, ...run, selection: { ids: ["1001", "1002", "7"] } };
  const planned = await planProductTranslation.run(world, anna, {
    ...asked,
    locales: parsed(...wish.locales),
    contentTypes: [...wish.contentTypes],
  });
  expect(planned).toEqual({
    kind: "planned",
    plan: {
      ...{
        chosen: 2,
        exact: true,
        products: 2,
        asked: 7,
        reused: 0,
        byLocale: { de: 3, ja: 4 },
        byMarket: { "": 7 },
        handsOff: 0,
      },
      leftOut: {
        translated: 1,
        waits: 0,
        edited: 0,
        nothing_to_translate: 0,
        linked: 0,
        fixed_choices: 0,
        reads_general: 0,
      },
      withoutSource: { seo_desc: 2 },
      // 3 texts and 4 texts, each product rounded up
      credits: 3,
      ...{ costNanos: expect.any(Number), durationMs: expect.any(Number) },
    },
  });
  expect(world.sandbox.state.calls).toEqual([]);
  const waiting = await planProductTranslation.run(world, anna, {
    ...asked,
    ...{ lane: "batch", locales: parsed("de"), contentTypes: ["title"] },
  });
  expect(waiting).toMatchObject({ plan: { credits: 1, durationMs: null, products: 1 } });
  // What a plan expects of tokens is about what the run then takes.
  const { plan } = planned as Extract<typeof planned, { kind: "planned" }>;
  await translate(world, { locales: parsed("de", "ja") });
  const { promptTokens, completionTokens } = world.sandbox.state.totals;
  const nanos = promptTokens * 1_000 + completionTokens * 8_000;
  expect((plan.costNanos ?? 0) / nanos).toBeGreaterThan(0.6);
  expect((plan.costNanos ?? 0) / nanos).toBeLessThan(1.7);
});

it("a run is started for the chosen products that lack something, by whoever asks for it", async () => {
  const world = await atelier({ products: 2 });
  const asked = { ...wish, ...run, locales: parsed(...wish.locales), contentTypes: [...wish.contentTypes] };
  const started = await translateProducts.run(world, anna, { ...asked, selection: { ids: ["1001", "7"] } });
  expect(started).toMatchObject({ kind: "started", products: 1, texts: 4, leftOut: 1, modelRefused: false });
  const [job] = await world.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
  expect(job).toMatchObject({ kind: "translate-content", total: 1, createdBy: "user:1" });
  await world.worker.tick();
  const again = await translateProducts.run(world, anna, { ...asked, selection: { ids: ["1001"] } });
  expect(again).toEqual({ kind: "nothing_to_translate", edited: 0, waits: 4, handsOff: 0 });
});

it("nothing starts for a language that the shop does not have, nor for products that it does not have", async () => {
  const world = await atelier();
  const asked = { ...wish, ...run, contentTypes: [...wish.contentTypes], selection: { ids: ["1001"] } };
  expect(await translateProducts.run(world, anna, { ...asked, locales: parsed("de", "en", "sv") })).toEqual({
    ...{ kind: "unknown_locales", locales: parsed("en", "sv") },
  });
  expect(await planProductTranslation.run(world, anna, { ...asked, locales: parsed("sv") })).toMatchObject({
    kind: "unknown_locales",
  });
  expect(
    await translateProducts.run(world, anna, { ...asked, locales: parsed("de"), selection: { ids: ["7"] } }),
  ).toEqual({
    kind: "no_product",
  });
  expect(await world.db.orm.select().from(jobs).where(eq(jobs.shop, shop))).toEqual([]);
});

it("a market that the shop does not have is refused with the names of those that exist", async () => {
  const world = await atelier({ locales: ["de"] });
  await world.db.orm.insert(shopMarkets).values({
    ...{ shop, id: "31", handle: "ch", name: "Switzerland", active: true, parents: [], countries: ["CH"] },
    ...{ locales: ["de"], position: 0 },
  });
  const asked = { ...wish, ...run, locales: parsed("de"), contentTypes: ["title"], selection: { ids: ["1001"] } };
  const refusal = { code: "unknown_market", merchantMessage: expect.stringContaining("Use one of: 31 (Switzerland).") };
  const unknown = { ...asked, markets: ["", "99"] };
  await expect(translateProducts.run(world, anna, unknown)).rejects.toMatchObject(refusal);
  await expect(planProductTranslation.run(world, anna, unknown)).rejects.toMatchObject(refusal);
  expect(await translateProducts.run(world, anna, { ...asked, markets: ["", "31"] })).toMatchObject({
    kind: "started",
  });
});
