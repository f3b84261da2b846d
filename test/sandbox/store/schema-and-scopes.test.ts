import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fewestCpuMs } from "../../support/cpu-ms.ts";
import { domain, startTestStore, type TestStore } from "./test-store.ts";

describe("the Admin API of the sandbox store", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample" });
  });
  afterEach(() => store.close());

  it("refuses a field that Shopify's schema does not have", async () => {
    const { data, errors } = await store.admin("{ shop { name favouriteColour } }");
    expect(data).toBeUndefined();
    expect(errors?.[0]).toMatchObject({
      message: "Field 'favouriteColour' doesn't exist on type 'Shop'",
      extensions: { code: "undefinedField", typeName: "Shop", fieldName: "favouriteColour" },
    });
  });

  it("refuses a variable of the wrong shape", async () => {
    const { data, errors } = await store.admin(
      "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { userErrors { message } } }",
      { p: { id: "gid://shopify/Product/1", titel: "x" } },
    );
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.code).toBe("INVALID_VARIABLE");
    expect(errors?.[0]?.message).toContain("titel");
  });

  it("refuses a document that is no GraphQL", async () => {
    const { errors } = await store.admin("{ shop { name }");
    expect(errors?.[0]?.message).toContain("Syntax Error");
  });

  it("answers with an error when a field is in the schema but not modelled", async () => {
    const { errors } = await store.admin("{ products(first: 1) { nodes { feedback { summary } } } }");
    expect(errors?.[0]).toMatchObject({
      message: "The sandbox store does not model Product.feedback",
      extensions: { code: "SANDBOX_NOT_MODELLED" },
    });
  });

  it("denies access when the scope was not granted, and lets write imply read", () => {
    const denied = store.state.graphql(domain, "{ shopLocales { locale } }", {}, ["read_products"]);
    expect(denied.errors?.[0]).toMatchObject({
      message:
        "Access denied for shopLocales field. Required access: `read_locales` access scope or `read_markets_home` access scope.",
      path: ["shopLocales"],
      extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes" },
    });
    const read = "{ products(first: 1) { nodes { id } } }";
    expect(store.state.graphql(domain, read, {}, ["write_products"]).errors).toBeUndefined();
    const write =
      'mutation { tagsAdd(id: "gid://shopify/Product/8000000000000", tags: ["x"]) { userErrors { message } } }';
    expect(store.state.graphql(domain, write, {}, ["read_products"]).errors?.[0]).toMatchObject({
      extensions: { code: "ACCESS_DENIED" },
    });
  });

  it.each([
    ["Page", "read_content"],
    ["Article", "read_content"],
    ["ShopPolicy", "read_legal_policies"],
    ["Link", "read_online_store_navigation"],
    ["Metaobject", "read_metaobjects"],
    ["Collection", "read_products"],
    ["Product", "read_products"],
    ["ProductOptionValue", "read_products"],
    ["MediaImage", "read_files"],
  ])("denies a translatable %s by whatever field without its owner's %s", (type, scope) => {
    const id = `gid://shopify/${type}/7`;
    const answered = "{ userErrors { code } }";
    const fields = {
      translatableResource: `{ translatableResource(resourceId: "${id}") { resourceId } }`,
      translatableResourcesByIds: `{ translatableResourcesByIds(first: 1, resourceIds: ["gid://shopify/Shop/1", "${id}"]) { nodes { resourceId } } }`,
      translationsRegister: `mutation { translationsRegister(resourceId: "${id}", translations: []) ${answered} }`,
      translationsRemove: `mutation { translationsRemove(resourceId: "${id}", translationKeys: [], locales: []) ${answered} }`,
    };
    for (const [field, document] of Object.entries(fields)) {
      expect(store.state.graphql(domain, document, {}, ["write_translations", scope]).errors, field).toBeUndefined();
      expect(store.state.graphql(domain, document, {}, ["write_translations"]).errors?.[0], field).toMatchObject({
        message: expect.stringMatching(`^Access denied for ${field} field\\. .*\`${scope}\``),
        extensions: { code: "ACCESS_DENIED" },
      });
    }
  });

  it.each([
    ["{ markets(first: 1) { nodes { id } } }", "read_locales"],
    ["{ shopLocales { marketWebPresences { id } } }", "read_locales"],
    ['{ collections(first: 1) { nodes { translations(locale: "de") { key } } } }', "read_products"],
    ['{ products(first: 1) { nodes { options { translations(locale: "de") { key } } } } }', "read_products"],
    ['{ shop { translations(locale: "de") { key } } }', "read_locales"],
    ["{ menus(first: 1) { nodes { id } } }", "read_content"],
    ['{ metaobjects(first: 1, type: "a") { nodes { id } } }', "read_content"],
  ])("denies %s to an app that has %s alone", (document, scope) => {
    const { errors } = store.state.graphql(domain, document, {}, [scope]);
    expect(errors?.[0]).toMatchObject({ extensions: { code: "ACCESS_DENIED" } });
  });

  it("refuses lists of more than 250 entries and pages of more than 250", async () => {
    const ids = Array.from({ length: 251 }, (_, i) => `gid://shopify/Product/${i}`);
    const long = await store.admin("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
    expect(long.errors?.[0]?.extensions?.code).toBe("MAX_INPUT_SIZE_EXCEEDED");
    const page = await store.admin("{ products(first: 251) { nodes { id } } }");
    expect(page.errors?.[0]?.message).toContain("cannot exceed 250");
    const none = await store.admin("{ products { nodes { id } } }");
    expect(none.errors?.[0]?.message).toContain("first or last");
  });

  it("answers 404 for another API version and 401 without a token", async () => {
    const other = await store.post("/admin/api/2025-01/graphql.json", { query: "{ shop { name } }" });
    expect(other.status).toBe(404);
    const anonymous = await store.post("/admin/api/2026-10/graphql.json", { query: "{ shop { name } }" });
    expect(anonymous.status).toBe(401);
    expect(await anonymous.json()).toEqual({
      errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
    });
  });

  it("answers shop, installation and app", async () => {
    const { data } = await store.admin(
      '{ shop { name myshopifyDomain plan { publicDisplayName } } currentAppInstallation { accessScopes { handle } } appByKey(apiKey: "sandbox-api-key") { handle } shopLocales { locale primary } }',
    );
    expect(data).toMatchObject({
      shop: { name: "A", myshopifyDomain: domain },
      appByKey: { handle: "shelfwright" },
      shopLocales: [
        { locale: "de", primary: false },
        { locale: "en", primary: true },
      ],
    });
  });

  it("answers a simple query in less than 5 ms once warm", async () => {
    const query = "{ products(first: 10) { nodes { id title variants(first: 3) { nodes { sku } } } } }";
    for (let i = 0; i < 50; i += 1) store.state.graphql(domain, query);
    const runs = 40;
    const run = () => {
      for (let i = 0; i < runs; i += 1) store.state.graphql(domain, query);
    };
    expect(await fewestCpuMs(run, { below: 5 * runs })).toBeLessThan(5 * runs);
  });
});
