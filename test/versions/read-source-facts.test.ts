import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readProduct } from "../../app/catalog/read-product.ts";
import type { Db } from "../../app/db/open.ts";
import { products, shops, type WriteBackState, type WrittenField, writeBacks } from "../../app/db/schema/index.ts";
import { readSourceFacts } from "../../app/versions/read-source-facts.ts";
import { productId, shop, storeProduct } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { at } from "../support/places.ts";

const original = "<p>A mug of 330 ml.</p>";
const first = "<p>A mug that keeps tea hot for 900 hours.</p>";
const second = "<p>Tea stays hot for 900 hours in this mug.</p>";

async function withLive(descriptionHtml: string): Promise<Db> {
  const db = openTestDatabase();
  await storeProduct(db);
  await db.orm
    .update(products)
    .set({ descriptionHtml })
    .where(and(eq(products.shop, shop), eq(products.id, productId)));
  return db;
}

let made = 0;

async function wrote(
  db: Db,
  before: string,
  answered: string,
  state: WriteBackState = "verified",
  undoes: string | null = null,
) {
  const field: WrittenField = { ...at("desc"), versionId: "v", before, sent: answered, answered };
  const createdAt = ++made;
  await db.orm
    .insert(writeBacks)
    .values({ id: `w${createdAt}`, shop, productId, state, undoes, fields: [field], createdAt });
}

async function descriptionOf(db: Db): Promise<string> {
  const product = await readProduct({ db }, shop, productId);
  if (!product) throw new Error("no product");
  return (await readSourceFacts({ db }, product)).descriptionText;
}

describe("readSourceFacts", () => {
  it("takes the live description when it is not ours", async () => {
    const db = await withLive("<p>Written by a person.</p>");
    await wrote(db, original, first);
    expect(await descriptionOf(db)).toBe("Written by a person.");
  });

  it("goes back to the last text that was not ours, over any number of publications", async () => {
    const db = await withLive(second);
    await wrote(db, original, first);
    await wrote(db, first, second);
    expect(await descriptionOf(db)).toBe("A mug of 330 ml.");
  });

  it("takes no alt text for evidence that we wrote, and leaves those of people", async () => {
    const image = { id: "gid://shopify/MediaImage/7", url: "https://cdn.shopify.com/a.jpg", alt: "A mug of 900 ml" };
    const theirs = { ...image, id: "gid://shopify/MediaImage/8", alt: "A mug of 330 ml" };
    const db = openTestDatabase();
    await storeProduct(db, {
      facts: { category: null, tags: [], options: [], attributes: [], images: [image, theirs] },
    });
    await db.orm.insert(writeBacks).values({
      ...{ id: "w_alt", shop, productId, state: "verified", undoes: null, createdAt: 1 },
      fields: [
        {
          ...at("image_alt_7"),
          versionId: "v",
          before: null,
          sent: image.alt,
          answered: image.alt,
        },
      ],
    });
    const product = await readProduct({ db }, shop, productId);
    if (!product) throw new Error("no product");
    expect((await readSourceFacts({ db }, product)).images.map(({ alt }) => alt)).toEqual([null, theirs.alt]);
  });

  it("stops at what a person wrote in between", async () => {
    const db = await withLive(second);
    await wrote(db, original, first);
    await wrote(db, "<p>A person's own words.</p>", second);
    expect(await descriptionOf(db)).toBe("A person's own words.");
  });

  it("is not led astray by a write that was taken back or that failed", async () => {
    const db = await withLive(original);
    await wrote(db, original, first, "undone");
    await wrote(db, first, original, "verified", "w1");
    await wrote(db, "<p>Never written.</p>", original, "failed");
    expect(await descriptionOf(db)).toBe("A mug of 330 ml.");
  });
});

it("prices are in the shop's currency, and in none before the shop was read; the data is in its language", async () => {
  const db = await withLive(original);
  const ofShop = async () => {
    const product = await readProduct({ db }, shop, productId);
    if (!product) throw new Error("the product is not stored");
    const { currency, locale } = await readSourceFacts({ db }, product);
    return [currency, locale];
  };
  await db.orm.insert(shops).values({ shop, installedAt: 0 }).onConflictDoNothing();
  expect(await ofShop()).toEqual([undefined, "en"]);
  await db.orm.update(shops).set({ currency: "SEK", primaryLocale: "sv" }).where(eq(shops.shop, shop));
  expect(await ofShop()).toEqual(["SEK", "sv"]);
});
