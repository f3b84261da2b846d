import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { keepReadSources } from "../../../app/catalog/resources/keep-read-sources.ts";
import { refreshSources } from "../../../app/catalog/resources/refresh-sources.ts";
import { storedParts } from "../../../app/catalog/translations/product-parts.ts";
import { shopTranslationsOf } from "../../../app/catalog/translations/shop-translations.ts";
import { versions } from "../../../app/db/schema/index.ts";
import { OperationalError } from "../../../app/lib/errors.ts";
import { resolveConflict } from "../../../app/publishing/resolve-conflict.ts";
import type { AdminApi } from "../../../app/shopify/admin-api.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { openResources } from "../../generation/translate/resources-world.ts";
import { shop } from "../../shopify/open-store.ts";
import { inGerman } from "./translation-world.ts";

test("a translation that a person keeps over a page's changed original is published, without an import between", async () => {
  const world = await openResources();
  const { db, clock, deps, store, shopper } = world;
  const productId = world.ownerOf("page", "Shipping and delivery");
  const contentType = `${productId}.title`;
  await world.translate([productId]);
  await world.approve([productId]);
  store.state.changeText(shop, `gid://shopify/${productId}`, { title: "How we ship" });
  clock.advance(1_000);
  expect(await world.publish(productId)).toMatchObject({ sourceChanged: [contentType] });
  const decided = { shop, productId, contentType, target: inGerman, by: "anna", decision: { kind: "ours" } } as const;
  expect(await resolveConflict(deps, decided)).toEqual({ kind: "resolved" });
  clock.advance(1_000);
  expect(await world.publish(productId)).toMatchObject({ published: [contentType], conflicts: [] });
  const [own] = await db.orm
    .select({ body: versions.body })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId), eq(versions.contentType, "title")));
  expect(shopper(productId).title).toBe(own?.body);
});

test("what was read of a page's changed original marks its translations into other languages as outdated", async () => {
  const world = await openResources();
  const { db, clock, store } = world;
  const productId = world.ownerOf("page", "About us");
  const name = `${productId}.meta_title`;
  store.state.translate(shop, `gid://shopify/${productId}`, {
    ...{ key: "meta_title", locale: "fr", marketId: null, value: "Qui nous sommes" },
  });
  clock.advance(1_000);
  await world.readTexts();
  const french = { shop, owner: productId, target: storeTarget("fr") };
  expect((await db.do(shopTranslationsOf(french)))[name]).toMatchObject({ outdated: false });
  await world.translate([productId]);
  await world.approve([productId]);
  store.state.changeText(shop, `gid://shopify/${productId}`, { meta_title: "Who we are and what we do" });
  clock.advance(1_000);
  await world.publish(productId);
  expect((await db.do(shopTranslationsOf(french)))[name]).toMatchObject({ outdated: true });
});

test("a page is translated as it stands in the shop now, not as the last import read it", async () => {
  const world = await openResources();
  const { db, clock, store } = world;
  const productId = world.ownerOf("page", "Shipping and delivery");
  store.state.changeText(shop, `gid://shopify/${productId}`, { title: "How we send your parcels", meta_title: "" });
  clock.advance(1_000);
  await world.translate([productId]);
  await world.approve([productId]);
  expect(await world.publish(productId)).toMatchObject({ conflicts: [], sourceChanged: [], problem: null });
  const rows = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId)));
  const names = rows.map(({ contentType }) => contentType);
  expect(names).toContain("title");
  expect(names).not.toContain("meta_title");
});

test.each([false, true])(
  "what Shopify does not show of a page stays as it is known; may be tried again: %s",
  async (retryable) => {
    const { db, clock, ownerOf } = await openResources();
    const id = ownerOf("page", "Shipping and delivery");
    const known = await db.do(storedParts(shop, [id]));
    const refusal = new OperationalError("no", { code: "shopify_scope", retryable, merchantMessage: "" });
    const admin: AdminApi = { shop, run: () => Promise.reject(refusal) };
    const reading = refreshSources({ db, clock, admin }, { shop, id, signal: new AbortController().signal });
    if (retryable) await expect(reading).rejects.toBe(refusal);
    else await reading;
    expect(await db.do(storedParts(shop, [id]))).toEqual(known);
  },
);

test("an original that was read later stays, and nothing is kept of what is a product's", async () => {
  const { db, clock, ownerOf } = await openResources();
  const owner = ownerOf("page", "Shipping and delivery");
  const name = `${owner}.title`;
  const read = (value: string, readAt: number) => {
    const sources = new Map([[name, { value, type: "SINGLE_LINE_TEXT_FIELD" }]]);
    return db.transact({ shop }, () => keepReadSources({ shop, owner, sources, readAt }));
  };
  const kept = async (id: string) => (await db.do(storedParts(shop, [id]))).get(id)?.texts[name]?.value;
  const now = clock.now() + 10_000;
  await read("As it is now", now);
  await read("As it was", now - 1);
  expect(await kept(owner)).toBe("As it is now");
  const sources = new Map([[name, { value: "No product's", type: "SINGLE_LINE_TEXT_FIELD" }]]);
  await db.transact({ shop }, () => keepReadSources({ shop, owner: "prd_01", sources, readAt: now }));
  expect(await kept("prd_01")).toBeUndefined();
});
