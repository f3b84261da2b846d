import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultApp } from "../../../sandbox/store/start.ts";
import { domain, rootField, startTestStore, type TestStore } from "./test-store.ts";

const resourceId = "gid://shopify/Product/8000000000004";
const register =
  "mutation($id: ID!, $t: [TranslationInput!]!) { translationsRegister(resourceId: $id, translations: $t) { translations { key value outdated } userErrors { field code } } }";

describe("translations", () => {
  let store: TestStore;
  beforeEach(async () => {
    // The app itself asks for no translations.
    const scopes = [...defaultApp.scopes, "write_translations"];
    store = await startTestStore({ catalogue: "sample", app: { ...defaultApp, scopes, subscriptions: [] } });
  });
  afterEach(() => store.close());

  const content = async () => {
    const answer = await store.admin(
      `{ translatableResource(resourceId: "${resourceId}") { translatableContent { key value digest locale } } }`,
    );
    type Content = { key: string; value: string; digest: string | null };
    return rootField<{ translatableContent: Content[] }>(answer, "translatableResource").translatableContent;
  };
  const digestOf = async (key: string) => (await content()).find((c) => c.key === key)?.digest;
  const put = async (t: Record<string, unknown>, id = resourceId) =>
    (await store.admin(register, { id, t: [{ locale: "de", value: "Wert", key: "title", ...t }] })).data
      ?.translationsRegister;

  it("lists the translatable content of a product with digests", async () => {
    expect((await content()).map((c) => c.key)).toEqual([
      "title",
      "body_html",
      "handle",
      "product_type",
      "meta_title",
      "meta_description",
    ]);
    expect(await digestOf("title")).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf("meta_description")).toBeNull();
  });

  it("registers a translation against the current digest, and marks it outdated when the source changes", async () => {
    const digest = await digestOf("title");
    expect(await put({ translatableContentDigest: digest, value: "Fischerpullover" })).toEqual({
      translations: [{ key: "title", value: "Fischerpullover", outdated: false }],
      userErrors: [],
    });
    store.state.patchProduct(domain, resourceId, { title: "Another title" });
    const { data } = await store.admin(
      `{ translatableResource(resourceId: "${resourceId}") { translations(locale: "de") { key value outdated } } product(id: "${resourceId}") { translations(locale: "de") { value } } }`,
    );
    expect(data).toMatchObject({
      translatableResource: { translations: [{ key: "title", value: "Fischerpullover", outdated: true }] },
      product: { translations: [{ value: "Fischerpullover" }] },
    });
    expect(await put({ translatableContentDigest: digest })).toMatchObject({
      translations: null,
      userErrors: [{ code: "INVALID_TRANSLATABLE_CONTENT", field: ["translations", "0", "translatableContentDigest"] }],
    });
  });

  it.each([
    ["the primary locale", { locale: "en" }, "INVALID_LOCALE_FOR_SHOP"],
    ["a locale the shop does not have", { locale: "ja" }, "INVALID_LOCALE_FOR_SHOP"],
    ["an unknown key", { key: "tags" }, "INVALID_KEY_FOR_MODEL"],
    ["a blank value", { value: " " }, "FAILS_RESOURCE_VALIDATION"],
  ])("refuses %s", async (_name, change, code) => {
    const digest = await digestOf("title");
    expect(await put({ translatableContentDigest: digest, ...change })).toMatchObject({ userErrors: [{ code }] });
  });

  it("refuses an unknown resource", async () => {
    expect(await put({ translatableContentDigest: "x" }, "gid://shopify/Product/1")).toMatchObject({
      userErrors: [{ code: "RESOURCE_NOT_FOUND" }],
    });
  });

  it("removes translations, and lists resources by type", async () => {
    await put({ translatableContentDigest: await digestOf("title") });
    const { data } = await store.admin(
      `mutation { translationsRemove(resourceId: "${resourceId}", locales: ["de"], translationKeys: ["title"]) { translations { key } userErrors { code } } }`,
    );
    expect(data?.translationsRemove).toEqual({ translations: [{ key: "title" }], userErrors: [] });
    const list = await store.admin(
      "{ translatableResources(first: 2, resourceType: PRODUCT) { nodes { resourceId } } }",
    );
    expect(list.data?.translatableResources).toEqual({
      nodes: [
        { resourceId: "gid://shopify/Product/8000000000000" },
        { resourceId: "gid://shopify/Product/8000000000001" },
      ],
    });
  });
});
