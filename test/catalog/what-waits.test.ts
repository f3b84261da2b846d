import { expect, it } from "vitest";
import { countViews } from "../../app/catalog/count-views.ts";
import { listProducts } from "../../app/catalog/list-products.ts";
import { parseProductQuery, productQueryParams } from "../../app/catalog/product-query.ts";
import { selectProductIds } from "../../app/catalog/select-products.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import {
  missingBit,
  productAttributes,
  products,
  type StoredWarning,
  type VersionState,
  versions,
} from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { slotColumns } from "../../app/texts/slot.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { textsOfList } from "../../app/versions/texts-of-list.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { inEnglish } from "../support/places.ts";

const shop = shopDomainSchema.parse("one.myshopify.com");
const now = Date.UTC(2026, 10, 29);
const dayMs = 86_400_000;

async function add(db: SqliteDb, id: string, more: object = {}) {
  await db.orm.insert(products).values({
    shop, id, handle: id, title: `Product ${id}`, vendor: "A", productType: "", status: "active", missing: 0,
    descriptionHtml: "", facts: { category: null, tags: [], options: [], attributes: [], images: [] }, variants: [],
    factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: Number(id), syncedAt: 3, ...more,
  }); // biome-ignore format: a row
}

async function write(db: SqliteDb, id: string, state: VersionState, contentType = "desc", more: object = {}) {
  await db.orm.insert(versions).values({
    id: `v-${id}-${contentType}-${state}`, shop, productId: id, ...slotColumns(contentType), ...inEnglish, state, origin: "generated",
    body: "<p>Soft wool.</p>", warnings: [], blocked: false, evidence: [], base: null, baseDigest: "", factsDigest: "f", configDigest: "",
    createdAt: 1, ...more,
  }); // biome-ignore format: a row
  await db.transact({ shop }, () => refreshContentState({ shop, productId: id, target: inEnglish }));
}

const idsOf = async (db: SqliteDb, address: string) => {
  const { rows, count } = await listProducts({ db }, parseProductQuery(shop, new URLSearchParams(address), now));
  expect([address, count.value]).toEqual([address, rows.length]);
  return rows.map(({ id }) => id).sort();
};

it("a text is missing where the store has none and nobody wrote one yet; its count is the list's length, and a selection's", async () => {
  const db = openTestDatabase();
  for (const id of ["1", "2", "3", "4", "5"]) await add(db, id, { missing: missingBit.desc | missingBit.seo_desc });
  await add(db, "6");
  await add(db, "7", { missing: missingBit.desc, status: "draft" });
  await add(db, "8", { missing: missingBit.desc, status: "unlisted" });
  await write(db, "2", "draft");
  await write(db, "3", "approved");
  await write(db, "4", "rejected");
  await write(db, "5", "draft", "seo_desc");
  expect(await idsOf(db, "gap=description")).toEqual(["1", "4", "5", "7", "8"]);
  expect(await idsOf(db, "gap=description&sale=on")).toEqual(["1", "4", "5", "8"]);
  expect(await idsOf(db, "gap=seo_description&sale=on")).toEqual(["1", "2", "3", "4"]);
  const views = [
    { id: "a", query: "gap=description&sale=on" },
    { id: "b", query: "gap=seo_description&sale=on" },
    { id: "c", query: "" },
  ];
  const counts = await countViews({ db }, shop, views);
  expect(views.map(({ id }) => counts.get(id)?.value)).toEqual([4, 4, 8]);
  const selected: string[] = [];
  const query = parseProductQuery(shop, new URLSearchParams("gap=description&sale=on"), now);
  for await (const some of selectProductIds({ db }, query)) selected.push(...some);
  expect(selected.sort()).toEqual(["1", "4", "5", "8"]);
});

it("new products are those of the last seven days, whenever they were changed", async () => {
  const db = openTestDatabase();
  await add(db, "1", { createdAt: now - 6 * dayMs, updatedAt: now });
  await add(db, "2", { createdAt: now - 8 * dayMs, updatedAt: now });
  await add(db, "3", { createdAt: now - 7 * dayMs, updatedAt: now - 7 * dayMs });
  expect(await idsOf(db, "new=week")).toEqual(["1", "3"]);
});

it("a published text is outdated when its facts changed, the merchant's own among them, and nothing newer waits", async () => {
  const db = openTestDatabase();
  for (const id of ["1", "2", "3", "4", "5"]) await add(db, id);
  await add(db, "6", { factsDigest: "changed" });
  await write(db, "1", "published");
  await write(db, "2", "published", "desc", { factsDigest: "former" });
  await write(db, "3", "published", "desc", { factsDigest: "former" });
  await write(db, "3", "draft", "title");
  await write(db, "4", "published");
  await db.orm
    .insert(productAttributes)
    .values({ shop, productId: "4", name: "Material", value: "Oak", by: "user:1", at: 1 });
  await write(db, "5", "published", "desc", { factsDigest: "former", origin: "undo" });
  expect(await idsOf(db, "outdated=1")).toEqual(["2", "4"]);
  expect((await countViews({ db }, shop, [{ id: "o", query: "outdated=1" }])).get("o")?.value).toBe(2);
});

it("an address keeps what it asks for", () => {
  const address = "gap=description&sale=all&new=week&outdated=1";
  const { shop: _, ...query } = parseProductQuery(shop, new URLSearchParams(address), now);
  const kept = productQueryParams(query);
  expect(["gap", "sale", "new", "outdated"].map((name) => kept.get(name))).toEqual(["description", "all", "week", "1"]);
});

it("a line tells of drafts and their gravest findings, of what was kept, and of conflicts", async () => {
  const db = openTestDatabase();
  for (const id of ["1", "2"]) await add(db, id);
  const finding = (code: string, severity: string, { decision = null, details }: Partial<StoredWarning> = {}) => ({
    ...{ content_type: "desc", code, description: "", severity, decision, details },
  });
  const decision = { by: "user:2", kind: "keep" as const, reason: "right", at: 1 };
  await write(db, "1", "draft", "desc", {
    body: "<p>Soft   wool, <b>warm</b>.</p>",
    warnings: [
      finding("EXCEED_LENGTH", "warn", { details: { kind: "too_long", chars: 3 } }),
      finding("ECHO", "block", { decision }),
      finding("CONTRADICTED_FACT", "block"),
      finding("CONTRADICTED_FACT", "block"),
    ],
  });
  await write(db, "1", "draft", "title", { body: "Wool" });
  await write(db, "2", "published", "desc", { origin: "edited", publishedAt: 7 });
  const lines = await db.do(textsOfList(shop, ["1", "2", "3"], inEnglish));
  expect([...lines.keys()]).toEqual(["1", "2"]);
  expect(lines.get("1")).toMatchObject({
    drafts: 2,
    excerpt: "Soft wool, warm.",
    findings: [
      { code: "CONTRADICTED_FACT", kinds: [null], count: 2, blocks: true, keptBy: null },
      { code: "EXCEED_LENGTH", kinds: ["too_long"], count: 1, blocks: false, keptBy: null },
      { code: "ECHO", kinds: [null], count: 1, blocks: false, keptBy: "user:2" },
    ],
  });
  expect(lines.get("2")).toMatchObject({ published: 1, publishedAt: 7, byHand: ["desc"], drafts: 0, findings: [] });
});
