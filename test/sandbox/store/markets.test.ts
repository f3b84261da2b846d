import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { domain, rootField } from "./test-store.ts";
import { openTranslationWorld, product, type TranslationWorld } from "./translation-world.ts";

let world: TranslationWorld;
beforeEach(async () => {
  world = await openTranslationWorld({
    locales: ["en", "de", "fr", "ja", "ar", "pt-BR"],
    unpublished: ["pt-BR"],
    publicHost: "fernandfield.example",
  });
});
afterEach(() => world.close());

describe("the markets of the sample store", () => {
  it("are one primary market and others with their countries, one of them a draft", async () => {
    const { data } = await world.admin(
      "{ markets(first: 20) { nodes { name handle status type primary conditions { conditionTypes regionsCondition { applicationLevel regions(first: 20) { nodes { name ... on MarketRegionCountry { code currency { currencyCode } } } } } } webPresences(first: 5) { nodes { subfolderSuffix defaultLocale { locale } alternateLocales { locale } } } } } }",
    );
    type Nodes<T> = { nodes: T[] };
    type Market = {
      name: string;
      status: string;
      primary: boolean;
      conditions: { conditionTypes: string[]; regionsCondition: { regions: Nodes<{ code: string; name: string }> } };
      webPresences: Nodes<{ subfolderSuffix: string | null; defaultLocale: { locale: string } }>;
    };
    const { nodes } = (data as { markets: Nodes<Market> }).markets;
    const shown = nodes.map(({ name, status, primary, conditions, webPresences }) => [
      name,
      status,
      primary,
      conditions.regionsCondition.regions.nodes.map(({ code }) => code).join(" "),
      webPresences.nodes.map((one) => `${one.subfolderSuffix} ${one.defaultLocale.locale}`).join(),
    ]);
    expect(shown).toEqual([
      ["Ireland", "ACTIVE", true, "IE", ""],
      ["Europe", "ACTIVE", false, "AT BE DE ES FR IT LU NL PT", "eu en"],
      ["Germany", "ACTIVE", false, "DE", "de de"],
      ["Japan", "ACTIVE", false, "JP", "jp ja"],
      ["Brazil", "DRAFT", false, "BR", "br en"],
    ]);
    expect(nodes[2]?.conditions).toMatchObject({
      conditionTypes: ["REGION"],
      regionsCondition: { applicationLevel: "SPECIFIED", regions: { nodes: [{ name: "Germany" }] } },
    });
  });

  it("can be asked for one by one, and not without their scope", async () => {
    const id = world.market("jp");
    const query = `{ market(id: "${id}") { name currencySettings { baseCurrency { currencyCode currencyName } localCurrencies } } missing: market(id: "gid://shopify/Market/1") { id } }`;
    expect((await world.admin(query)).data).toEqual({
      market: {
        name: "Japan",
        currencySettings: {
          baseCurrency: { currencyCode: "JPY", currencyName: "Japanese Yen" },
          localCurrencies: false,
        },
      },
      missing: null,
    });
    const denied = world.state.graphql(domain, query, {}, ["write_translations"]);
    expect(denied.errors?.[0]).toMatchObject({ extensions: { code: "ACCESS_DENIED" } });
  });

  it("lead from a country to its web presences: the most specific market's, else the shop's own domain", async () => {
    const presences = async (countryCode: string) => {
      const answer = await world.admin(
        "query($c: CountryCode!) { marketsResolvedValues(buyerSignal: { countryCode: $c }) { currencyCode webPresences(first: 5) { nodes { defaultLocale { locale } alternateLocales { locale } rootUrls { locale url } } } } }",
        { c: countryCode },
      );
      type Found = { webPresences: { nodes: { rootUrls: { url: string }[] }[] }; currencyCode: string };
      const found = rootField<Found>(answer, "marketsResolvedValues");
      return [
        found.currencyCode,
        ...found.webPresences.nodes.flatMap(({ rootUrls }) => rootUrls.map(({ url }) => url)),
      ];
    };
    const root = "https://fernandfield.example";
    expect(await presences("DE")).toEqual(["EUR", `${root}/de-de/`, `${root}/en-de/`]);
    expect(await presences("AT")).toEqual(["EUR", `${root}/en-eu/`, `${root}/de-eu/`, `${root}/fr-eu/`]);
    expect(await presences("JP")).toEqual(["JPY", `${root}/ja-jp/`, `${root}/en-jp/`]);
    const own = ["EUR", `${root}/`, `${root}/de/`, `${root}/fr/`];
    expect([await presences("BR"), await presences("US")]).toEqual([own, own]);
  });

  it("are one in every other store, whose own domain offers all its languages and is no market's", async () => {
    world.state.addShop({
      domain: "b.myshopify.com",
      name: "B",
      plan: "standard",
      locales: ["de", "en", "ja"],
      catalogue: { generate: 3 },
    });
    const { data } = world.state.graphql(
      "b.myshopify.com",
      "{ markets(first: 5) { nodes { primary webPresences(first: 5) { nodes { id } } } } webPresences(first: 5) { nodes { markets(first: 5) { nodes { id } } defaultLocale { locale } alternateLocales { locale } } } }",
    );
    const presence = { defaultLocale: { locale: "de" }, alternateLocales: [{ locale: "en" }, { locale: "ja" }] };
    expect(data).toEqual({
      markets: { nodes: [{ primary: true, webPresences: { nodes: [] } }] },
      webPresences: { nodes: [{ markets: { nodes: [] }, ...presence }] },
    });
  });

  it("take their texts along when they are deleted", async () => {
    const id = world.market("europe");
    await world.register(product, [{ value: "In Europa", marketId: id }, { value: "Überall" }]);
    world.state.deleteMarket(domain, id);
    expect(await world.rows(product, "de", id)).toEqual([]);
    expect(await world.rows(product, "de")).toMatchObject([{ value: "Überall" }]);
    expect(await world.register(product, [{ value: "Dort", marketId: id }])).toMatchObject({
      userErrors: [{ code: "MARKET_DOES_NOT_EXIST" }],
    });
  });
});

interface Text {
  value: string;
  from: string;
  marketId: string | null;
}
interface Page {
  served: string;
  markets: { name: string }[];
  texts: Record<string, Record<string, Text>>;
}

describe("what a shopper reads", () => {
  const handle = "marram-linen-shirt";
  const look = async (country: string, language: string, what = `handle=${handle}`) => {
    const path = `/shops/${domain}/shopper?country=${country}&language=${language}&${what}`;
    const { status, body } = await world.control("GET", path);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body as Page;
  };
  const title = async (country: string, language: string) => {
    const page = await look(country, language);
    const { value, from } = page.texts[product]?.title ?? {};
    return [page.served, from, value];
  };
  const source = "Marram Linen Shirt";

  it("is the source, then the language's row, then a parent market's, then the market's own", async () => {
    const [europe, germany] = [world.market("europe"), world.market("de")];
    expect(await title("DE", "de")).toEqual(["de", "source", source]);
    await world.register(product, [{ value: "Leinenhemd" }]);
    expect(await title("DE", "de")).toEqual(["de", "locale", "Leinenhemd"]);
    await world.register(product, [{ value: "Hemd für Europa", marketId: europe }]);
    expect(await title("DE", "de")).toEqual(["de", "parent market", "Hemd für Europa"]);
    expect(await title("AT", "de")).toEqual(["de", "market", "Hemd für Europa"]);
    await world.register(product, [{ value: "Hemd für Deutschland", marketId: germany }]);
    expect(await title("DE", "de")).toEqual(["de", "market", "Hemd für Deutschland"]);
    expect(await title("AT", "de")).toEqual(["de", "market", "Hemd für Europa"]);
    expect(await title("IE", "de")).toEqual(["de", "locale", "Leinenhemd"]);
  });

  it("is a market's own wording in the shop's language too, for that language alone", async () => {
    await world.register(product, [{ locale: "en", value: "Linen shirt", marketId: world.market("europe") }]);
    expect(await title("FR", "en")).toEqual(["en", "market", "Linen shirt"]);
    expect(await title("FR", "fr")).toEqual(["fr", "source", source]);
    expect(await title("IE", "en")).toEqual(["en", "source", source]);
  });

  it("is not a draft market's text, an unpublished language, or one that no address leads to", async () => {
    const brazil = world.market("br");
    await world.register(product, [
      { locale: "pt-BR", value: "Camisa de linho" },
      { locale: "en", value: "Brazilian cut", marketId: brazil },
      { locale: "ar", value: "قميص كتان" },
      { locale: "ja", value: "リネンシャツ" },
    ]);
    expect(await title("BR", "pt-BR")).toEqual(["en", "source", source]);
    expect(await title("IE", "ar")).toEqual(["en", "source", source]);
    expect(await title("IE", "ja")).toEqual(["en", "source", source]);
    expect(await title("JP", "ja")).toEqual(["ja", "locale", "リネンシャツ"]);
    expect(await title("JP", "fr")).toEqual(["ja", "locale", "リネンシャツ"]);
    world.state.changeMarket(domain, brazil, { status: "ACTIVE" });
    expect(await title("BR", "en")).toEqual(["en", "market", "Brazilian cut"]);
    expect(await title("BR", "pt-BR")).toEqual(["en", "market", "Brazilian cut"]);
    const publish =
      'mutation { shopLocaleUpdate(locale: "pt-BR", shopLocale: { published: true }) { userErrors { message } } }';
    await world.admin(publish);
    expect(await title("BR", "pt-BR")).toEqual(["pt-BR", "locale", "Camisa de linho"]);
  });

  it("is an outdated translation until somebody writes another", async () => {
    await world.register(product, [{ value: "Leinenhemd" }]);
    world.state.patchProduct(domain, product, { title: "Marram Shirt" });
    expect(await title("DE", "de")).toEqual(["de", "locale", "Leinenhemd"]);
  });

  it("is found by a translated handle, with options, values, images, metafields and collections", async () => {
    const { texts } = await look("DE", "de");
    const ids = Object.keys(texts);
    for (const type of ["Product", "ProductOption", "ProductOptionValue", "MediaImage", "Metafield"]) {
      expect(ids.some((id) => id.startsWith(`gid://shopify/${type}/`))).toBe(true);
    }
    const value = ids.find((id) => id.includes("/ProductOptionValue/")) ?? "";
    await world.register(value, [{ key: "name", value: "Weiß" }]);
    await world.register(product, [{ key: "handle", value: "strandhafer-hemd" }]);
    const page = await look("DE", "de", "handle=strandhafer-hemd");
    expect(page.texts[value]?.name).toEqual({ value: "Weiß", from: "locale", marketId: null });
    expect(page.markets.map(({ name }) => name)).toEqual(["Germany", "Europe"]);
  });

  it("can be any other text, by its id", async () => {
    const [page] = [...world.state.shop(domain).texts.values()].filter(({ kind }) => kind === "PAGE");
    const id = page?.resourceId ?? "";
    await world.register(id, [{ value: "Über uns" }]);
    const read = await look("DE", "de", `resource=${encodeURIComponent(id)}`);
    expect(read.texts[id]).toMatchObject({ title: { value: "Über uns" }, body_html: { from: "source" } });
  });

  it.each([
    ["country=Germany&language=de&handle=x", 400],
    ["country=DE&language=pt&handle=x", 400],
    ["country=DE&language=de", 400],
    ["country=DE&language=de&handle=nothing-of-that-name", 404],
    ["country=DE&language=de&resource=gid://shopify/Page/1", 404],
  ])("answers %s with %i", async (query, status) => {
    expect((await world.control("GET", `/shops/${domain}/shopper?${query}`)).status).toBe(status);
  });
});

describe("which market inherits from which", () => {
  const query =
    '{ marketRelationshipsStatus { version } marketRelationships(first: 50) { nodes { childMarket { handle } parentMarket { handle } } } market(id: "$") { parentMarkets(first: 5) { nodes { handle } } childMarkets(first: 5) { nodes { handle } } } }';
  type Named = { handle: string };
  type Answer = {
    marketRelationshipsStatus: { version: string };
    marketRelationships: { nodes: { childMarket: Named; parentMarket: Named | null }[] };
    market: { parentMarkets: { nodes: Named[] }; childMarkets: { nodes: Named[] } };
  };
  const look = async () => (await world.admin(query.replace("$", world.market("europe")))).data as unknown as Answer;
  const usa = { status: "ACTIVE" as const, countries: ["US"], currency: "USD" };

  it("is listed by pairs, roots among them, and by market", async () => {
    world.state.addMarket(domain, { ...usa, name: "USA", handle: "usa" });
    world.state.addMarket(domain, { ...usa, name: "B2B USA", handle: "b2b", type: "COMPANY_LOCATION" });
    const { marketRelationships, market } = await look();
    const pairs = marketRelationships.nodes.map(({ childMarket, parentMarket }) => [
      childMarket.handle,
      parentMarket?.handle ?? null,
    ]);
    expect(pairs.sort()).toEqual([
      ["b2b", "usa"],
      ["br", null],
      ["de", "europe"],
      ["europe", null],
      ["ie", null],
      ["jp", null],
      ["usa", null],
    ]);
    expect(market).toEqual({ parentMarkets: { nodes: [] }, childMarkets: { nodes: [{ handle: "de" }] } });
  });

  it("is built anew after a change, at once or later, and its version with it", async () => {
    const versions = [(await look()).marketRelationshipsStatus.version];
    world.state.setHabits({ marketTree: "later" });
    const { id } = world.state.addMarket(domain, { ...usa, name: "USA", handle: "usa" });
    versions.push((await look()).marketRelationshipsStatus.version);
    expect((await look()).marketRelationships.nodes).toHaveLength(5);
    world.state.rebuildMarketTree(domain);
    versions.push((await look()).marketRelationshipsStatus.version);
    world.state.setHabits({ marketTree: "atOnce" });
    world.state.changeMarket(domain, id, { name: "United States" });
    versions.push((await look()).marketRelationshipsStatus.version);
    expect(versions[1]).toBe(versions[0]);
    expect(new Set(versions).size).toBe(3);
  });

  it("is beyond an API that has not got it yet, and beyond an app that may not read markets", async () => {
    const document = "{ marketRelationshipsStatus { version } }";
    expect(world.state.graphql(domain, document, {}, ["read_locales"]).errors?.[0]).toMatchObject({
      extensions: { code: "ACCESS_DENIED" },
    });
    world.state.setHabits({ marketRelationships: "unknown" });
    expect((await world.admin(document)).errors?.[0]).toMatchObject({ extensions: { code: "undefinedField" } });
  });
});

it("a market's regions are countries and parts of others in one list, or none where it is everywhere", async () => {
  const more = { status: "ACTIVE" as const, currency: "USD" };
  const coasts = world.state.addMarket(domain, {
    ...{ ...more, name: "Coasts", handle: "coasts", countries: ["CA"], subdivisions: ["US-CA"] },
  });
  world.state.addMarket(domain, { ...more, name: "World", handle: "world", countries: [], everywhere: true });
  const fields =
    "type conditions { conditionTypes regionsCondition { applicationLevel regions(first: 5) { nodes { ... on MarketRegionCountry { code } ... on MarketRegionSubdivision { part: code country { code } } } } } }";
  const ask = async (handle: string) =>
    ((await world.admin(`{ market(id: "${world.market(handle)}") { ${fields} } }`)).data as { market: object }).market;
  expect(await ask("coasts")).toEqual({
    type: "REGION",
    conditions: {
      conditionTypes: ["REGION"],
      regionsCondition: {
        applicationLevel: "SPECIFIED",
        regions: { nodes: [{ code: "CA" }, { part: "CA", country: { code: "US" } }] },
      },
    },
  });
  expect(await ask("world")).toMatchObject({
    conditions: { regionsCondition: { applicationLevel: "ALL", regions: { nodes: [] } } },
  });
  expect(world.state.deleteMarket(domain, coasts.id)).toBe(true);
});

it("texts and markets can be changed by the control routes", async () => {
  const { body } = await world.control("GET", `/shops/${domain}/texts`);
  const texts = (body as { texts: { kind: string; resourceId: string }[] }).texts;
  const resource = texts.find(({ kind }) => kind === "PAGE")?.resourceId;
  const changed = { resource, texts: { title: "Who we are" } };
  expect((await world.control("PATCH", `/shops/${domain}/texts`, changed)).status).toBe(200);
  expect((await world.content(resource ?? ""))[0]).toMatchObject({ key: "title", value: "Who we are" });
  const unknown = { resource, texts: { colour: "green" } };
  expect((await world.control("PATCH", `/shops/${domain}/texts`, unknown)).status).toBe(400);

  const input = { name: "Nordics", handle: "nordics", status: "ACTIVE", countries: ["SE"], currency: "EUR" };
  const presence = { subfolderSuffix: "no", defaultLocale: "en", alternateLocales: ["de", "ko"] };
  const made = await world.control("POST", `/shops/${domain}/markets`, { ...input, presence });
  expect([made.status, made.body]).toEqual([201, expect.objectContaining({ name: "Nordics", type: "REGION" })]);
  const { id } = made.body as { id: number };
  const path = `/shops/${domain}/markets/${id}`;
  expect((await world.control("PATCH", path, { countries: [] })).body).toMatchObject({ type: "NONE", countries: [] });
  expect((await world.control("DELETE", path)).status).toBe(200);
  expect((await world.control("DELETE", path)).status).toBe(404);
  expect([...world.state.shop(domain).webPresences.values()].some((one) => one.subfolderSuffix === "no")).toBe(false);
});
