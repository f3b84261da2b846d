import { expect, it } from "vitest";
import { keepShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { shopLocales, shopMarkets, shops } from "../../../app/db/schema/index.ts";
import { localeSchema, productIdSchema } from "../../../app/lib/brand.ts";
import { marketTabs } from "../../../app/pages/languages/market-tabs.ts";
import { translatedMarkets } from "../../../app/pages/languages/translated-markets.ts";
import { shop } from "../../shopify/open-store.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

/** A shop with a market of its stores, to which no address leads, and texts of one product that Shopify holds for it in German. */
async function open(texts: Parameters<typeof keepShopTranslations>[0]["texts"]) {
  const db = openTestDatabase();
  await db.orm.insert(shops).values({ shop, installedAt: 1, primaryLocale: "en", addressLocales: ["en", "de", "fr"] });
  for (const [position, locale] of ["en", "de", "fr"].entries()) {
    const shown = { published: true, reachable: true, isPrimary: position === 0 };
    await db.orm.insert(shopLocales).values({ shop, locale, position, ...shown });
  }
  const market = { shop, id: "7", handle: "stores", name: "Stores", active: true, type: "LOCATION", position: 0 };
  await db.orm.insert(shopMarkets).values({ ...market, parents: [], countries: [], locales: [] });
  await db.transact({ shop }, () =>
    keepShopTranslations({ shop, owner: "1", target: { locale: "de", market: "7" }, texts, readAt: 1 }),
  );
  const asked = { address: new URLSearchParams(), market: "" };
  return {
    markets: () => db.do(translatedMarkets(shop, ["de", "fr"])),
    tabs: (productId: string) =>
      db.do(
        marketTabs(shop, { ...asked, locale: localeSchema.parse("de"), productId: productIdSchema.parse(productId) }),
      ),
  };
}

it("a market that nobody reads online is shown in the languages, and with the products, that Shopify holds texts of its own for", async () => {
  const { markets, tabs } = await open({ title: { value: "Hemd", outdated: false, updatedAt: 1 } });
  expect(await markets()).toEqual([{ id: "7", name: "Stores", locales: ["de"] }]);
  expect(await tabs("1")).toMatchObject([{ id: "7", own: 1 }]);
  expect(await tabs("2")).toEqual([]);
});

it("a market whose texts were all taken away is not", async () => {
  const { markets, tabs } = await open({});
  expect(await markets()).toEqual([]);
  expect(await tabs("1")).toEqual([]);
});
