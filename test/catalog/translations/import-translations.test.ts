import { expect, it } from "vitest";
import { refreshTranslations } from "../../../app/catalog/translations/refresh-translations.ts";
import { shopLocalesOf, shopMarketsOf } from "../../../app/catalog/translations/shop-languages.ts";
import { keepShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { sourceDigest } from "../../../app/catalog/translations/source-digest.ts";
import { missingBit } from "../../../app/db/schema/index.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { shop } from "../../shopify/open-store.ts";

import { openImport as open, shirt } from "./import-world.ts";

it("the translations of a product come in with those of its options, values, metafields and images", async () => {
  const { db, run, rows, idOf } = await open();
  const result = await run();
  expect(result.translations).toMatchObject({ partial: false, denied: false });
  const { de = {} } = await rows(shirt);
  expect(de.title).toMatchObject({ value: "Leinenhemd Marram", outdated: false, of: sourceDigest(shirt) });
  expect(de.desc?.value).toContain("Guimarães");
  const sources = db.raw
    .prepare("SELECT texts FROM translatable_texts WHERE shop = ? AND owner = ?")
    .pluck()
    .get(shop, idOf(shirt));
  const named = Object.entries(JSON.parse(String(sources)) as Record<string, { value: string; type: string }>);
  const german = named.flatMap(([name, { value }]) => (de[name] ? [`${value} = ${de[name]?.value}`] : []));
  expect(german).toEqual(
    expect.arrayContaining(["Color = Farbe", "Navy = Marineblau", "Sand = Sand", "Size = Größe", "White = Weiß"]),
  );
  expect(german.filter((pair) => /100 % Leinen|Regulär|Maschinenwäsche/.test(pair))).toHaveLength(3);
  expect(Object.keys(de).filter((name) => name.startsWith("image_alt_"))).toHaveLength(1);
  expect(Object.keys(de)).not.toContain("handle");
});

it("translations of live, unreachable and unpublished languages come in, outdated ones and those of markets too", async () => {
  const { db, run, rows } = await open();
  await run();
  const states = Object.fromEntries((await db.do(shopLocalesOf(shop))).map((one) => [one.locale, one.state]));
  expect(states).toMatchObject({ de: "live", ar: "unreachable", "pt-BR": "unpublished" });
  const { fr = {}, ar = {}, ...more } = await rows(shirt);
  expect(fr.desc).toMatchObject({ outdated: true });
  expect(fr.desc?.of).toBeUndefined();
  expect(fr.title?.outdated).toBe(false);
  expect(ar.title?.value).toContain("مارام");
  const markets = new Map((await db.do(shopMarketsOf(shop))).map(({ handle, id }) => [handle, id]));
  expect(Object.keys(more[`de ${markets.get("de")}`] ?? {})).toEqual(["seo_desc"]);
  expect((await rows("Heavyweight Pocket Tee"))["pt-BR"]?.title?.value).toBe("Camiseta encorpada com bolso");
  const english = (await rows("Waffle Bath Towel"))[`en ${markets.get("europe")}`];
  expect(english?.title?.value).toBe("Waffle Bath Towel, GOTS cotton");
});

it("the list of products knows which texts a language lacks", async () => {
  const { run, missing } = await open();
  await run();
  const lacks = async (locale: string, bit: number) => (((await missing(shirt, locale)) ?? 0) & bit) !== 0;
  expect(await lacks("de", missingBit.title)).toBe(false);
  expect(await lacks("de", missingBit.bullets)).toBe(true);
  expect(await lacks("ja", missingBit.title)).toBe(false);
  expect(await lacks("ja", missingBit.desc)).toBe(true);
  expect(await lacks("pt-BR", missingBit.title)).toBe(true);
});

it("a second import of the same writes nothing", async () => {
  const { db, clock, run, everything } = await open();
  await run();
  const parts = () => db.raw.prepare("SELECT * FROM translatable_texts WHERE shop = ? ORDER BY owner").all(shop);
  const before = [everything(), parts()];
  clock.advance(60_000);
  const again = await run();
  expect(again.translations?.changed).toBe(0);
  expect([everything(), parts()]).toEqual(before);
});

it("what was edited or removed in the admin is seen by the next import, and by reading the product alone", async () => {
  const { db, clock, admin, run, rows, idOf, translate, missing } = await open();
  await run();
  clock.advance(60_000);
  translate(shirt, { key: "title", locale: "de", value: "Hemd aus Leinen" });
  translate(shirt, { key: "product_type", locale: "de", value: "Hemden" });
  translate(shirt, { key: "title", locale: "ja", value: "" });
  const productId = productIdSchema.parse(idOf(shirt));
  expect(await refreshTranslations({ db, clock, admin }, { shop, productId })).toBe(2);
  expect((await rows(shirt)).de?.title?.value).toBe("Hemd aus Leinen");
  expect((await rows(shirt)).ja).toBeUndefined();
  expect(((await missing(shirt, "ja")) ?? 0) & missingBit.title).not.toBe(0);
  expect((await rows(shirt)).de).toHaveProperty("desc");
  clock.advance(60_000);
  translate(shirt, { key: "title", locale: "ja", value: "シャツ" });
  await run();
  expect((await rows(shirt)).ja?.title?.value).toBe("シャツ");
});

it("a language that was removed in Shopify takes its translations out of the mirror, and all texts are missing there", async () => {
  const { store, clock, run, rows, missing } = await open();
  await run();
  clock.advance(60_000);
  store.state.graphql(shop, 'mutation { shopLocaleDisable(locale: "fr") { locale } }', {}, ["write_locales"]);
  await run();
  expect((await rows(shirt)).fr).toBeUndefined();
  expect((await rows(shirt)).de).toBeDefined();
  expect(((await missing(shirt, "fr")) ?? 0) & missingBit.title).not.toBe(0);
});

it("what a result that was delivered in part lacks is not removed", async () => {
  const { store, clock, run, everything } = await open();
  await run();
  const before = everything();
  clock.advance(60_000);
  store.state.faults.set({ rules: [{ kind: "bulk_partial" }] });
  const again = await run();
  expect(again.translations).toMatchObject({ partial: true });
  expect(everything()).toEqual(before);
});

it("a query of translations that fails leaves them as they are, and the products come in", async () => {
  const { store, clock, run, everything } = await open();
  await run();
  const before = everything();
  clock.advance(60_000);
  const assertStillWanted = async () => store.state.faults.set({ rules: [{ kind: "bulk_failed" }] });
  const { translations, unchanged, partial } = await run({ assertStillWanted });
  expect({ translations, partial }).toMatchObject({ translations: { partial: true, changed: 0 }, partial: false });
  expect(unchanged).toBeGreaterThan(0);
  expect(everything()).toEqual(before);
});

it("without the permission to read translations the products come in, and the mirror stays as it is", async () => {
  const { db, run, idOf, rows } = await open(["write_products", "read_locales"]);
  await db.transact({ shop }, () =>
    keepShopTranslations({
      ...{ shop, owner: idOf(shirt), target: { locale: "de", market: "" }, readAt: 1 },
      texts: { title: { value: "Hemd", outdated: false, updatedAt: 1 } },
    }),
  );
  const result = await run();
  expect(result.added).toBeGreaterThan(0);
  expect(result.translations).toMatchObject({ denied: true, changed: 0 });
  expect((await rows(shirt)).de?.title?.value).toBe("Hemd");
});

it("an import that was cut off at any checkpoint goes on to the same rows", async () => {
  const { db, run, everything } = await open();
  await run();
  const whole = everything().map((row) => ({ ...(row as object), read_at: 0 }));
  for (const stopAt of [3, 5, 7]) {
    db.raw.prepare("DELETE FROM shop_translations WHERE shop = ?").run(shop);
    let saved: unknown;
    let count = 0;
    const cut = run({
      async saveCheckpoint(value) {
        saved = JSON.parse(JSON.stringify(value));
        if (++count === stopAt) throw new Error("cut off");
      },
    });
    await expect(cut).rejects.toThrow("cut off");
    await run({ checkpoint: saved });
    expect(everything().map((row) => ({ ...(row as object), read_at: 0 }))).toEqual(whole);
  }
});

it("what was read of a product while Shopify prepared the result is newer than the result, and stays", async () => {
  const { db, clock, run, rows, idOf } = await open();
  await run();
  clock.advance(60_000);
  await db.transact({ shop }, () =>
    keepShopTranslations({
      ...{ shop, owner: idOf(shirt), target: { locale: "de", market: "" }, readAt: clock.now() + 1 },
      texts: { title: { value: "Eben gelesen", outdated: false, updatedAt: 1 } },
    }),
  );
  await run();
  expect((await rows(shirt)).de?.title?.value).toBe("Eben gelesen");
});
