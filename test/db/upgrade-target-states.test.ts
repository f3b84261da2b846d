import { globSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { countViews } from "../../app/catalog/count-views.ts";
import { listProducts } from "../../app/catalog/list-products.ts";
import { shopTargets } from "../../app/db/schema/index.ts";
import { type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { query } from "../catalog/catalogue-world.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";

interface Before {
  shop: ShopDomain;
  id: string;
  state: string;
  missing: number;
}

/** Gives a release's products every state that it knew. @returns what its file holds about their texts, of one target */
function fillBefore(file: string): Before[] {
  const raw = new Database(file);
  const some = ["none", "published", "approved", "needs_review", "blocked", "conflict"];
  const fill = raw.prepare("UPDATE products SET content_state = ? WHERE row_id % ? = ?");
  for (const [i, state] of some.entries()) fill.run(state, some.length, i);
  const rows = raw
    .prepare("SELECT shop, id, content_state AS state, missing FROM products WHERE gone_at IS NULL ORDER BY shop, id")
    .all() as Before[];
  raw.close();
  return rows.map((row) => ({ ...row, shop: shopDomainSchema.parse(row.shop) }));
}

const releases = globSync("test/db/releases/*.sqlite.gz");

it("one of the releases has products in each state", () => {
  const counts = releases.map((release) => {
    const { file } = testDatabaseFile();
    writeFileSync(file, gunzipSync(readFileSync(release)));
    return new Set(fillBefore(file).map(({ state }) => state)).size;
  });
  expect(Math.max(...counts)).toBe(6);
});

it.each(releases)(
  "the states and missing texts of a release's products become those of the shop's own pages, and of no other target (%s)",
  async (release) => {
    const { file, open } = testDatabaseFile();
    writeFileSync(file, gunzipSync(readFileSync(release)));
    const before = fillBefore(file);
    expect(new Set(before.map(({ state }) => state)).size).toBe(Math.min(6, before.length));
    const db = open();
    for (const shop of new Set(before.map((row) => row.shop))) {
      const kept = before.filter((row) => row.shop === shop);
      const { rows } = await listProducts({ db }, query({ shop, limit: 250 }));
      const now = rows.map(({ id, contentState, missing }) => ({ shop, id, state: contentState, missing }));
      expect(now.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(kept);
      const states = [...new Set(kept.map(({ state }) => state))];
      const views = states.map((state) => ({ id: state, query: `state=${state}` }));
      const counted = await countViews({ db }, shop, views);
      for (const state of states) {
        expect([state, counted.get(state)?.value]).toEqual([state, kept.filter((row) => row.state === state).length]);
      }
      const others = await listProducts(
        { db },
        query({ shop, target: storeTarget("fr"), contentState: ["none"], limit: 250 }),
      );
      expect(others.rows).toHaveLength(kept.length);
    }
    const numbered = await db.orm.select().from(shopTargets);
    expect(numbered.map(({ shop, number, market, channel }) => [shop, number, market, channel])).toEqual(
      [...new Set(before.map(({ shop }) => shop))].map((shop) => [shop, 0, "", "store"]),
    );
    for (const { shop, locale } of numbered) {
      const [row] = db.raw.prepare("SELECT primary_locale AS locale FROM shops WHERE shop = ?").all(shop) as {
        locale: string;
      }[];
      expect(row?.locale).toBe(locale);
    }
  },
);
