import { existsSync, readdirSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { deleteFeed } from "../../app/commands/feeds/delete-feed.ts";
import { makeFeed as makeFeedCommand } from "../../app/commands/feeds/make-feed.ts";
import type { Db } from "../../app/db/open.ts";
import { jobs, products, versions } from "../../app/db/schema/index.ts";
import { listFeedRuns, readFeed, writeFeedJob } from "../../app/feeds/feed.ts";
import { feedFolder } from "../../app/feeds/files/feed-folder.ts";
import { pruneFiles } from "../../app/feeds/files/prune-files.ts";
import { makeFeed } from "../../app/feeds/make/make-feed.ts";
import { saveFeed } from "../../app/feeds/save-feed.ts";
import { startDueFeeds } from "../../app/feeds/start-feed.ts";
import type { ItemContext } from "../../app/jobs/task.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { createFeedTask } from "../../app/tasks/write-feed.ts";
import { aWorker, until } from "../jobs/support.ts";
import { shop, startAt, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { addFeed, choices, feedsFolder, idOf, servedFile, storeCatalogue, translate } from "./making-world.ts";

const asker = { shop, by: "user:1" };
const columns = { columns: true } as const;

/** A context of an item that keeps its checkpoint and may be stopped after so many of them. */
function context(state: { checkpoint?: unknown; left?: number }): ItemContext {
  const controller = new AbortController();
  return {
    shop,
    jobId: jobIdSchema.parse("job_01k0q3v5x7z9b1d3f5h7j9m"),
    seq: 0,
    attempt: 1,
    signal: controller.signal,
    checkpoint: state.checkpoint,
    async saveCheckpoint(value) {
      state.checkpoint = JSON.parse(JSON.stringify(value));
      if (state.left !== undefined && state.left-- <= 0) controller.abort(new Error("the process died"));
    },
    progress: async () => {},
    *assertLease() {},
    assertStillWanted: async () => {},
  };
}

async function made(db: Db, folder: string, feedId: string) {
  await makeFeed({ db, clock: testClock(), feedsFolder: folder }, context({}), feedId);
  return servedFile(db, folder, feedId);
}

describe("a feed's file", () => {
  it("has each product once, by a worker's job, and its run tells the numbers", async () => {
    const db = openTestDatabase();
    const folder = feedsFolder();
    await storeCatalogue(db, 60);
    const feedId = await addFeed(db);
    const clock = testClock();
    expect(await makeFeedCommand.run({ db, clock }, asker, { feedId })).toMatchObject({ kind: "started" });
    expect(await makeFeedCommand.run({ db, clock }, asker, { feedId })).toEqual({ kind: "under_way" });
    aWorker({ db, clock, tasks: [createFeedTask({ db, clock, feedsFolder: folder }) as never] }).start();
    await until(async () => (await db.do(readFeed(shop, feedId)))?.file != null, "the feed is made");
    const rows = parse(await servedFile(db, folder, feedId), columns) as Record<string, string>[];
    expect(rows.map(({ product_id }) => product_id)).toEqual(Array.from({ length: 60 }, (_, n) => idOf(n + 1)));
    const [run] = await db.do(listFeedRuns(shop, feedId));
    expect(run).toMatchObject({ products: 60, rows: 60, leftOut: 0, untranslated: 0 });
    expect(await makeFeedCommand.run({ db, clock }, asker, { feedId })).not.toEqual({ kind: "not_found" });
    expect(writeFeedJob.exclusiveGroup).toBe("feed");
  });

  it.each(["generic-csv", "generic-json", "openai-jsonl", "google-xml"])(
    "of %s that was stopped anywhere and gone on with is the same as one made in one go",
    async (template) => {
      const db = openTestDatabase();
      const folder = feedsFolder();
      await storeCatalogue(db, 1_130);
      const settings = { seller_name: "Fern" };
      const whole = await made(db, folder, await addFeed(db, { template, settings }));
      const feedId = await addFeed(db, { template, settings });
      const deps = { db, clock: testClock(), feedsFolder: folder };
      const state: { checkpoint?: unknown; left?: number } = {};
      for (const left of [0, 1]) {
        state.left = left;
        await expect(makeFeed(deps, context(state), feedId)).rejects.toThrow("the process died");
        // What a process wrote behind its last checkpoint before it was killed, half a row.
        const parts = readdirSync(feedFolder(folder, shop, feedId)).filter((name) => name.endsWith(".part"));
        for (const name of parts) await appendFile(join(feedFolder(folder, shop, feedId), name), '"half a ro');
      }
      delete state.left;
      expect(await makeFeed(deps, context(state), feedId)).toMatchObject({ kind: "made", products: 1_130 });
      expect(await servedFile(db, folder, feedId)).toBe(whole);
      expect(await db.do(listFeedRuns(shop, feedId))).toHaveLength(1);
    },
    30_000,
  );

  it("is begun anew when its template changed after a crash, or when a part of it is no longer there", async () => {
    const db = openTestDatabase();
    const folder = feedsFolder();
    await storeCatalogue(db, 600);
    const feedId = await addFeed(db);
    const deps = { db, clock: testClock(), feedsFolder: folder };
    const state: { checkpoint?: unknown; left?: number } = { left: 1 };
    await expect(makeFeed(deps, context(state), feedId)).rejects.toThrow("the process died");
    delete state.left;
    const feed = { name: "Ours", template: "generic-json", dailyAt: null, choices };
    await db.transact({ shop }, () => saveFeed({ shop, id: feedId, feed, now: startAt }));
    await makeFeed(deps, context(state), feedId);
    expect(JSON.parse(await servedFile(db, folder, feedId)).items).toHaveLength(600);
    const lost = { ...(state.checkpoint as object), bytes: 1_000_000_000 };
    await makeFeed(deps, context({ checkpoint: lost }), feedId);
    expect(JSON.parse(await servedFile(db, folder, feedId)).items).toHaveLength(600);
  });

  it("says what became of every row, and counts why rows are left out", async () => {
    const db = openTestDatabase();
    const folder = feedsFolder();
    await storeCatalogue(db, 4);
    await translate(db, 1, { title: "Laken", desc: "<p>Leinen.</p>" });
    await translate(db, 2, { title: "Laken" });
    const feedId = await addFeed(db, { template: "meta", locale: "de" });
    const file = parse(await made(db, folder, feedId), columns) as Record<string, string>[];
    expect(file.map(({ title, link }) => [title, link])).toEqual([
      ["Laken", "https://fern.example/de/products/sheet-1"],
    ]);
    const [run] = await db.do(listFeedRuns(shop, feedId));
    expect(run).toMatchObject({ rows: 1, leftOut: 3, untranslated: 0, reasons: { not_translated: 3 } });
    const report = parse(await reportOf(folder, feedId, run?.id ?? ""), columns) as Record<string, string>[];
    expect(new Set(report.map(({ product_id }) => product_id))).toEqual(new Set([1, 2, 3, 4].map(idOf)));
    expect(report.filter(({ outcome }) => outcome === "written").map(({ id }) => id)).toEqual(["1"]);

    const withSource = await addFeed(db, { template: "meta", locale: "de", untranslated: "source" });
    expect(parse(await made(db, folder, withSource), columns)).toHaveLength(4);
    expect((await db.do(listFeedRuns(shop, withSource)))[0]).toMatchObject({ rows: 4, untranslated: 3 });
  });

  it("carries the channel's own approved text before the shop's, and marks the model's", async () => {
    const db = openTestDatabase();
    const folder = feedsFolder();
    await storeCatalogue(db, 3);
    const version = (n: number, rest: Partial<typeof versions.$inferInsert>) => ({
      id: `ver_${n}`,
      shop,
      productId: idOf(n),
      contentType: "title",
      locale: "en",
      channel: "google",
      state: "approved" as const,
      origin: "generated" as const,
      body: `Google title ${n}`,
      warnings: [],
      blocked: false,
      evidence: [],
      baseDigest: "",
      factsDigest: "",
      configDigest: "",
      createdAt: startAt,
      ...rest,
    });
    await db.orm
      .insert(versions)
      .values([
        version(1, {}),
        version(2, { channel: "store", state: "published", body: "Linen sheet 2" }),
        version(3, { channel: "store", state: "published", body: "What somebody changed since" }),
      ]);
    const feedId = await addFeed(db, { template: "google-supplemental" });
    const rows = parse(await made(db, folder, feedId), { ...columns, delimiter: "\t" }) as Record<string, string>[];
    expect(rows.map(({ structured_title }) => structured_title)).toEqual([
      'trained_algorithmic_media:"Google title 1"',
      'trained_algorithmic_media:"Linen sheet 2"',
      'default:"Linen sheet 3"',
    ]);
  });

  it("holds no draft, archived or deleted product, and none of another shop", async () => {
    const db = openTestDatabase();
    const folder = feedsFolder();
    await storeCatalogue(db, 4);
    await db.orm.update(products).set({ status: "draft" }).where(eqId(1));
    await db.orm.update(products).set({ status: "archived" }).where(eqId(2));
    await db.orm.update(products).set({ goneAt: startAt }).where(eqId(3));
    const rows = parse(await made(db, folder, await addFeed(db)), columns) as Record<string, string>[];
    expect(rows.map(({ id }) => id)).toEqual(["4"]);
  });
});

it("a feed without a currency, or with half a country, is not kept, and says which field is meant", async () => {
  const db = openTestDatabase();
  await storeCatalogue(db, 1);
  const feed = { name: "", template: "meta", dailyAt: null, choices: { ...choices, currency: "", country: "D" } };
  const saved = await db.transact({ shop }, () => saveFeed({ shop, id: null, feed, now: startAt }));
  expect(saved).toEqual({
    problems: [
      { field: "name", code: "missing" },
      { field: "currency", code: "missing" },
      { field: "country", code: "missing" },
    ],
  });
});

describe("a daily feed", () => {
  it("is made at its time, and not again while nothing changed", async () => {
    const db = openTestDatabase();
    const folder = feedsFolder();
    await storeCatalogue(db, 2);
    const clock = testClock();
    const feedId = await addFeed(db, { dailyAt: 120 });
    expect(await startDueFeeds({ db, clock })).toBe(0);
    clock.advance(86_400_000);
    expect(await startDueFeeds({ db, clock })).toBe(1);
    expect(await startDueFeeds({ db, clock })).toBe(0);
    await db.orm.update(jobs).set({ finishedAt: 1 }).where(eq(jobs.shop, shop));
    await makeFeed({ db, clock, feedsFolder: folder }, context({}), feedId);
    clock.advance(86_400_000);
    expect(await startDueFeeds({ db, clock })).toBe(0);
    await db.orm
      .update(products)
      .set({ updatedAt: startAt + 1 })
      .where(eqId(1));
    clock.advance(86_400_000);
    expect(await startDueFeeds({ db, clock })).toBe(1);
  });
});

describe("files of feeds", () => {
  it("go with their feed; of one that stays the served file and reports are kept", async () => {
    const db = openTestDatabase();
    const folder = feedsFolder();
    await storeCatalogue(db, 2);
    const [kept, deleted] = [await addFeed(db), await addFeed(db)];
    for (const feedId of [kept, deleted, kept]) await made(db, folder, feedId);
    const path = feedFolder(folder, shop, kept);
    await appendFile(join(path, "run_0000000000000000000000.part"), "left by a crash");
    await appendFile(join(path, "notes.txt"), "somebody else's");
    await deleteFeed.run({ db }, asker, { feedId: deleted });
    await pruneFiles({ db }, folder, new AbortController().signal);
    const names = readdirSync(path);
    expect(existsSync(feedFolder(folder, shop, deleted))).toBe(false);
    expect(names.filter((name) => name.endsWith(".report.csv"))).toHaveLength(2);
    expect(names.filter((name) => /^run_[^.]+\.csv$/.test(name))).toHaveLength(1);
    expect(names).toContain("notes.txt");
    expect(names.some((name) => name.endsWith(".part"))).toBe(false);
    expect(await servedFile(db, folder, kept)).toContain("Linen sheet 2");
  });
});

async function reportOf(folder: string, feedId: string, runId: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(join(feedFolder(folder, shop, feedId), `${runId}.report.csv`), "utf8");
}

function eqId(n: number) {
  return and(eq(products.shop, shop), eq(products.id, idOf(n)));
}
