import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { exportedColumns, exportShop } from "../../app/db/export-shop.ts";
import { shopSettings, versions } from "../../app/db/schema/index.ts";
import { dataAsJson, textsAsCsv } from "../../app/pages/settings/data-file.ts";
import { otherShop, productId, shop, storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

async function aFullShop() {
  const db = openTestDatabase();
  await storeProduct(db);
  await storeProduct(db, { shop: otherShop, title: "Somebody else's" });
  await db.orm.insert(shopSettings).values({ shop, modelApiKey: "v1.sealed", modelV1: "mine", updatedAt: 1 });
  // More than one page of rows.
  const rows = Array.from({ length: 450 }, (_, n) => ({
    ...{ id: `ver_${String(n).padStart(4, "0")}`, shop, productId, contentType: "desc", locale: "en" },
    ...{ state: "superseded" as const, origin: "edited" as const, body: n === 0 ? '=1+1, "so"' : `Text ${n}` },
    ...{ warnings: [], blocked: false, evidence: [], base: null, baseDigest: "b", factsDigest: "f", configDigest: "c" },
    createdAt: n,
  }));
  for (let from = 0; from < rows.length; from += 50) await db.orm.insert(versions).values(rows.slice(from, from + 50));
  return db;
}

it("a shop's data is one JSON document, whole, without keys and without another shop's", async () => {
  const db = await aFullShop();
  const text = await new Response(dataAsJson({ db }, shop)).text();
  const data = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
  expect(data.versions).toHaveLength(450);
  expect(new Set(data.versions?.map(({ id }) => id)).size).toBe(450);
  expect(data.products).toMatchObject([{ id: productId }]);
  expect(data.shop_settings).toMatchObject([{ model_v1: "mine" }]);
  expect(text).not.toContain("v1.sealed");
  expect(text).not.toContain("Somebody else's");
  expect(Object.keys(data)).not.toContain("sessions");
});

it("its texts are a CSV file that a spreadsheet reads as texts", async () => {
  const db = await aFullShop();
  const bytes = new Uint8Array(await new Response(textsAsCsv({ db }, shop)).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  expect(lines).toHaveLength(451);
  expect(lines[1]).toContain(`"'=1+1, ""so"""`);
});

it("a shop's data holds what its texts and runs cost", async () => {
  const db = await aFullShop();
  await db.orm.update(versions).set({ tokensIn: 1_234, tokensOut: 56 }).where(eq(versions.shop, shop));
  const data = JSON.parse(await new Response(dataAsJson({ db }, shop)).text()) as Record<string, object[]>;
  expect(data.versions?.[0]).toMatchObject({ tokens_in: 1_234, tokens_out: 56 });
});

it("a column that sounds like a secret is one, or known to be none", () => {
  const sounding = exportedColumns().filter(({ name }) => /key|token|secret|lease|password|sealed/.test(name));
  const shown = sounding.filter(({ isSecret }) => !isSecret).map(({ name }) => name);
  expect([...new Set(shown)].sort()).toEqual(harmless);
});

/** What a call cost, names for what was asked and of reviews, and choices. */
const harmless = [
  ...["examiner_tokens_cached", "examiner_tokens_in", "examiner_tokens_out", "key", "model_keyless", "request_key"],
  ...["single_keys", "tokens_cached", "tokens_in", "tokens_out"],
];

it("its texts are read from the tables that hold them, and from no other", async () => {
  const db = await aFullShop();
  const tables = new Set<string>();
  for await (const { table } of exportShop({ db }, shop, ["products", "versions"])) tables.add(table);
  expect([...tables].sort()).toEqual(["products", "versions"]);
});
