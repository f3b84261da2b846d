import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../app/db/open.ts";
import { saveFeed } from "../app/feeds/save-feed.ts";
import { shopDomainSchema } from "../app/lib/brand.ts";
import type { FeedFigures, FeedOrder } from "./support/feed-child.ts";
import { forkAndAsk } from "./support/fork-and-ask.ts";
import { storeProducts } from "./support/store-products.ts";

const shop = shopDomainSchema.parse("bench.myshopify.com");

/**
 * Makes a feed of `size` products in a process of its own, rows left out included: each is made and judged. `ratio` compares with
 * reading the same products and writing them as JSON (the floor, measured before and after).
 */
export async function run({ size = 100_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), "shelfwright-bench-"));
  try {
    const file = join(folder, "feed.sqlite");
    const feedId = await prepare(file, size);
    const ask = (mode: FeedOrder["mode"]) =>
      forkAndAsk<FeedFigures>("feed-child.ts", { mode, file, folder, shop, feedId } satisfies FeedOrder);
    const before = await ask("floor");
    const made = await ask("make");
    const after = await ask("floor");
    const perSecond = ({ rows, ms }: FeedFigures) => Math.round((rows / ms) * 1_000);
    const floorMs = (before.ms + after.ms) / 2;
    return {
      name: "feed",
      size,
      rows: made.rows,
      rows_per_second: perSecond(made),
      floor_per_second: Math.round((before.rows / floorMs) * 1_000),
      ratio: Math.round((floorMs / made.ms) * 1_000) / 1_000,
      max_rss_mb: Math.round(made.maxRssMb),
      floor_rss_mb: Math.round(before.maxRssMb),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepare(file: string, count: number): Promise<string> {
  const db = openDatabase({ file });
  try {
    await storeProducts(db, { shop, count });
    const choices = {
      ...{ locale: "en", market: "", country: "US", currency: "USD", itemId: "variant" as const },
      ...{ untranslated: "leave_out" as const, settings: {} },
    };
    const feed = { name: "Bench", template: "google", dailyAt: null, choices };
    const saved = await db.transact({ shop }, () => saveFeed({ shop, id: null, feed, now: 1 }));
    if (saved === null || "problems" in saved) throw new Error("the feed was not saved");
    return saved.id;
  } finally {
    db.close();
  }
}
