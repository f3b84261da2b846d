import { and, eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { listProducts } from "../../app/catalog/list-products.ts";
import { parseProductQuery } from "../../app/catalog/product-query.ts";
import { textStates } from "../../app/catalog/text-filter.ts";
import { products, versions } from "../../app/db/schema/index.ts";
import { checkLiveTexts } from "../../app/health/check-live-texts.ts";
import { countTexts } from "../../app/health/count-texts.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { markLiveTexts } from "../../app/quality/near-duplicates/mark-live-texts.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { listOfTexts } from "../../app/ui/home/addresses.ts";
import { refreshContentState } from "../../app/versions/refresh-content-state.ts";
import { importFrom, linesOf, demo as shop } from "../catalog/catalogue-world.ts";
import { testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const heavy = createHeavyChecks();
afterAll(() => heavy.close());
const signal = new AbortController().signal;
const told = `<p>This bottle keeps tea hot on a long walk and water cold on a short one, closes with half a turn, fits the
  pocket of a rucksack and the holder of a bicycle, and is easy to clean since its mouth is wide.</p>`;

async function aShop() {
  const db = openTestDatabase();
  const clock = testClock(Date.UTC(2026, 0, 5));
  const descriptions = [told, "<p>Short.</p>", "", told, "", ""];
  const lines = descriptions.flatMap((descriptionHtml, i) =>
    linesOf({ n: i + 1, descriptionHtml, title: `Thing ${i + 1}`, status: i === 5 ? "DRAFT" : "ACTIVE" }),
  );
  await importFrom({ db, clock, lines });
  const write = async (productId: string, state: "draft" | "approved", contentType = "desc") => {
    await db.orm.insert(versions).values({
      id: `ver_${productId}_${contentType}`, shop, productId, contentType, locale: "en", state, origin: "generated", body: told, warnings: [],
      blocked: false, evidence: [], base: null, baseDigest: "", factsDigest: "", configDigest: "", createdAt: clock.now(),
    }); // biome-ignore format: one row
    await db.transact({ shop }, () => refreshContentState({ shop, productId, target: storeTarget("en") }));
  };
  await write("5", "draft");
  await write("2", "approved", "seo_desc");
  await markLiveTexts({ db }, { shop, signal });
  await checkLiveTexts({ db, heavy }, { shop, signal });
  return { db, write };
}

it("the texts of products on sale are counted by their state, and all products by what is most urgent", async () => {
  const { db } = await aShop();
  const counted = await db.do(countTexts(shop));
  const description = counted.texts.find(({ text }) => text === "description");
  expect(counted.onSale).toBe(5);
  expect(description?.counts).toMatchObject({ live: 2, thin: 1, missing: 1, review: 1, approved: 0, duplicate: 2 });
  expect(counted.states).toMatchObject({ needs_review: 1, approved: 1, none: 4 });
  expect(counted.anyText.duplicate).toBe(2);
});

it("a text that waits is no gap any more, and is one again when it is rejected", async () => {
  const { db } = await aShop();
  const missing = async () =>
    (await db.do(countTexts(shop))).texts.find(({ text }) => text === "description")?.counts.missing;
  expect(await missing()).toBe(1);
  const draft = and(eq(versions.shop, shop), eq(versions.id, "ver_5_desc"));
  await db.orm.update(versions).set({ state: "rejected" }).where(draft);
  await db.transact({ shop }, () => refreshContentState({ shop, productId: "5", target: storeTarget("en") }));
  expect(await missing()).toBe(2);
});

it("each count is the size of the list that it leads to", async () => {
  const { db } = await aShop();
  const { texts } = await db.do(countTexts(shop));
  expect(texts.map(({ text }) => text)).toEqual(["title", "description", "seo_description", "alt_text"]);
  for (const { text, counts } of texts) {
    for (const state of textStates) {
      const { searchParams } = new URL(listOfTexts(text, state), "https://app.example");
      searchParams.append("status", "active");
      const page = await listProducts({ db }, parseProductQuery(shop, searchParams));
      expect([text, state, page.count.value]).toEqual([text, state, counts[state]]);
    }
  }
});

it("an archived product counts for no text", async () => {
  const { db } = await aShop();
  await db.orm.update(products).set({ status: "archived" }).where(eq(products.shop, shop));
  const counted = await db.do(countTexts(shop));
  expect(counted.onSale).toBe(0);
  expect(counted.anyText.missing).toBe(0);
});
