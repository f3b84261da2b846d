import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { domain, rootField } from "./test-store.ts";
import { openTranslationWorld, product, registerDocument, type TranslationWorld } from "./translation-world.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const invalidDigest = { code: "INVALID_TRANSLATABLE_CONTENT", message: "Translatable content hash is invalid" };

let world: TranslationWorld;
beforeEach(async () => {
  world = await openTranslationWorld();
});
afterEach(() => world.close());

describe("translationsRegister, as live Shopify answered,", () => {
  it("stores and returns the good rows of a call and tells the bad ones with their index", async () => {
    const answer = await world.register(product, [
      { key: "title", value: "Leinenhemd" },
      { key: "tags", value: "Sommer" },
      { key: "product_type", value: "Hemden" },
    ]);
    expect(answer.translations?.map(({ key, value }) => [key, value])).toEqual([
      ["title", "Leinenhemd"],
      ["product_type", "Hemden"],
    ]);
    expect(answer.userErrors).toEqual([
      {
        field: ["translations", "1", "key"],
        message: "Key tags is not a valid translatable field",
        code: "INVALID_KEY_FOR_MODEL",
      },
    ]);
    expect((await world.rows(product, "de")).map(({ key }) => key)).toEqual(["title", "product_type"]);
  });

  it("stores nothing of a row whose digest is stale or wrong, and leaves its time as it was", async () => {
    const stale = await world.digest(product, "title");
    await world.register(product, [{ value: "Erster" }]);
    const before = await world.rows(product, "de");
    world.clock.at += 60_000;
    world.state.patchProduct(domain, product, { title: "Another title" });
    for (const translatableContentDigest of [stale, "deadbeef"]) {
      const answer = await world.register(product, [{ value: "Zweiter", translatableContentDigest }]);
      expect(answer).toEqual({
        translations: [],
        userErrors: [{ field: ["translations", "0", "translatableContentDigest"], ...invalidDigest }],
      });
    }
    expect(await world.rows(product, "de")).toEqual(before.map((row) => ({ ...row, outdated: true })));
  });

  it("takes the sha256 of the value as it stands now, and no other hash", async () => {
    const [title] = await world.content(product);
    expect(title?.digest).toBe(sha256(title?.value ?? ""));
    const { data } = await world.admin(
      `{ product(id: "${product}") { metafields(first: 1) { nodes { id value compareDigest } } } }`,
    );
    type Metafield = { id: string; value: string; compareDigest: string };
    const [metafield] = (data as { product: { metafields: { nodes: Metafield[] } } }).product.metafields.nodes;
    const { id = "", value = "", compareDigest } = metafield ?? {};
    expect(await world.digest(id, "value")).toBe(sha256(value));
    const answer = await world.register(id, [{ key: "value", translatableContentDigest: compareDigest ?? "" }]);
    expect(answer.userErrors).toMatchObject([invalidDigest]);
  });

  it.each([
    ["an empty value", { value: "" }, "value", "FAILS_RESOURCE_VALIDATION", "Value can't be blank"],
    [
      "a locale that is not enabled",
      { locale: "ja" },
      "locale",
      "INVALID_LOCALE_FOR_SHOP",
      "Locale is not a valid locale for the shop",
    ],
    [
      "the primary locale",
      { locale: "en" },
      "locale",
      "INVALID_LOCALE_FOR_SHOP",
      "Locale cannot be the same as the shop's primary locale",
    ],
    [
      "an unknown market",
      { marketId: "gid://shopify/Market/424242424242" },
      "marketId",
      "MARKET_DOES_NOT_EXIST",
      "The market corresponding to the `marketId` argument doesn't exist",
    ],
    [
      "a handle that is too long",
      { key: "handle", value: "a".repeat(256) },
      "value",
      "FAILS_RESOURCE_VALIDATION",
      'Value fails validation on resource: ["Handle is too long (maximum is 255 characters)"]',
    ],
  ])("refuses %s", async (_name, row, part, code, message) => {
    expect(await world.register(product, [row])).toEqual({
      translations: [],
      userErrors: [{ field: ["translations", "0", part], code, message }],
    });
  });

  it("takes a language that is not published, a product that is a draft, and a value equal to the source", async () => {
    world.state.patchProduct(domain, product, { status: "DRAFT" });
    const [title] = await world.content(product);
    const answer = await world.register(product, [{ locale: "pt-BR" }, { value: title?.value ?? "" }]);
    expect([answer.translations?.length, answer.userErrors]).toEqual([2, []]);
  });

  it("refuses a market's text that says what is said everywhere, even with a wrong digest", async () => {
    const marketId = world.market("de");
    await world.register(product, [{ value: "Leinenhemd" }]);
    for (const more of [{}, { translatableContentDigest: "wrong" }]) {
      const answer = await world.register(product, [{ value: "Leinenhemd", marketId, ...more }]);
      expect(answer).toMatchObject({
        translations: [],
        userErrors: [
          {
            field: ["translations", "0", "value"],
            code: "FAILS_RESOURCE_VALIDATION",
            message: "Value cannot match original content",
          },
        ],
      });
    }
  });

  it("takes a market's text that equals the source while nothing is said everywhere", async () => {
    const [title] = await world.content(product);
    const marketId = world.market("de");
    const answer = await world.register(product, [{ value: title?.value ?? "", marketId }]);
    expect(answer.translations).toMatchObject([{ market: { id: marketId } }]);
  });

  it("takes the texts of a market in the primary language, and of a market that is a draft", async () => {
    const marketId = world.market("br");
    const rows = [
      { locale: "en", value: "Linen shirt, Brazilian cut", marketId },
      { locale: "pt-BR", marketId },
    ];
    expect(await world.register(product, rows)).toMatchObject({ translations: [{}, {}], userErrors: [] });
  });

  it("refuses a market's text of what can only be translated", async () => {
    const policy = [...world.state.shop(domain).texts.values()].find(({ kind }) => kind === "SHOP_POLICY");
    const marketId = world.market("de");
    expect(await world.register(policy?.resourceId ?? "", [{ key: "body", marketId }])).toEqual({
      translations: [],
      userErrors: [
        {
          field: ["translations", "0", "key"],
          code: "RESOURCE_NOT_MARKET_CUSTOMIZABLE",
          message: "Key body cannot be customized for a market; it can only be translated.",
        },
      ],
    });
  });

  it("looks at market, locale, value and digest in this order", async () => {
    const wrong = { value: "", locale: "ja", translatableContentDigest: "wrong" };
    const part = async (row: object) => (await world.register(product, [row])).userErrors[0]?.field?.[2];
    expect(await part({ ...wrong, marketId: "gid://shopify/Market/1" })).toBe("marketId");
    expect(await part(wrong)).toBe("locale");
    expect(await part({ ...wrong, locale: "de" })).toBe("value");
    expect(await part({ ...wrong, locale: "de", value: "Wert" })).toBe("translatableContentDigest");
  });

  it("refuses a resource that is unknown or was deleted, as a whole", async () => {
    const deleted = "gid://shopify/Product/8000000000001";
    world.state.deleteProduct(domain, deleted);
    for (const id of ["gid://shopify/Product/1", deleted, "gid://shopify/Menu/999"]) {
      expect(await world.register(id, [{}])).toEqual({
        translations: null,
        userErrors: [{ field: ["resourceId"], message: `Resource ${id} does not exist`, code: "RESOURCE_NOT_FOUND" }],
      });
    }
  });

  it("answers no rows with no rows", async () => {
    expect(await world.register(product, [])).toEqual({ translations: [], userErrors: [] });
  });

  it("takes exactly 100 rows, and nothing of 101, before it looks for the resource", async () => {
    const rows = Array.from({ length: 101 }, (_, i) => ({ value: `Wert ${i}` }));
    expect((await world.register(product, rows.slice(1))).translations).toHaveLength(100);
    expect((await world.rows(product, "de")).map(({ value }) => value)).toEqual(["Wert 100"]);
    for (const id of [product, "gid://shopify/Product/1"]) {
      expect(await world.register(id, rows)).toEqual({
        translations: null,
        userErrors: [
          {
            field: ["resourceId"],
            message: "Too many keys for resource - maximum 100 per mutation",
            code: "TOO_MANY_KEYS_FOR_RESOURCE",
          },
        ],
      });
    }
  });

  it.each([
    ["Bad Value With Spaces", "bad-value-with-spaces"],
    ["UPPER", "upper"],
    ["a/b", "a-b"],
    ["double--dash", "double-dash"],
    ["-leading-dash", "leading-dash"],
    ["trailing-dash-", "trailing-dash"],
    ["%%%", "store-localization/generic-dynamic-content-translation"],
  ])("saves the handle %s as %s and says so in the answer only", async (value, saved) => {
    const answer = await world.register(product, [{ key: "handle", value }]);
    expect(answer).toMatchObject({ translations: [{ key: "handle", value: saved }], userErrors: [] });
    expect(await world.rows(product, "de")).toMatchObject([{ value: saved }]);
  });

  it("refuses a handle that another product has in that language, or as its own", async () => {
    const other = "gid://shopify/Product/8000000000001";
    await world.register(other, [{ key: "handle", value: "hemd" }]);
    const source = (await world.content(other)).find(({ key }) => key === "handle")?.value ?? "";
    for (const value of ["Hemd", source]) {
      expect((await world.register(product, [{ key: "handle", value }])).userErrors).toMatchObject([
        { field: ["translations", "0", "value"], code: "INVALID_VALUE_FOR_HANDLE_TRANSLATION" },
      ]);
    }
    expect((await world.register(product, [{ key: "handle", value: "hemd", locale: "fr" }])).userErrors).toEqual([]);
    await world.remove(other, { keys: ["handle"], locales: ["de"] });
    expect((await world.register(product, [{ key: "handle", value: "hemd" }])).userErrors).toEqual([]);
  });

  it("takes a handle that a deleted product had", async () => {
    const deleted = "gid://shopify/Product/8000000000001";
    await world.register(deleted, [{ key: "handle", value: "hemd" }]);
    world.state.deleteProduct(domain, deleted);
    expect((await world.register(product, [{ key: "handle", value: "hemd" }])).userErrors).toEqual([]);
  });

  it("may lose rows that it accepted, and say nothing of it", async () => {
    world.state.faults.set({ rules: [{ kind: "translation_lost", after: 1, times: 1 }] });
    const keys = ["title", "product_type", "handle"];
    const answer = await world.register(
      product,
      keys.map((key) => ({ key, value: `neu ${key}` })),
    );
    expect([answer.translations?.length, answer.userErrors]).toEqual([3, []]);
    expect((await world.rows(product, "de")).map(({ key }) => key)).toEqual(["title", "handle"]);
  });

  it("asks for 11 points and takes 10 or 11, however many rows come", async () => {
    const costOf = async (rows: object[]) =>
      (await world.admin(registerDocument, { id: product, rows })).extensions?.cost;
    const translatableContentDigest = await world.digest(product, "title");
    const row = { key: "title", locale: "de", value: "Hemd", translatableContentDigest };
    expect(await costOf(Array.from({ length: 60 }, () => row))).toMatchObject({
      requestedQueryCost: 11,
      actualQueryCost: 11,
    });
    expect(await costOf([])).toMatchObject({ requestedQueryCost: 11, actualQueryCost: 10 });
  });

  it("needs its own scope", async () => {
    const scopes = ["write_products", "read_translations"];
    const answer = world.state.graphql(domain, registerDocument, { id: product, rows: [] }, scopes);
    expect(answer.errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
  });
});

describe("translationsRemove", () => {
  it("returns what it removed, of that market alone", async () => {
    const marketId = world.market("europe");
    await world.register(product, [{ value: "Überall" }, { value: "Nur dort", marketId }]);
    expect(await world.remove(product, { keys: ["title"], locales: ["de"], marketIds: [marketId] })).toMatchObject({
      translations: [{ key: "title", value: "Nur dort", market: { id: marketId } }],
      userErrors: [],
    });
    expect(await world.rows(product, "de", marketId)).toEqual([]);
    expect(await world.rows(product, "de")).toMatchObject([{ value: "Überall" }]);
  });

  it.each([
    ["no keys", { keys: [], locales: ["de"] }],
    ["no locales", { keys: ["title"], locales: [] }],
    ["an unknown key", { keys: ["bogus"], locales: ["de"] }],
    ["a language that the shop does not have", { keys: ["title"], locales: ["ja"] }],
    ["an unknown market", { keys: ["title"], locales: ["de"], marketIds: ["gid://shopify/Market/42"] }],
  ])("answers %s with null and no error, and removes nothing", async (_name, args) => {
    await world.register(product, [{}]);
    expect(await world.remove(product, args)).toEqual({ translations: null, userErrors: [] });
    expect(await world.rows(product, "de")).toHaveLength(1);
  });

  it("refuses an unknown resource", async () => {
    const id = "gid://shopify/Collection/999";
    expect(await world.remove(id, { keys: ["title"], locales: ["de"] })).toMatchObject({
      translations: null,
      userErrors: [{ code: "RESOURCE_NOT_FOUND" }],
    });
  });
});

it("a market's rows stand alone: nothing is filled in from elsewhere", async () => {
  const [europe, germany] = [world.market("europe"), world.market("de")];
  await world.register(product, [{ value: "Überall" }, { value: "In Europa", marketId: europe }]);
  expect(await world.rows(product, "de", germany)).toEqual([]);
  expect((await world.rows(product, "de", europe)).map(({ value }) => value)).toEqual(["In Europa"]);
  expect((await world.rows(product, "de")).map(({ value }) => value)).toEqual(["Überall"]);
  const { data } = await world.admin(`{ product(id: "${product}") { translations(locale: "de") { value } } }`);
  expect(data?.product).toEqual({ translations: [{ value: "Überall" }] });
});

it("an object's own translations are those of published languages, a translatable resource's are all", async () => {
  await world.register(product, [{ locale: "pt-BR", value: "Camisa de linho" }]);
  const answer = await world.admin(
    `{ product(id: "${product}") { translations(locale: "pt-BR") { value } } translatableResource(resourceId: "${product}") { translations(locale: "pt-BR") { value } } }`,
  );
  expect(rootField(answer, "product")).toEqual({ translations: [] });
  expect(rootField(answer, "translatableResource")).toEqual({ translations: [{ value: "Camisa de linho" }] });
});
