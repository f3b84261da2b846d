import { expect, it } from "vitest";
import type { ImportCheckpoint } from "../../../app/catalog/import-checkpoint.ts";
import { keepParts, storedParts } from "../../../app/catalog/translations/product-parts.ts";
import { refreshTranslations } from "../../../app/catalog/translations/refresh-translations.ts";
import { keepShopTranslations, shopTranslationsOf } from "../../../app/catalog/translations/shop-translations.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { shop } from "../../shopify/open-store.ts";
import { openImport, shirt } from "./import-world.ts";

/**
 * Imports, and does something when Shopify was asked by the query of a step, as another process does it meanwhile.
 * @param step 0: options, 1: their values, … 4: the products
 */
async function importWhile(
  { run, clock }: Pick<Awaited<ReturnType<typeof openImport>>, "run" | "clock">,
  step: number,
  act: () => Promise<unknown>,
) {
  let done = false;
  return run({
    async saveCheckpoint(value) {
      clock.advance(1_000);
      const { translations } = value as ImportCheckpoint;
      if (done || translations?.step !== step || translations.operationId === null) return;
      done = true;
      await act();
    },
  });
}

const german = storeTarget("de");

async function opened() {
  const world = await openImport();
  const { db, clock, store, admin, run, idOf } = world;
  await run();
  clock.advance(60_000);
  const productId = productIdSchema.parse(idOf(shirt));
  const rows = await world.rows(shirt);
  const [option = ""] = Object.keys(rows.de ?? {}).filter((name) => rows.de?.[name]?.value === "Größe");
  const of = async (name: string) =>
    (await db.do(shopTranslationsOf({ shop, owner: productId, target: german })))[name]?.value;
  return {
    ...world,
    productId,
    option,
    of,
    /** a person edits it in Shopify; "" takes it away */
    edit: (resourceId: string, key: string, value: string) =>
      store.state.translate(shop, resourceId, { marketId: null, locale: "de", key, value }),
    refresh: () => refreshTranslations({ db, clock, admin }, { shop, productId }),
  };
}

it("an option's text that was read alone after the import had asked for options is not lost to the import's products", async () => {
  const world = await opened();
  const { option, edit, refresh, of } = world;
  const resource = `gid://shopify/${option.split(".")[0]}`;
  await importWhile(world, 3, async () => {
    edit(resource, "name", "Weite");
    await refresh();
  });
  expect(await of(option)).toBe("Weite");
});

it("texts that were taken away while Shopify prepared the result do not come back from it", async () => {
  const world = await opened();
  const { db, clock, productId, of } = world;
  expect(await of("title")).toBe("Leinenhemd Marram");
  await importWhile(world, 4, async () => {
    clock.advance(1_000);
    const input = { shop, owner: productId, target: german, texts: {}, readAt: clock.now() };
    await db.transact({ shop }, () => keepShopTranslations(input));
  });
  expect(await of("title")).toBeUndefined();
  clock.advance(60_000);
  await world.run();
  expect(await of("title")).toBe("Leinenhemd Marram");
});

it("a reading that found the last text gone stands against a reading that began before", async () => {
  const world = await opened();
  const { clock, productId, edit, refresh, of } = world;
  const before = { readAt: clock.now(), texts: await world.rows(shirt) };
  clock.advance(1_000);
  const names = Object.keys(before.texts.de ?? {});
  edit(`gid://shopify/Product/${productId}`, "title", "Ein Hemd");
  await refresh();
  const input = { shop, owner: productId, target: german, texts: before.texts.de ?? {}, readAt: before.readAt };
  await world.db.transact({ shop }, () => keepShopTranslations(input));
  expect(names).toContain("title");
  expect(await of("title")).toBe("Ein Hemd");
});

it("a row without texts goes with the next import that finds none, and one that is still there keeps the time of its reading", async () => {
  const world = await opened();
  const { db, clock, refresh, productId, everything } = world;
  const timeOf = (locale: string) =>
    (everything() as { owner: string; locale: string; market: string; read_at: number }[]).find(
      (row) => row.owner === productId && row.locale === locale && row.market === "",
    )?.read_at;
  const input = { shop, owner: productId, target: storeTarget("pt-BR"), texts: {}, readAt: clock.now() };
  await db.transact({ shop }, () => keepShopTranslations(input));
  expect(timeOf("pt-BR")).toBe(clock.now());
  clock.advance(1_000);
  await refresh();
  expect([timeOf("pt-BR"), timeOf("de")]).toEqual([clock.now(), clock.now()]);
  clock.advance(1_000);
  await world.run();
  expect(timeOf("pt-BR")).toBeUndefined();
  expect(timeOf("de")).toBeDefined();
});

it("originals that were read while Shopify prepared the result are not put back to what it holds", async () => {
  const world = await opened();
  const { db, clock, productId, option } = world;
  const parts = async () =>
    (await db.do(storedParts(shop, [productId]))).get(productId) ?? { texts: {}, metafields: {} };
  const known = await parts();
  const before = known.texts[option];
  if (!before) throw new Error("the option is not known");
  const newer = { ...known, texts: { ...known.texts, [option]: { ...before, value: "Width" } } };
  let done = false;
  await world.run({
    async saveCheckpoint(value) {
      clock.advance(1_000);
      const { operationId, loaded } = value as ImportCheckpoint;
      if (done || operationId === null || loaded) return;
      done = true;
      await db.transact({ shop }, () => keepParts(shop, [{ owner: productId, parts: newer }], clock.now()));
    },
  });
  expect((await parts()).texts[option]?.value).toBe("Width");
  clock.advance(60_000);
  await world.run();
  expect((await parts()).texts[option]).toEqual(before);
});
