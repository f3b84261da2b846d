import { expect, it, onTestFinished } from "vitest";
import { shopLocalesOf, shopMarketsOf } from "../../app/catalog/translations/shop-languages.ts";
import { allShopTranslations, keepShopTranslations } from "../../app/catalog/translations/shop-translations.ts";
import { translationTargetsOf } from "../../app/catalog/translations/translation-targets.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import type { AdminApiFor } from "../../app/shopify/admin-api.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { createLanguagesTask } from "../../app/tasks/refresh-languages.ts";
import { appRegistration } from "../../sandbox/read-app-toml.ts";
import { listen, readBody } from "../../sandbox/shared/http.ts";
import type { StoreOptions } from "../../sandbox/store/start.ts";
import { aWorker } from "../jobs/support.ts";
import { appOfTests, installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const outage = new OperationalError("the shop does not answer", {
  ...{ code: "shopify_unavailable", retryable: true, merchantMessage: "Shopify does not answer." },
});

/** A shop whose store sends its webhooks, by shopify.app.toml, to the app's receiver. */
async function open(habits: StoreOptions["habits"] = {}) {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const { apiSecret } = appOfTests();
  const receiver = await listen(async (request, response) => {
    const rawBody = await readBody(request);
    const headers = new Headers(request.headers as Record<string, string>);
    response.statusCode = await receiveWebhook({ db, clock, logger: silent, apiSecrets: [apiSecret] }, { rawBody, headers }); // biome-ignore format: one call
    response.end();
  });
  onTestFinished(receiver.close);
  const store = await openStore({
    now: clock.now,
    habits,
    app: appOfTests({ url: receiver.url, subscriptions: appRegistration().subscriptions }),
  });
  await installShop({ db, clock }, store);
  const faults = { left: 0 };
  const real = openAdmin({ db, clock, store });
  const admin: AdminApiFor = (name) => ({
    shop: name,
    run(operation, variables, options) {
      if (operation.name === "ReadMarkets" && faults.left-- > 0) return Promise.reject(outage);
      return real(name).run(operation, variables, options);
    },
  });
  const tasks = [createLanguagesTask({ db, clock, admin })];
  return {
    db,
    clock,
    ...{ state: store.state, faults },
    send: async (document: string) => {
      store.state.graphql(shop, document, {}, ["write_locales"]);
      await store.state.settled();
    },
    work: () => aWorker({ db, clock, tasks }).tick(),
    waiting: () =>
      db.raw
        .prepare("SELECT count(*) FROM job_items WHERE shop = ? AND kind = 'refresh-languages' AND status = 'queued'")
        .pluck()
        .get(shop),
    states: async () =>
      Object.fromEntries((await db.do(shopLocalesOf(shop))).map(({ locale, state }) => [locale, state])),
  };
}

it("a language that was added, published or removed in Shopify is known after its webhook; several are read once", async () => {
  const { send, work, waiting, states } = await open();
  await send('mutation { shopLocaleEnable(locale: "ja") { shopLocale { locale } } }');
  await send('mutation { shopLocaleUpdate(locale: "ja", shopLocale: { published: true }) { shopLocale { locale } } }');
  expect(waiting()).toBe(1);
  await work();
  expect(await states()).toMatchObject({ de: "live", ja: "unreachable" });
  await send('mutation { shopLocaleDisable(locale: "de") { locale } }');
  await work();
  expect((await states()).de).toBe("gone");
});

it("with a language Shopify removes its translations, and so does the mirror; other languages keep theirs", async () => {
  const { db, send, work } = await open();
  for (const locale of ["de", "fr"]) {
    await db.transact({ shop }, () =>
      keepShopTranslations({
        ...{ shop, owner: "1", target: { locale, market: "" }, readAt: 1 },
        texts: { title: { value: "Hemd", outdated: false, updatedAt: 1 } },
      }),
    );
  }
  await send('mutation { shopLocaleDisable(locale: "de") { locale } }');
  await work();
  const held = await db.do(allShopTranslations({ shop, owner: "1" }));
  expect(held.map(({ locale }) => locale)).toEqual(["fr"]);
});

it("a market that changed is known after its webhook", async () => {
  const { db, state, work } = await open();
  state.addMarket(shop, { name: "Norway", handle: "no", status: "ACTIVE", countries: ["NO"], currency: "NOK" });
  await state.settled();
  await work();
  expect((await db.do(shopMarketsOf(shop))).map(({ handle }) => handle)).toEqual(["ie", "no"]);
});

const norway = { name: "Norway", handle: "no", status: "ACTIVE" as const, countries: ["NO"], currency: "NOK" };

it("what an address offers is known after the webhook of its domain", async () => {
  const { db, state, work } = await open();
  const { id } = state.addMarket(shop, norway);
  await state.settled();
  await work();
  const presence = { subfolderSuffix: "no", defaultLocale: "fr", alternateLocales: [] };
  const offered = async () =>
    (await db.do(translationTargetsOf(shop))).flatMap(({ locale, market }) => (market === String(id) ? [locale] : []));
  expect(await offered()).toEqual(["en", "de", "fr"]);
  const address = state.addPresence(shop, presence, [id]);
  await state.settled();
  await work();
  expect(await offered()).toEqual(["fr"]);
  state.changePresence(shop, address.id, ["de"]);
  await state.settled();
  await work();
  expect(await offered()).toEqual(["de", "fr"]);
});

it("what a webhook told of and could not be read is read by the next try", async () => {
  const { db, clock, state, faults, work } = await open();
  state.addMarket(shop, norway);
  await state.settled();
  faults.left = 1;
  await work();
  expect(await db.do(shopMarketsOf(shop))).toEqual([]);
  clock.advance(600_000);
  await work();
  expect((await db.do(shopMarketsOf(shop))).map(({ handle }) => handle)).toEqual(["ie", "no"]);
});

it("which market inherits from which is read again until Shopify has arranged it, and then no more", async () => {
  const { db, clock, state, work, waiting } = await open({ marketTree: "later" });
  const { id } = state.addMarket(shop, norway);
  await state.settled();
  await work();
  state.changeMarket(shop, id, { countries: ["NO", "IE"] });
  await state.settled();
  await work();
  const ireland = async () => (await db.do(shopMarketsOf(shop))).find(({ handle }) => handle === "ie")?.parents;
  expect([await ireland(), waiting()]).toEqual([[], 1]);
  state.rebuildMarketTree(shop);
  clock.advance(300_000);
  await work();
  await work();
  expect([await ireland(), waiting()]).toEqual([[String(id)], 0]);
});

it("Shopify is not asked for ever whether it has arranged the markets anew", async () => {
  const { db, clock, state, work, waiting } = await open({ marketTree: "later" });
  state.addMarket(shop, norway);
  await state.settled();
  await work();
  state.addMarket(shop, { ...norway, name: "Sweden", handle: "se", countries: ["SE"] });
  await state.settled();
  for (let hour = 0; hour < 20; hour++) {
    clock.advance(3_600_000);
    await work();
  }
  expect(waiting()).toBe(0);
  expect((await db.do(shopMarketsOf(shop))).map(({ handle }) => handle)).toEqual(["ie", "no", "se"]);
});

it("texts of a market that has no address any more stay, and those of a market that is gone go", async () => {
  const { db, state, work } = await open();
  const [{ id }, other] = [state.addMarket(shop, norway), state.addMarket(shop, { ...norway, handle: "gone" })];
  await state.settled();
  await work();
  for (const market of [id, other.id].map(String)) {
    await db.transact({ shop }, () =>
      keepShopTranslations({
        ...{ shop, owner: "1", target: { locale: "de", market }, readAt: 1 },
        texts: { title: { value: "Hemd", outdated: false, updatedAt: 1 } },
      }),
    );
  }
  state.changeMarket(shop, id, { countries: [] });
  state.deleteMarket(shop, other.id);
  await state.settled();
  await work();
  const held = await db.do(allShopTranslations({ shop, owner: "1" }));
  expect(held.map(({ market }) => market)).toEqual([String(id)]);
});
