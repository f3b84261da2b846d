import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobItems, jobs, shopMarkets, writeBacks } from "../../../app/db/schema/index.ts";
import { createWorker } from "../../../app/jobs/create-worker.ts";
import { jobIdSchema } from "../../../app/lib/brand.ts";
import { startPublishing } from "../../../app/publishing/start-publishing.ts";
import { startUndo } from "../../../app/publishing/start-undo.ts";
import { createPublishTask } from "../../../app/tasks/publish.ts";
import type { Target } from "../../../app/texts/target.ts";
import { shop, silent } from "../../shopify/open-store.ts";
import { europeanMarket, inGerman, openTranslationWorld, type TranslationWorld } from "./translation-world.ts";

/** A market of the store, with one above it that the app knows of. */
async function swissOf(world: TranslationWorld): Promise<{ swiss: Target; above: Target }> {
  const [market] = [...world.store.state.shop(shop).markets.values()];
  const swiss = { ...inGerman, market: String(market?.id) };
  const europe = world.store.state.addMarket(shop, europeanMarket);
  const above = { ...inGerman, market: String(europe.id) };
  const row = { shop, handle: "m", active: true, locales: [], position: 0 };
  await world.db.orm.delete(shopMarkets).where(eq(shopMarkets.shop, shop));
  await world.db.orm.insert(shopMarkets).values([
    { ...row, id: swiss.market, name: "Switzerland", parents: [above.market], countries: ["CH"] },
    { ...row, id: above.market, name: "Europe", parents: [], countries: ["CH", "DE"] },
  ]);
  return { swiss, above };
}

async function publish(world: TranslationWorld, targets: Target[]) {
  const { productId } = world;
  const jobId = await startPublishing(world, { shop, productIds: [productId], targets });
  const worker = createWorker({
    ...{ ...world, logger: silent, slots: 1, leaseMs: 600_000, random: () => 0 },
    tasks: [createPublishTask(world)],
  });
  for (let round = 0; round < 10; round++) {
    world.clock.advance(60_000);
    if ((await worker.tick()) === 0) break;
  }

  const [item] = await world.db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  const [job] = await world.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId)));
  return { title: job?.title, item };
}

test("a run names the market it publishes for, and says that a text equal to the general one is not kept there", async () => {
  const world = await openTranslationWorld();
  const { swiss } = await swissOf(world);
  world.translate("title", "Überall");
  await world.approveFor("title", { target: swiss, body: "Überall" });
  await world.approveFor("seo_title", { target: swiss, body: "Nur hier" });
  const { title, item } = await publish(world, [swiss]);
  expect(title).toBe("Publish approved texts of 1 product in German (Switzerland)");
  expect(item).toMatchObject({ status: "done" });
  expect(item?.message).toBe(
    "German (Switzerland): Published: SEO title. Same as what this market shows without a text of its own, so nothing is kept there: Title.",
  );
});

test("a run says which texts cannot be kept for a market since the one above has another text", async () => {
  const world = await openTranslationWorld();
  const { swiss, above } = await swissOf(world);
  world.translate("title", "Weiter oben", above);
  world.translate("title", "Überall");
  await world.approveFor("title", { target: swiss, body: "Überall" });
  const { item } = await publish(world, [swiss]);
  expect(item).toMatchObject({ status: "failed", code: "market_above" });
  expect(item?.message).toContain("the market above has another one: Title.");
});

test("a run writes what is said everywhere and the markets above before those that are compared with them", async () => {
  const world = await openTranslationWorld();
  const { swiss, above } = await swissOf(world);
  world.translate("title", "Überall");
  world.translate("title", "Weiter oben", above);
  world.translate("seo_title", "Überall");
  await world.approveFor("title", { target: swiss, body: "Weiter oben" });
  await world.approveFor("title", { target: above, body: "Weiter oben neu", base: "Weiter oben" });
  await world.approveFor("seo_title", { target: swiss, body: "Überall" });
  await world.approveFor("seo_title", { body: "Überall neu", base: "Überall" });
  const { item } = await publish(world, [swiss, above, inGerman]);
  expect(item).toMatchObject({ status: "done" });
  expect([world.held("title", swiss), world.held("title", above)]).toEqual(["Weiter oben", "Weiter oben neu"]);
  expect([world.held("seo_title", swiss), world.held("seo_title")]).toEqual(["Überall", "Überall neu"]);
});

test("an undo of a run brings back what is said everywhere first, then each market before those below it", async () => {
  const world = await openTranslationWorld();
  const { swiss, above } = await swissOf(world);
  await world.approveFor("title", { target: swiss, body: "Nur hier" });
  await world.approveFor("title", { target: above, body: "In Europa" });
  await world.approveFor("title", { target: inGerman, body: "Überall" });
  await publish(world, [inGerman, above, swiss]);
  const written = await world.db.orm.select().from(writeBacks).where(eq(writeBacks.shop, shop));
  const marketOf = new Map<string, string | undefined>();
  // A text that was tried again later is written by a later run than those below it.
  for (const { id: old, fields } of written) {
    const market = fields[0]?.target.market;
    const id = `${market === "" ? "9" : market === above.market ? "5" : "1"}${old}`;
    await world.db.orm
      .update(writeBacks)
      .set({ id })
      .where(and(eq(writeBacks.shop, shop), eq(writeBacks.id, old)));
    marketOf.set(id, market);
  }
  const { jobId } = written[0] ?? {};
  const undoing = await startUndo(world, { shop, jobId: jobIdSchema.parse(jobId) });
  const items = await world.db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, undoing)))
    .orderBy(asc(jobItems.seq));
  const ids = items.map(({ payload }) => (payload as { writeBackId: string }).writeBackId);
  expect(ids.map((id) => marketOf.get(id))).toEqual(["", above.market, swiss.market]);
});
