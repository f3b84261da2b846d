import { expect, it } from "vitest";
import { startTextsImport } from "../../../app/catalog/resources/start-texts-import.ts";
import { startImport } from "../../../app/catalog/start-import.ts";
import type { Steps } from "../../../app/db/steps.ts";
import { cancelJob } from "../../../app/jobs/cancel-job.ts";
import { listJobs } from "../../../app/jobs/read-jobs.ts";
import { JobCancelled, LeaseLost } from "../../../app/jobs/task.ts";
import { jobIdSchema } from "../../../app/lib/brand.ts";
import type { AdminApi } from "../../../app/shopify/admin-api.ts";
import { adminError } from "../../../app/shopify/admin-errors.ts";
import { textResourceTypes } from "../../../app/shopify/operations/index.ts";
import { createImportTask } from "../../../app/tasks/import-products.ts";
import { createTextsTask, textsSummary } from "../../../app/tasks/import-texts.ts";
import { menusOwner } from "../../../app/texts/resource-owner.ts";
import { aWorker } from "../../jobs/support.ts";
import { shop, silent } from "../../shopify/open-store.ts";
import { answering, openImport } from "../translations/import-world.ts";

/** Three pages of its pages and three of its menus' links, fifty each but the last. */
async function open() {
  const world = await openImport();
  const { db, store } = world;
  const texts = store.state.shop(shop).texts;
  for (let n = 0; n < 120; n++) {
    for (const [kind, type] of [
      ["PAGE", "Page"],
      ["LINK", "Link"],
    ] as const) {
      const resourceId = `gid://shopify/${type}/${7_000_000 + n}`;
      texts.set(resourceId, { kind, resourceId, parentId: null, texts: [{ key: "title", value: `${type} no. ${n}` }] });
      store.state.translate(shop, resourceId, {
        key: "title",
        locale: "de",
        marketId: null,
        value: `${type} Nr. ${n}`,
      });
    }
  }
  await world.run();
  /** the cursors that were asked for, of one type */
  const asked: Record<string, (string | null)[]> = {};
  const counting = (through: AdminApi = world.admin): AdminApi => ({
    ...through,
    run(operation, variables, options) {
      const { type, after } = variables as { type?: string; after?: string | null };
      if (operation.name === "ReadTextResources" && type) asked[type] = [...(asked[type] ?? []), after ?? null];
      return through.run(operation, variables, options);
    },
  });
  const present = (kind: string) =>
    db.raw
      .prepare("SELECT id FROM text_resources WHERE shop = ? AND kind = ? AND gone_at IS NULL")
      .pluck()
      .all(shop, kind);
  const german = (owner: string) =>
    JSON.parse(
      String(
        db.raw
          .prepare("SELECT texts FROM shop_translations WHERE shop = ? AND owner = ? AND locale = 'de' AND market = ''")
          .pluck()
          .get(shop, owner) ?? "{}",
      ),
    ) as Record<string, { value: string }>;
  const aside = () => db.raw.prepare("SELECT count(*) FROM import_children WHERE shop = ?").pluck().get(shop) as number;
  return { ...world, asked, counting, present, german, aside };
}

/** Reads until the worker dies after so many checkpoints, again and again, each time from what was saved last. */
async function readUnderKills(world: Awaited<ReturnType<typeof open>>, each: number) {
  let checkpoint: unknown;
  for (let kills = 0; ; kills++) {
    let left = each;
    const reading = world.readTexts(
      {
        checkpoint,
        async saveCheckpoint(value) {
          // As the database keeps it.
          checkpoint = JSON.parse(JSON.stringify(value));
          if (--left === 0) throw new Error("the worker died");
        },
      },
      world.counting(),
    );
    const died = await reading.then(
      () => false,
      (error: unknown) => {
        if ((error as Error).message !== "the worker died") throw error;
        return true;
      },
    );
    if (!died) return { kills, result: await reading };
  }
}

it("a worker that dies between two pages is followed by one that reads the next page, and none of them twice", async () => {
  const world = await open();
  const { kills, result } = await readUnderKills(world, 1);
  expect(kills).toBeGreaterThan(12);
  expect(result).toMatchObject({ denied: [], partial: [], anew: [] });
  expect(Object.keys(world.asked).sort()).toEqual([...textResourceTypes].sort());
  for (const [type, cursors] of Object.entries(world.asked)) {
    expect(new Set(cursors).size, type).toBe(cursors.length);
    expect(cursors, type).toHaveLength(type === "PAGE" || type === "LINK" ? 3 : 1);
  }
  expect(world.present("page").filter((id) => String(id).startsWith("Page/7000"))).toHaveLength(120);
  expect(world.german("Page/7000119")).toMatchObject({ "Page/7000119.title": { value: "Page Nr. 119" } });
  // The parts of what is one line come together from all pages.
  expect(world.present("menu")).toEqual([menusOwner]);
  const menus = Object.values(world.german(menusOwner)).map(({ value }) => value);
  expect(menus).toEqual(expect.arrayContaining(["Laden", "Link Nr. 0", "Link Nr. 119"]));
  expect(world.aside()).toBe(0);
  const before = world.everything();
  world.clock.advance(60_000);
  expect(await world.readTexts()).toMatchObject({ changed: 0 });
  expect(world.everything()).toEqual(before);
});

it("products that are imported meanwhile leave what was put aside of the menus", async () => {
  const world = await open();
  let saved: unknown;
  const stopped = world.readTexts({
    async saveCheckpoint(value) {
      saved = JSON.parse(JSON.stringify(value));
      if (
        (value as { reading: { kind: string; pages: number } | null }).reading?.kind === "menu" &&
        world.aside() === 2
      )
        throw new Error("the worker died");
    },
  });
  await expect(stopped).rejects.toThrow("the worker died");
  await world.run();
  await world.readTexts({ checkpoint: saved });
  expect(Object.values(world.german(menusOwner)).map(({ value }) => value)).toEqual(
    expect.arrayContaining(["Laden", "Link Nr. 0", "Link Nr. 119"]),
  );
});

function* nothing(): Steps<void> {}

/** An item's lease, as long as it holds. */
const leaseWhile = (holds: () => boolean) =>
  function* (): Steps<void> {
    if (!holds()) throw new LeaseLost();
    yield* nothing();
  };

it("a worker that lost its lease stores no page any more, and puts no part of a line aside", async () => {
  const world = await open();
  await expect(world.readTexts({ assertLease: leaseWhile(() => false) })).rejects.toThrow(LeaseLost);
  expect(world.present("collection")).toEqual([]);
  const assertLease = leaseWhile(() => world.present("page").length === 0);
  await expect(world.readTexts({ assertLease })).rejects.toThrow(LeaseLost);
  expect(world.present("page")).toHaveLength(50);
  const untilMenus = leaseWhile(() => world.asked.MENU === undefined);
  await expect(world.readTexts({ assertLease: untilMenus }, world.counting())).rejects.toThrow(LeaseLost);
  expect(world.aside()).toBe(0);
});

it("a kind whose place Shopify lost is begun anew, once, and that is told", async () => {
  const world = await open();
  const lose = (times: number) => {
    let left = times;
    return world.counting(
      answering(world, "PAGE", ({ after }) => {
        if (after === null || left === 0) return undefined;
        left--;
        throw adminError("shopify_bad_request", "Invalid cursor for current pagination sort.");
      }),
    );
  };
  const once = await world.readTexts({}, lose(1));
  expect(once).toMatchObject({ partial: [], anew: ["page"] });
  expect(textsSummary(once)).toMatch(/read from the beginning: pages\./);
  expect(world.asked.PAGE?.filter((after) => after === null)).toHaveLength(2);
  expect(world.present("page").length).toBeGreaterThan(120);
  const before = world.present("page");
  world.clock.advance(60_000);
  world.store.state.shop(shop).texts.delete("gid://shopify/Page/7000119");
  // Twice on the way: what is missing is not gone.
  expect(await world.readTexts({}, lose(2))).toMatchObject({ partial: ["page"], anew: ["page"] });
  expect(world.present("page")).toEqual(before);
  world.clock.advance(60_000);
  expect(await world.readTexts()).toMatchObject({ partial: [], anew: [] });
  expect(world.present("page")).toHaveLength(before.length - 1);
});

it.each([
  ["stands still", "same"],
  ["leads nowhere", null],
])("a list that %s is not read for ever, nor taken for whole", async (_, endCursor) => {
  const world = await open();
  await world.readTexts();
  const before = world.present("page");
  world.clock.advance(60_000);
  const still = answering(world, "PAGE", () => ({
    translatableResources: { nodes: [], pageInfo: { hasNextPage: true, endCursor } },
  }));
  expect(await world.readTexts({}, still)).toMatchObject({ partial: ["page"] });
  expect(world.present("page")).toEqual(before);
});

it("products are imported without waiting for the other texts, which a job of their own reads; one at most waits", async () => {
  const world = await open();
  const { db, clock, store, admin } = world;
  const deps = { db, clock, logger: silent, fetch: store.fetch, admin: () => admin };
  await startImport({ db, clock }, { shop, createdBy: "anna" });
  await aWorker({ db, clock, tasks: [createImportTask(deps)] }).tick();
  const jobsOf = async () => (await listJobs({ db }, { shop })).rows.map(({ kind, status }) => `${kind} ${status}`);
  expect(await jobsOf()).toEqual(expect.arrayContaining(["import-products completed", "import-texts queued"]));
  expect(store.state.log().some(({ operationName }) => operationName === "ReadTextResources")).toBe(false);
  await startTextsImport({ db, clock }, { shop, createdBy: "import" });
  await aWorker({ db, clock, tasks: [createTextsTask(deps)] }).tick();
  const texts = (await listJobs({ db }, { shop, kind: "import-texts" })).rows;
  expect(texts).toMatchObject([{ status: "completed" }]);
  expect(world.present("page").length).toBeGreaterThan(120);
});

it("a reading that is cancelled stops at the next page", async () => {
  const world = await open();
  const { db, clock } = world;
  let calls = 0;
  const admin: AdminApi = {
    ...world.admin,
    async run(operation, variables, options) {
      const answer = await world.admin.run(operation, variables, options);
      if (operation.name !== "ReadTextResources" || (variables as { type?: string }).type !== "PAGE") return answer;
      calls++;
      const [job] = (await listJobs({ db }, { shop, kind: "import-texts" })).rows;
      await cancelJob({ db, clock }, { shop, jobId: jobIdSchema.parse(job?.id) });
      return answer;
    },
  };
  await startTextsImport({ db, clock }, { shop, createdBy: "import" });
  await aWorker({ db, clock, tasks: [createTextsTask({ db, clock, logger: silent, admin: () => admin })] }).tick();
  expect((await listJobs({ db }, { shop, kind: "import-texts" })).rows).toMatchObject([{ status: "cancelled" }]);
  expect([calls, world.present("page").length <= 50]).toEqual([1, true]);
  // Also where nothing but the question tells it.
  let asked = 0;
  const stopped = world.readTexts({
    async assertStillWanted() {
      if (++asked === 3) throw new JobCancelled();
    },
  });
  await expect(stopped).rejects.toThrow(JobCancelled);
  expect(world.present("page").length).toBeLessThanOrEqual(50);
});
