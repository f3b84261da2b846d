import { expect, it } from "vitest";
import { askedTarget } from "../../app/commands/texts/asked-target.ts";
import { publishTexts } from "../../app/commands/texts/publish-texts.ts";
import { products, shopLocales, shopMarkets, shops } from "../../app/db/schema/index.ts";
import { localeSchema, productIdSchema } from "../../app/lib/brand.ts";
import { shop, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const locale = (name: string) => localeSchema.parse(name);

/** A shop in English, German and, removed, French, with one market. */
async function open() {
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop, installedAt: 1, primaryLocale: "en" });
  for (const [position, name] of ["en", "de", "fr"].entries()) {
    const shown = { shop, locale: name, position, published: true, reachable: true };
    await db.orm.insert(shopLocales).values({ ...shown, isPrimary: position === 0, goneAt: name === "fr" ? 1 : null });
  }
  const area = { active: true, parents: [], countries: ["DE"], locales: ["de"], position: 0 };
  await db.orm.insert(shopMarkets).values({ shop, id: "41", handle: "de", name: "Germany", ...area });
  return db;
}

it("a language or market that the shop does not have is refused, with those that it has", async () => {
  const db = await open();
  await expect(askedTarget({ db }, shop, { locale: locale("it") })).rejects.toMatchObject({
    code: "unknown_locale",
    merchantMessage: "The shop has no language it. Use one of: en, de, fr.",
  });
  await expect(askedTarget({ db }, shop, { locale: locale("de"), market: "9" })).rejects.toMatchObject({
    code: "unknown_market",
    merchantMessage: "The shop has no market 9. Use one of: 41 (Germany).",
  });
});

it("its own languages, one that it removed and its markets are taken", async () => {
  const db = await open();
  expect(await askedTarget({ db }, shop, {})).toMatchObject({ locale: "en", market: "" });
  expect(await askedTarget({ db }, shop, { locale: locale("fr") })).toMatchObject({ locale: "fr" });
  expect(await askedTarget({ db }, shop, { locale: locale("de"), market: "41" })).toMatchObject({ market: "41" });
});

it("a publication is refused in a language that the shop does not have", async () => {
  const db = await open();
  await db.orm.insert(products).values({
    shop, id: "1", handle: "1", title: "Pan", vendor: "", productType: "", status: "active", missing: 0,
    descriptionHtml: "", facts: { category: null, tags: [], options: [], attributes: [], images: [] },
    variants: [], factsDigest: "f", liveDigest: "l", createdAt: 1, updatedAt: 1, syncedAt: 1,
  }); // biome-ignore format: a row
  const asked = { productId: productIdSchema.parse("1"), locale: locale("it"), contentTypes: ["title"] };
  const published = publishTexts.run({ db, clock: testClock() }, { shop, by: "user:1" }, asked);
  await expect(published).rejects.toMatchObject({ code: "unknown_locale" });
});
