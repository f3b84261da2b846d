import { open } from "node:fs/promises";
import { openDatabase } from "../../app/db/open.ts";
import { readFeed } from "../../app/feeds/feed.ts";
import { readFeedScope } from "../../app/feeds/feed-scope.ts";
import { makeFeed } from "../../app/feeds/make/make-feed.ts";
import { findTemplate } from "../../app/feeds/own-templates.ts";
import { readProducts } from "../../app/feeds/read-products.ts";
import type { ItemContext } from "../../app/jobs/task.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { systemClock } from "../../app/lib/clock.ts";

export interface FeedOrder {
  /** `floor`: the same rows are read and written as JSON, and nothing else is done */
  mode: "floor" | "make";
  file: string;
  folder: string;
  shop: string;
  feedId: string;
}

export interface FeedFigures {
  ms: number;
  rows: number;
  maxRssMb: number;
}

process.once("message", async (order: FeedOrder) => {
  const db = openDatabase({ file: order.file });
  const shop = shopDomainSchema.parse(order.shop);
  const context = {
    shop,
    jobId: "job_01k0q3v5x7z9b1d3f5h7j9m",
    signal: new AbortController().signal,
    saveCheckpoint: async () => {},
    progress: async () => {},
    *assertLease() {},
  } as unknown as ItemContext;
  const began = performance.now();
  let rows = 0;
  if (order.mode === "make") {
    const made = await makeFeed({ db, clock: systemClock, feedsFolder: order.folder }, context, order.feedId);
    if (made.kind !== "made") throw new Error(made.kind);
    rows = made.rows + made.leftOut;
  } else {
    const feed = await db.do(readFeed(shop, order.feedId));
    const template = feed && (await db.do(findTemplate(shop, feed.template)));
    if (!feed || !template) throw new Error("no feed");
    const { wanted } = await db.do(readFeedScope(shop, feed, template));
    const file = await open(`${order.folder}/floor.jsonl`, "w");
    for (let after = ""; ; ) {
      const page = await db.do(readProducts(wanted, { after, limit: 25 }));
      const last = page.at(-1);
      if (!last) break;
      await file.write(page.map((one) => `${JSON.stringify(one)}\n`).join(""));
      rows += page.reduce((sum, one) => sum + one.variants.length, 0);
      after = last.id;
    }
    await file.close();
  }
  const ms = performance.now() - began;
  db.close();
  process.send?.({ ms, rows, maxRssMb: process.resourceUsage().maxRSS / 1_024 } satisfies FeedFigures, () =>
    process.exit(),
  );
});
