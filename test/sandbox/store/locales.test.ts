import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listen, type RunningServer, readBody } from "../../../sandbox/shared/http.ts";
import { subscribe } from "../../../sandbox/store/sandbox-app.ts";
import { defaultApp } from "../../../sandbox/store/start.ts";
import { domain, rootField } from "./test-store.ts";
import { fullScopes, openTranslationWorld, product, type TranslationWorld } from "./translation-world.ts";

let world: TranslationWorld;
afterEach(() => world.close());

const localeFields = "locale name primary published marketWebPresences { id subfolderSuffix }";
interface Locale {
  locale: string;
  name: string;
  primary: boolean;
  published: boolean;
  marketWebPresences: { id: string; subfolderSuffix: string | null }[];
}
const shopLocales = async (args = "") =>
  rootField<Locale[]>(await world.admin(`{ shopLocales${args} { ${localeFields} } }`), "shopLocales");
const enable = async (locale: string, ids?: string[]) =>
  rootField(
    await world.admin(
      `mutation($locale: String!, $ids: [ID!]) { shopLocaleEnable(locale: $locale, marketWebPresenceIds: $ids) { shopLocale { ${localeFields} } userErrors { field message } } }`,
      { locale, ids },
    ),
    "shopLocaleEnable",
  );
const update = async (locale: string, shopLocale: object) =>
  rootField(
    await world.admin(
      `mutation($locale: String!, $shopLocale: ShopLocaleInput!) { shopLocaleUpdate(locale: $locale, shopLocale: $shopLocale) { shopLocale { ${localeFields} } userErrors { field message } } }`,
      { locale, shopLocale },
    ),
    "shopLocaleUpdate",
  );
const disable = async (locale: string) =>
  rootField(
    await world.admin(
      "mutation($locale: String!) { shopLocaleDisable(locale: $locale) { locale userErrors { field message } } }",
      { locale },
    ),
    "shopLocaleDisable",
  );
const refused = (message: string, field: string[] | null = ["locale"]) => ({
  shopLocale: null,
  userErrors: [{ field, message }],
});
const presenceOf = (suffix: string) =>
  `gid://shopify/MarketWebPresence/${[...world.state.shop(domain).webPresences.values()].find((one) => one.subfolderSuffix === suffix)?.id}`;

describe("a shop's languages", () => {
  beforeEach(async () => {
    world = await openTranslationWorld();
  });

  it("can be 137, with regions for Chinese and Portuguese only", async () => {
    const all = rootField<{ isoCode: string; name: string }[]>(
      await world.admin("{ availableLocales { isoCode name } }"),
      "availableLocales",
    );
    const codes = all.map(({ isoCode }) => isoCode);
    expect(codes).toHaveLength(137);
    expect(new Set(codes).size).toBe(137);
    expect(codes.filter((code) => code.includes("-"))).toEqual(["zh-CN", "zh-TW", "pt-BR", "pt-PT"]);
    expect(codes).not.toContain("pt");
    expect(codes).toEqual(expect.arrayContaining(["no", "nb", "nn", "he", "id", "fil"]));
    expect(all.find(({ isoCode }) => isoCode === "zh-TW")?.name).toBe("Chinese (Traditional)");
  });

  it("are live, unpublished, or published where no address leads to", async () => {
    const states = (await shopLocales()).map((one) => [
      one.locale,
      one.primary,
      one.published,
      one.marketWebPresences.map(({ subfolderSuffix }) => subfolderSuffix),
    ]);
    expect(states).toEqual([
      ["ar", false, true, []],
      ["de", false, true, [null, "eu", "de"]],
      ["en", true, true, [null, "eu", "de", "jp", "br"]],
      ["fr", false, true, [null, "eu"]],
      ["pt-BR", false, false, ["br"]],
    ]);
    expect((await shopLocales("(published: true)")).map(({ locale }) => locale)).toEqual(["ar", "de", "en", "fr"]);
  });

  it("are added unpublished, at the web presences that there are", async () => {
    const id = presenceOf("jp");
    expect(await enable("ja", [id, "gid://shopify/MarketWebPresence/999"])).toEqual({
      shopLocale: {
        locale: "ja",
        name: "Japanese",
        primary: false,
        published: false,
        marketWebPresences: [{ id, subfolderSuffix: "jp" }],
      },
      userErrors: [],
    });
    const { data } = await world.admin(
      `{ node(id: "${id}") { ... on MarketWebPresence { defaultLocale { locale } alternateLocales { locale published } rootUrls { locale url } domain { host } } } }`,
    );
    expect(data?.node).toEqual({
      defaultLocale: { locale: "en" },
      alternateLocales: [{ locale: "ja", published: false }],
      rootUrls: [
        { locale: "en", url: `https://${domain}/en-jp/` },
        { locale: "ja", url: `https://${domain}/ja-jp/` },
      ],
      domain: null,
    });
  });

  it("are refused in plain user errors", async () => {
    expect(await enable("tlh")).toEqual(refused("Locale is invalid"));
    expect(await enable("pt")).toEqual(refused("Locale is invalid"));
    expect(await enable("fr")).toEqual(refused("Locale has already been taken"));
    const primary = "The primary locale of your store can't be changed through this endpoint.";
    expect(await enable("en")).toEqual(refused(primary));
    expect(await update("en", { published: false })).toEqual(refused(primary));
    expect(await update("ja", { published: true })).toEqual(refused("The locale doesn't exist."));
    expect(await disable("en")).toMatchObject({ locale: null, userErrors: [{ message: primary }] });
    expect(await disable("ja")).toMatchObject({ userErrors: [{ message: "The locale doesn't exist." }] });
    const withCode = await world.admin('mutation { shopLocaleEnable(locale: "ja") { userErrors { code } } }');
    expect(withCode.errors).toMatchObject([{ message: "Field 'code' doesn't exist on type 'UserError'" }]);
    expect((await shopLocales()).map(({ locale }) => locale)).not.toContain("ja");
  });

  it("are at most 20 beside the primary one", async () => {
    const codes = "ja it es nl pl sv da fi nb cs el hu ro tr ko th".split(" ");
    for (const code of codes) expect(await enable(code)).toMatchObject({ userErrors: [] });
    expect(await shopLocales()).toHaveLength(21);
    const message =
      "Your store has reached its 20 language limit. To add Chinese (Simplified), delete one of your other languages.";
    expect(await enable("zh-CN")).toEqual(refused(message, null));
    await disable("th");
    expect(await enable("zh-CN")).toMatchObject({ userErrors: [] });
  });

  it("are moved to other web presences, or to none, and published", async () => {
    const published = await update("pt-BR", { published: true, marketWebPresenceIds: [presenceOf("eu")] });
    expect(published).toMatchObject({
      shopLocale: { published: true, marketWebPresences: [{ subfolderSuffix: "eu" }] },
    });
    expect(await update("pt-BR", { marketWebPresenceIds: [] })).toMatchObject({
      shopLocale: { published: true, marketWebPresences: [] },
    });
    expect(await update("fr", { published: false })).toMatchObject({
      shopLocale: { published: false, marketWebPresences: [{ subfolderSuffix: null }, { subfolderSuffix: "eu" }] },
    });
  });

  it("take all their translations along when they are disabled, and those of no other language", async () => {
    await world.register(product, [
      { locale: "fr", value: "Chemise" },
      { locale: "fr", value: "Chemise d'ici", marketId: world.market("europe") },
      { value: "Hemd" },
    ]);
    expect(await disable("fr")).toEqual({ locale: "fr", userErrors: [] });
    await enable("fr");
    expect(await world.rows(product, "fr")).toEqual([]);
    expect(await world.rows(product, "fr", world.market("europe"))).toEqual([]);
    expect(await world.rows(product, "de")).toMatchObject([{ value: "Hemd" }]);
  });

  it("need write_locales to be changed", async () => {
    const document = 'mutation { shopLocaleDisable(locale: "de") { locale } }';
    const answer = world.state.graphql(domain, document, {}, ["read_locales"]);
    expect(answer.errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
  });
});

describe("webhooks", () => {
  let app: RunningServer;
  const received: { topic: unknown; body: unknown }[] = [];
  beforeEach(async () => {
    received.length = 0;
    app = await listen(async (req, res) => {
      received.push({ topic: req.headers["x-shopify-topic"], body: JSON.parse((await readBody(req)).toString()) });
      res.end();
    });
    const topics = [
      "LOCALES_CREATE",
      "LOCALES_UPDATE",
      "LOCALES_DESTROY",
      "MARKETS_CREATE",
      "MARKETS_UPDATE",
      "MARKETS_DELETE",
      "PRODUCTS_UPDATE",
    ];
    const subscriptions = subscribe(topics);
    world = await openTranslationWorld(
      {},
      { app: { ...defaultApp, url: app.url, scopes: [...fullScopes], subscriptions } },
    );
  });
  afterEach(() => app.close());
  const told = async () => {
    await world.state.settled();
    return received.splice(0);
  };

  it("tell of languages that are added, changed and removed", async () => {
    await enable("ja");
    expect(await told()).toEqual([{ topic: "locales/create", body: { locale: "ja", published: false } }]);
    await update("ja", { published: true });
    expect(await told()).toEqual([{ topic: "locales/update", body: { locale: "ja", published: true } }]);
    await disable("ja");
    expect(await told()).toEqual([{ topic: "locales/destroy", body: { locale: "ja", published: true } }]);
    await enable("tlh");
    expect(await told()).toEqual([]);
  });

  it("tell of markets that are added, changed and deleted", async () => {
    const { id } = world.state.addMarket(domain, {
      name: "Nordics",
      handle: "nordics",
      status: "DRAFT",
      countries: ["SE", "NO"],
      currency: "EUR",
    });
    expect(await told()).toMatchObject([{ topic: "markets/create", body: { id, name: "Nordics", enabled: false } }]);
    world.state.changeMarket(domain, id, { status: "ACTIVE" });
    expect(await told()).toMatchObject([{ topic: "markets/update", body: { id, enabled: true } }]);
    world.state.deleteMarket(domain, id);
    expect(await told()).toEqual([{ topic: "markets/delete", body: { id } }]);
  });

  it("tell nobody of a translation, whoever wrote or removed it", async () => {
    await world.register(product, [{ value: "Hemd" }]);
    await world.remove(product, { keys: ["title"], locales: ["de"] });
    expect(await told()).toEqual([]);
  });
});
