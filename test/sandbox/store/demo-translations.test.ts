import { afterEach, beforeEach, expect, it } from "vitest";
import { sampleTranslations } from "../../../sandbox/catalogue/translations.ts";
import { sandboxShops, shopsOn } from "../../../sandbox/defaults.ts";
import { domain } from "./test-store.ts";
import { openTranslationWorld, product, type TranslationWorld } from "./translation-world.ts";

let world: TranslationWorld;
beforeEach(async () => {
  world = await openTranslationWorld({ ...shopsOn("plus")[0], domain });
});
afterEach(() => world.close());

it("the demo's store has languages in every state", async () => {
  const { data } = await world.admin("{ shopLocales { locale published marketWebPresences { id } } }");
  type Locale = { locale: string; published: boolean; marketWebPresences: unknown[] };
  const { shopLocales } = data as { shopLocales: Locale[] };
  const states = shopLocales.map(({ locale, published, marketWebPresences }) => [
    locale,
    published,
    marketWebPresences.length > 0,
  ]);
  expect(states).toEqual([
    ["ar", true, false],
    ["de", true, true],
    ["en", true, true],
    ["fr", true, true],
    ["ja", true, true],
    ["pt-BR", false, true],
    ["zh-TW", false, true],
  ]);
});

it("the demo's store has translations that are live, outdated, a market's own, and equal to their source", async () => {
  const state = async (locale: string) =>
    (await world.rows(product, locale)).map(({ key, outdated }) => `${key} ${outdated}`);
  expect(await state("de")).toContain("title false");
  expect(await state("fr")).toEqual(["title false", "body_html true", "product_type false", "meta_description true"]);
  expect(await world.rows(product, "de", world.market("de"))).toMatchObject([{ key: "meta_description" }]);
  const langs = new Set(sampleTranslations.map(({ locale }) => locale));
  expect([...langs].sort()).toEqual(["ar", "de", "en", "fr", "ja", "pt-BR"]);
  expect(Date.parse((await world.rows(product, "ja"))[0]?.updatedAt ?? "")).toBeLessThan(world.clock.at);
});

it("other stores come without translations, in the languages they had", () => {
  expect(sandboxShops.map(({ locales, translated }) => [locales, translated])).toEqual([
    [["en", "de", "fr"], undefined],
    [["de", "en"], undefined],
  ]);
});
