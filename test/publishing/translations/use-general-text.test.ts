import { expect, test } from "vitest";
import { keepShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { useGeneralText } from "../../../app/commands/texts/use-general-text.ts";
import { jobItems, shopMarkets } from "../../../app/db/schema/index.ts";
import { run } from "../../../app/db/steps.ts";
import { createWorker } from "../../../app/jobs/create-worker.ts";
import { readJob } from "../../../app/jobs/read-jobs.ts";
import { localeSchema } from "../../../app/lib/brand.ts";
import { listConflicts } from "../../../app/publishing/list-conflicts.ts";
import { listWriteBacks } from "../../../app/publishing/list-write-backs.ts";
import { startUndo } from "../../../app/publishing/start-undo.ts";
import { createPublishTask } from "../../../app/tasks/publish.ts";
import { createUndoTask } from "../../../app/tasks/undo.ts";
import type { Target } from "../../../app/texts/target.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { shownText } from "../../../app/versions/shown-text.ts";
import { shop, silent } from "../../shopify/open-store.ts";
import { german, inGerman, openTranslationWorld, type TranslationWorld } from "./translation-world.ts";

/** German, and a market of it that the app knows. */
async function openMarket(): Promise<{ world: TranslationWorld; target: Target }> {
  const world = await openTranslationWorld();
  const [market] = [...world.store.state.shop(shop).markets.values()];
  const target = { ...inGerman, market: String(market?.id) };
  const row = { shop, id: target.market, handle: "ch", name: "Switzerland", active: true, position: 0 };
  await world.db.orm
    .insert(shopMarkets)
    .values({ ...row, parents: [], countries: ["CH"], locales: [] })
    .onConflictDoNothing();
  return { world, target };
}

async function runAll(world: TranslationWorld): Promise<void> {
  const worker = createWorker({
    ...{ ...world, logger: silent, slots: 1, leaseMs: 600_000, random: () => 0 },
    tasks: [createPublishTask(world), createUndoTask(world)],
  });
  for (let round = 0; round < 10; round++) {
    world.clock.advance(60_000);
    if ((await worker.tick()) === 0) return;
  }
  throw new Error("the work does not end");
}

/** What the last import read of the market. */
async function keepMirrored({ db, productId: owner }: TranslationWorld, target: Target, value: string): Promise<void> {
  const texts = { title: { value, outdated: false, updatedAt: null } };
  await db.transact({ shop }, () => keepShopTranslations({ shop, owner, target, texts, readAt: 1 }));
}

function ask(world: TranslationWorld, { market }: Target, contentType: string, live: string) {
  const { productId } = world;
  const shown = shownText({ source: world.source(contentType).digest, live });
  const asked = { productId, contentType, locale: localeSchema.parse("de"), market, shown };
  return useGeneralText.run(world, { shop, by: "user:1" }, asked);
}

test("a market's own text is taken away in one act, and an undo brings it back", async () => {
  const { world, target } = await openMarket();
  await world.approveFor("title", { body: "Überall" });
  await world.publishFor();
  await world.approveFor("title", { target, body: "Nur hier" });
  await world.publishFor(target);
  expect(world.held("title", target)).toBe("Nur hier");
  expect(await ask(world, target, "title", "Nur hier")).toMatchObject({ kind: "started" });
  await runAll(world);
  expect(world.held("title", target)).toBeNull();
  expect(world.held("title")).toBe("Überall");
  const { productId } = world;
  const [last] = await listWriteBacks(world, { shop, productId, target, limit: 1 });
  const jobId = await startUndo(world, { shop, writeBackIds: [last?.id ?? ""] });
  const undoing = await readJob(world, { shop, jobId });
  expect(undoing).toMatchObject({
    title: expect.stringMatching(/1 product in German \(.+\)$/),
    payload: { targets: [target] },
  });
  await runAll(world);
  expect(world.held("title", target)).toBe("Nur hier");
});

test("a description of a market is taken away by the same act, whatever its markup", async () => {
  const { world, target } = await openMarket();
  await world.approveFor("desc", { body: german.desc ?? "" });
  await world.publishFor();
  await world.approveFor("desc", { target, body: "<p>Nur hier.</p>" });
  await world.publishFor(target);
  expect(world.held("desc", target)).toBe("<p>Nur hier.</p>");
  expect(await ask(world, target, "desc", "<p>Nur hier.</p>")).toMatchObject({ kind: "started" });
  await runAll(world);
  expect(world.held("desc", target)).toBeNull();
});

test("a market's own text is taken away also where the general one changed in the shop before that was published", async () => {
  const { world, target } = await openMarket();
  await world.approveFor("title", { body: "Überall" });
  await world.publishFor();
  world.translate("title", "Nur hier", target);
  await keepMirrored(world, target, "Nur hier");
  expect(await ask(world, target, "title", "Nur hier")).toMatchObject({ kind: "started" });
  world.translate("title", "Überall neu");
  await runAll(world);
  expect([world.held("title", target), world.held("title")]).toEqual([null, "Überall neu"]);
  const [item] = await world.db.orm.select().from(jobItems);
  expect(item).toMatchObject({
    status: "done",
    message: "German (Switzerland): Nothing of its own is kept any more, as was asked for: Title.",
  });
});

test("a market's own text that somebody changed in the shop meanwhile is not taken away", async () => {
  const { world, target } = await openMarket();
  world.translate("title", "Überall");
  world.translate("title", "Nur hier", target);
  await keepMirrored(world, target, "Nur hier");
  expect(await ask(world, target, "title", "Nur hier")).toMatchObject({ kind: "started" });
  world.translate("title", "Anders", target);
  await runAll(world);
  expect(world.held("title", target)).toBe("Anders");
  expect((await listConflicts(world, { shop, target })).rows).toMatchObject([{ theirs: "Anders" }]);
});

test("a draft with the words of the general text is none that gives the market's own text up", async () => {
  const { world, target } = await openMarket();
  const { productId } = world;
  const original = world.source("title").value;
  world.translate("title", "Nur hier", target);
  await keepMirrored(world, target, "Nur hier");
  const edited = await editVersion(world, {
    ...{ shop, productId, target, contentType: "title", body: original, by: "user:1" },
    shown: shownText({ source: world.source("title").digest, live: "Nur hier" }),
  });
  expect(edited.outcome).toBe("saved");
  expect(await ask(world, target, "title", "Nur hier")).toMatchObject({ kind: "started" });
  world.translate("title", "Überall neu");
  await runAll(world);
  expect(world.held("title", target)).toBeNull();
});

test("nothing is started when a colleague decides at that moment", async () => {
  const { world, target } = await openMarket();
  world.translate("title", "Überall");
  world.translate("title", "Nur hier", target);
  await keepMirrored(world, target, "Nur hier");
  const overtaken = {
    ...world,
    *note() {
      yield* run("UPDATE versions SET state = 'rejected' WHERE shop = @shop AND state = 'draft'", { shop });
    },
  };
  expect(await ask(overtaken, target, "title", "Nur hier")).toEqual({ kind: "stale" });
  expect(await world.db.orm.select().from(jobItems)).toEqual([]);
});

test("what is said nowhere else cannot be used", async () => {
  const { world, target } = await openMarket();
  expect(await ask(world, target, "ProductOption/999.name", "Nur hier")).toEqual({ kind: "not_found" });
});
