import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { setFeedAddress } from "../../app/commands/feeds/set-feed-address.ts";
import { exportShop } from "../../app/db/export-shop.ts";
import type { Db } from "../../app/db/open.ts";
import { shops } from "../../app/db/schema/index.ts";
import { all } from "../../app/db/steps.ts";
import { answerFetch } from "../../app/feeds/answer-fetch.ts";
import { readFeed } from "../../app/feeds/feed.ts";
import { addressKeyOf } from "../../app/feeds/feed-address.ts";
import { makeFeed } from "../../app/feeds/make/make-feed.ts";
import type { ItemContext } from "../../app/jobs/task.ts";
import { createRateLimits } from "../../app/lib/rate-limits.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { shop, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { addFeed, feedsFolder, storeCatalogue } from "./making-world.ts";

const sealer = createSealer([Buffer.alloc(32, 1).toString("base64")]);
const asker = { shop, by: "user:1" };

async function world({ share = 100 } = {}) {
  const db = openTestDatabase();
  const clock = testClock();
  const folder = feedsFolder();
  await storeCatalogue(db, 3);
  const feedId = await addFeed(db);
  const rates = createRateLimits({ share });
  const deps = {
    db,
    clock,
    feedsFolder: folder,
    take: (who: string) => rates.take("feeds", { shop: who, by: "channel" }),
  };
  const fetchIt = (key: string, init: RequestInit = {}) =>
    answerFetch(deps, key, new Request("https://app.example/feeds/x", init));
  const set = (to: "new" | "none") => setFeedAddress.run({ db, clock, sealer }, asker, { feedId, to });
  const make = () => makeFeed({ db, clock, feedsFolder: folder }, context, feedId);
  return { db, clock, feedId, fetchIt, set, make, key: () => keyOf(db, feedId) };
}

const context = {
  shop,
  jobId: "job_01k0q3v5x7z9b1d3f5h7j9m",
  signal: new AbortController().signal,
  saveCheckpoint: async () => {},
  progress: async () => {},
  *assertLease() {},
} as unknown as ItemContext;

async function keyOf(db: Db, feedId: string): Promise<string> {
  const feed = await db.do(readFeed(shop, feedId));
  return (feed && addressKeyOf(sealer, feed)) ?? "";
}

describe("a channel that fetches a feed by its address", () => {
  it("gets the file, and nothing new where it has it already", async () => {
    const { fetchIt, set, make, key, db, feedId, clock } = await world();
    await set("new");
    expect((await fetchIt(await key())).status).toBe(503);
    await make();
    const answer = await fetchIt(await key());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect((await answer.text()).split("\n")).toHaveLength(5);
    expect((await db.do(readFeed(shop, feedId)))?.fetchedAt).toBe(clock.now());
    const etag = answer.headers.get("ETag") ?? "";
    expect((await fetchIt(await key(), { headers: { "If-None-Match": `W/${etag}` } })).status).toBe(304);
    const since = answer.headers.get("Last-Modified") ?? "";
    expect((await fetchIt(await key(), { headers: { "If-Modified-Since": since } })).status).toBe(304);
    expect((await fetchIt(await key(), { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    const head = await fetchIt(await key(), { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("Content-Length")]).toEqual([
      200,
      "",
      answer.headers.get("Content-Length"),
    ]);
  });

  it("gets nothing by an address that was renewed or revoked, that is of no feed, or whose shop has gone", async () => {
    const { fetchIt, set, make, key, db, feedId } = await world();
    await make();
    await set("new");
    const first = await key();
    await set("new");
    const second = await key();
    expect((await fetchIt(first)).status).toBe(404);
    expect((await fetchIt(second)).status).toBe(200);
    const wrong = [
      `${second}x`,
      second.slice(0, -1),
      feedId,
      `${feedId}.${"A".repeat(43)}`,
      "",
      `feed_${"0".repeat(22)}.${"A".repeat(43)}`,
    ];
    for (const one of wrong) {
      const answer = await fetchIt(one);
      expect([answer.status, await answer.text()], one).toEqual([404, ""]);
      expect([...answer.headers.keys()]).toEqual(["cache-control"]);
    }
    await set("none");
    expect((await fetchIt(second)).status).toBe(404);
    await set("new");
    const third = await key();
    await db.orm.update(shops).set({ authState: "uninstalled" }).where(eq(shops.shop, shop));
    expect((await fetchIt(third)).status).toBe(404);
  });

  it("may not write, and not ask without end", async () => {
    const { fetchIt, set, make, key } = await world({ share: 2 / 60 });
    await make();
    await set("new");
    expect((await fetchIt(await key(), { method: "POST" })).status).toBe(405);
    const own = await key();
    for (const status of [200, 200, 429]) expect((await fetchIt(own)).status).toBe(status);
    for (const status of [404, 404, 429]) expect((await fetchIt("guess")).status).toBe(status);
  });

  it("finds its secret nowhere in the database, nor in what a shop takes with it", async () => {
    const { set, key, db } = await world();
    await set("new");
    const [, secret = "none"] = (await key()).split(".");
    const rows = [];
    for await (const { table, rows: some } of exportShop({ db }, shop)) if (table === "feeds") rows.push(...some);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/address_hash|address_sealed/);
    const stored = await db.do(all("SELECT * FROM feeds WHERE shop = @shop", { shop }));
    expect(stored).toHaveLength(1);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(secret);
  });
});
