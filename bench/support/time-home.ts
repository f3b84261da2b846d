import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../app/db/open.ts";
import { missingBit } from "../../app/db/schema/index.ts";
import { run } from "../../app/db/steps.ts";
import { countTexts } from "../../app/health/count-texts.ts";
import type { ShopDomain } from "../../app/lib/brand.ts";
import { systemClock } from "../../app/lib/clock.ts";
import type { Models } from "../../app/model/model-for-shop.ts";
import { readHomePage } from "../../app/pages/home/read-page.ts";
import { percentile } from "./percentile.ts";

const rounds = 30;
const { desc, seo_desc: seoDesc, image_alt: alt } = missingBit;

/** What a check of live texts and some drafts leave of each product, in many combinations. */
const fillSql = `INSERT INTO product_texts (shop, product_row, target, draft, approved, outdated, thin, duplicate, contradicted, found, checked)
  SELECT shop, row_id, 0, CASE WHEN row_id % 9 = 0 THEN ${desc} ELSE 0 END, CASE WHEN row_id % 11 = 0 THEN ${seoDesc} ELSE 0 END,
    CASE WHEN row_id % 13 = 0 THEN ${desc} ELSE 0 END, (row_id % 7) & ${desc | seoDesc}, (row_id % 5) & ${desc | seoDesc},
    CASE WHEN row_id % 97 = 0 THEN ${desc} ELSE 0 END, CASE WHEN row_id % 17 = 0 THEN ${alt} ELSE 0 END, live_digest
  FROM products WHERE shop = @shop`;

/** No page calls the model. */
const models = {
  forShop: async () => ({ creditsOf: () => 1, nameOf: () => "model", refusalOf: () => null }),
} as unknown as Models;

/** The server's time for Home, and of that for counting the states of all texts. */
export async function timeHome(db: Db, shop: ShopDomain) {
  await db.transact({ shop }, () => run(fillSql, { shop }));
  const page: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await nextTurn();
    let startedAt = performance.now();
    await readHomePage({ db, clock: systemClock, models }, { shop, person: "user:1" }, new URLSearchParams());
    page.push(performance.now() - startedAt);
    startedAt = performance.now();
    await db.do(countTexts(shop));
    counts.push(performance.now() - startedAt);
  }
  return { home_p95_ms: percentile(page, 0.95), home_counts_p95_ms: percentile(counts, 0.95) };
}
