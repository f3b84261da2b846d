import { expect, it, onTestFinished } from "vitest";
import { shopLocalesOf, shopMarketsOf } from "../../app/catalog/translations/shop-languages.ts";
import { allShopTranslations, keepShopTranslations } from "../../app/catalog/translations/shop-translations.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { createLanguagesTask } from "../../app/tasks/refresh-languages.ts";
import { appRegistration } from "../../sandbox/read-app-toml.ts";
import { listen, readBody } from "../../sandbox/shared/http.ts";
import { aWorker } from "../jobs/support.ts";
import { appOfTests, installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

/** A shop whose store sends its webhooks, by shopify.app.toml, to the app's receiver. */
async function open() {
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
    app: appOfTests({ url: receiver.url, subscriptions: appRegistration().subscriptions }),
  });
  await installShop({ db, clock }, store);
  const tasks = [createLanguagesTask({ db, clock, admin: openAdmin({ db, clock, store }) })];
  return {
    db,
    clock,
    state: store.state,
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
