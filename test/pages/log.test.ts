import { expect, it } from "vitest";
import { forgetShop } from "../../app/db/forget-shop.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { type NewAct, recordAct } from "../../app/db/record-act.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { activityFile } from "../../app/pages/log/log-file.ts";
import { readActivityPage } from "../../app/pages/log/read-page.ts";
import { markAuthorised, markNeedsReauth, noteAccess } from "../../app/shopify/auth-state.ts";
import { otherShop, productId, shop, startAt, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const me = { shop, by: "user:7" };

function record(db: SqliteDb, act: Partial<NewAct>): Promise<void> {
  return db.transact("all shops", () =>
    recordAct({ shop, at: startAt, by: "user:7", action: "product.approve", ...act }),
  );
}

async function setUp() {
  const deps = { db: openTestDatabase(), clock: testClock() };
  await record(deps.db, { subject: { kind: "product", id: "1001" }, details: { approved: 3, versions: "ver_1" } });
  const changed = { modelV1: [null, "m"], modelApiKey: "set" };
  await record(deps.db, { at: startAt + 1, by: "user:8", action: "settings.save", details: { changed } });
  await record(deps.db, { at: startAt + 2, by: "system", action: "shop.token_lost" });
  await record(deps.db, { shop: otherShop, at: startAt + 3 });
  const page = async (query = "") => readActivityPage(deps, me, new URLSearchParams(query), await english());
  return { ...deps, page };
}

it("the log of activity lists who did what, the newest first, of this shop alone", async () => {
  const { page } = await setUp();
  expect((await page()).rows.map(({ who, says, details, url }) => [who, says, details, url])).toEqual([
    ["The app", "Shopify withdrew the app’s access", "", null],
    ["Staff member 8", "Changed settings", "model for v1: none → m · API key: set", null],
    ["You", "Approved drafts", "texts approved: 3", "/app/products/1001"],
  ]);
});

it("names the one product that an act or its job was about, and no other key by its raw name", async () => {
  const { db, page } = await setUp();
  await storeProduct(db);
  const job = { kind: "job", id: "job_1" };
  await record(db, {
    at: startAt + 9,
    action: "products.publish",
    subject: job,
    details: { items: 1, only: productId },
  });
  await record(db, { at: startAt + 8, action: "settings.save", details: { changed: { dailyCostCap: [1, 2] } } });
  const [published, saved] = (await page()).rows;
  expect(published?.says).toMatch(/^Started publishing: \S/);
  expect(published?.url).toBe(`/app/products/${productId}`);
  expect(saved?.details).toBe("daily cost cap: 1 → 2");
});

it("is filtered by kind and by who, and what is no filter shows all", async () => {
  const { page } = await setUp();
  const said = async (query: string) => (await page(query)).rows.map(({ says }) => says);
  expect(await said("kind=settings")).toEqual(["Changed settings"]);
  expect(await said("kind=access")).toEqual(["Shopify withdrew the app’s access"]);
  expect(await said("who=me")).toEqual(["Approved drafts"]);
  expect(await said("who=people")).toEqual(["Changed settings", "Approved drafts"]);
  expect(await said("who=program&kind=texts")).toEqual([]);
  expect(await said("who='&kind=__proto__&cursor=x")).toHaveLength(3);
});

it("turns its pages without losing or repeating a line", async () => {
  const { db, page } = await setUp();
  for (let n = 0; n < 60; n++) await record(db, { at: startAt + 10 + Math.floor(n / 7), action: "glossary.save" });
  const first = await page("kind=rules");
  const second = await page(`kind=rules&cursor=${first.nextCursor}`);
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect([first.rows.length, second.rows.length, new Set(ids).size, second.nextCursor]).toEqual([50, 10, 60, null]);
});

it("is a CSV file that no spreadsheet runs, and goes with the shop", async () => {
  const { db, page } = await setUp();
  await record(db, { at: startAt + 5, by: "=1+1", action: 'he said "no", twice' });
  const [head, first] = (await activityFile({ db }, me, new URLSearchParams(), await english())).split("\r\n");
  expect(head).toBe("Time (UTC),Who,What,About,Details");
  expect(first).toBe(`2027-01-15T08:00:00.005Z,'=1+1,"he said ""no"", twice",,`);
  await forgetShop({ db }, shop);
  expect((await page()).rows).toEqual([]);
});

it("notes once that the app lost its access, and once that it has it again", async () => {
  const { db, page } = await setUp();
  await storeProduct(db);
  const lose = () => db.transact({ shop }, (tx) => markNeedsReauth(tx, shop, startAt, noteAccess(shop, startAt + 20)));
  const gain = () => db.transact({ shop }, (tx) => markAuthorised(tx, shop, true, noteAccess(shop, startAt + 21)));
  await gain();
  await lose();
  await lose();
  await gain();
  await gain();
  const { rows } = await page("kind=access");
  expect(rows.filter(({ at }) => at >= startAt + 20).map(({ says }) => says)).toEqual([
    "Shopify gave the app access again",
    "Shopify withdrew the app’s access",
  ]);
});

it("a line logged under a command's earlier name has the same words as before, and is found by its kind", async () => {
  const { db, page } = await setUp();
  await record(db, { at: startAt + 9, action: "configs.duplicate" });
  expect((await page("kind=rules")).rows.map(({ says }) => says)).toEqual(["Duplicated rules"]);
  await record(db, { at: startAt + 10, action: "parks.continue" });
  expect((await page("kind=settings")).rows.map(({ says }) => says)).toContain("Resumed paused work");
});
