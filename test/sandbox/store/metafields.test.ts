import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { domain, startTestStore, type TestStore } from "./test-store.ts";

const set =
  "mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { id namespace key value compareDigest type } userErrors { field message code } } }";
const ownerId = "gid://shopify/Product/8000000000001";

interface SetPayload {
  metafields: { id: string; namespace: string; compareDigest: string; value: string }[] | null;
  userErrors: { field: string[]; message: string; code: string }[];
}

describe("metafields", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample" });
  });
  afterEach(() => store.close());

  const metafieldsSet = async (...m: Record<string, unknown>[]) =>
    (await store.admin(set, { m: m.map((input) => ({ ownerId, ...input })) })).data?.metafieldsSet as SetPayload;
  const line = { key: "one", namespace: "custom", type: "single_line_text_field" };

  it("resolves $app to the app's own namespace, for writing and reading", async () => {
    const made = await metafieldsSet({
      key: "bullets",
      namespace: "$app:content",
      type: "list.single_line_text_field",
      value: '["a","b"]',
    });
    expect(made.userErrors).toEqual([]);
    expect(made.metafields?.[0]?.namespace).toMatch(/^app--\d+--content$/);
    const { data } = await store.admin(
      `{ product(id: "${ownerId}") { metafield(namespace: "$app:content", key: "bullets") { jsonValue ownerType owner { ... on Product { id } } } metafields(first: 5, keys: ["$app:content.bullets"]) { nodes { value } } } }`,
    );
    expect(data?.product).toEqual({
      metafield: { jsonValue: ["a", "b"], ownerType: "PRODUCT", owner: { id: ownerId } },
      metafields: { nodes: [{ value: '["a","b"]' }] },
    });
    const foreign = await metafieldsSet({ ...line, namespace: "app--1--x", value: "x" });
    expect(foreign.userErrors[0]?.code).toBe("APP_NOT_AUTHORIZED");
    const alike = await metafieldsSet({
      ...line,
      namespace: `${made.metafields?.[0]?.namespace.split("--content")[0]}9`,
      value: "x",
    });
    expect(alike.userErrors[0]?.code).toBe("APP_NOT_AUTHORIZED");
  });

  it("refuses a stale compareDigest, and writes nothing of the whole call", async () => {
    const first = await metafieldsSet({ ...line, value: "v1", compareDigest: null });
    const digest = first.metafields?.[0]?.compareDigest;
    expect(digest).toBeTruthy();
    const second = await metafieldsSet({ ...line, value: "v2", compareDigest: digest });
    expect(second.metafields?.[0]?.value).toBe("v2");
    const stale = await metafieldsSet(
      { ...line, key: "two", value: "x" },
      { ...line, value: "v3", compareDigest: digest },
    );
    expect(stale.metafields).toBeNull();
    expect(stale.userErrors).toMatchObject([{ field: ["metafields", "1"], code: "STALE_OBJECT" }]);
    const create = await metafieldsSet({ ...line, value: "v4", compareDigest: null });
    expect(create.userErrors[0]?.code).toBe("STALE_OBJECT");
    const kept = store.state.product(domain, ownerId)?.metafields.filter((m) => m.key === "one" || m.key === "two");
    expect(kept?.map((m) => [m.key, m.value])).toEqual([["one", "v2"]]);
  });

  it("takes 25 metafields in one call and not 26", async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ ...line, key: `many_${i}`, value: "x" }));
    expect((await metafieldsSet(...many(26))).userErrors[0]?.code).toBe("LESS_THAN_OR_EQUAL_TO");
    expect((await metafieldsSet(...many(25))).metafields).toHaveLength(25);
  });

  it.each([
    ["single_line_text_field", "a\nb", "INVALID_VALUE"],
    ["list.single_line_text_field", "a", "INVALID_VALUE"],
    ["list.single_line_text_field", "[1]", "INVALID_VALUE"],
    ["number_integer", "1.5", "INVALID_VALUE"],
    ["boolean", "yes", "INVALID_VALUE"],
    ["json", "{", "INVALID_VALUE"],
    ["rich_text_field", '{"type":"paragraph"}', "INVALID_VALUE"],
    ["single_line_text_field", "", "BLANK"],
    ["strange_type", "x", "INCLUSION"],
    ["list.boolean", "[true]", "INCLUSION"],
    ["voltage", '{"value":12,"unit":"WATTS"}', "INVALID_VALUE"],
    ["voltage", '{"unit":"VOLTS"}', "INVALID_VALUE"],
    ["list.weight", '[{"value":1,"unit":"STONES"}]', "INVALID_VALUE"],
    ["color", "red", "INVALID_VALUE"],
    ["rating", '{"value":"6","scale_min":"1","scale_max":"5"}', "INVALID_VALUE"],
    ["money", '{"amount":"5.00","currency_code":"CAD"}', "INVALID_VALUE"],
    ["link", '{"text":"Read","url":"ftp://a"}', "INVALID_VALUE"],
    ["product_reference", "gid://shopify/Collection/1", "INVALID_VALUE"],
    ["list.metaobject_reference", '["gid://shopify/Metaobject/1"]', "INVALID_VALUE"],
  ])("refuses %s with the value %j", async (type, value, code) => {
    expect((await metafieldsSet({ ...line, key: "typed", type, value })).userErrors[0]?.code).toBe(code);
  });

  it.each([
    ["multi_line_text_field", "a\nb"],
    ["rich_text_field", '{"type":"root","children":[]}'],
    ["json", '{"a":1}'],
    ["number_integer", "-12"],
    ["boolean", "true"],
  ])("accepts %s with the value %j", async (type, value) => {
    const { userErrors } = await metafieldsSet({ ...line, key: `ok_${type}`, type, value });
    expect(userErrors).toEqual([]);
  });

  it.each([
    ["weight", '{"value":1.2,"unit":"kilograms"}', '{"value":1.2,"unit":"KILOGRAMS"}'],
    ["list.data_storage_capacity", '[{"value":64,"unit":"gigabytes"}]', '[{"value":64.0,"unit":"GIGABYTES"}]'],
    ["date_time", "2026-09-28T12:30:00", "2026-09-28T12:30:00+00:00"],
  ])("stores %s %s in its own spelling", async (type, value, stored) => {
    expect((await metafieldsSet({ ...line, key: "spelt", type, value })).metafields?.[0]?.value).toBe(stored);
  });

  it("keeps definitions, whose type and limits then hold", async () => {
    const definition = {
      name: "How to use",
      namespace: "$app:content",
      key: "howto",
      ownerType: "PRODUCT",
      type: "multi_line_text_field",
      pin: true,
      validations: [{ name: "max", value: "10" }],
      access: { storefront: "PUBLIC_READ" },
    };
    const create =
      "mutation($d: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $d) { createdDefinition { id namespace pinnedPosition type { name } access { storefront } validations { name value } } userErrors { code } } }";
    const made = (await store.admin(create, { d: definition })).data?.metafieldDefinitionCreate;
    expect(made).toMatchObject({
      createdDefinition: {
        pinnedPosition: 1,
        type: { name: "multi_line_text_field" },
        access: { storefront: "PUBLIC_READ" },
        validations: [{ name: "max", value: "10" }],
      },
      userErrors: [],
    });
    const again = (await store.admin(create, { d: definition })).data?.metafieldDefinitionCreate;
    expect(again).toEqual({ createdDefinition: null, userErrors: [{ code: "TAKEN" }] });
    const howto = { namespace: "$app:content", key: "howto" };
    expect((await metafieldsSet({ ...howto, value: "short" })).userErrors).toEqual([]);
    expect((await metafieldsSet({ ...howto, value: "far too long for it" })).userErrors[0]?.code).toBe("INVALID_VALUE");
    expect((await metafieldsSet({ ...howto, type: "json", value: "{}" })).userErrors[0]?.code).toBe("INVALID_TYPE");
    const list = await store.admin(
      '{ metafieldDefinitions(first: 5, ownerType: PRODUCT, namespace: "$app:content") { nodes { key metafieldsCount } } }',
    );
    expect(list.data?.metafieldDefinitions).toEqual({ nodes: [{ key: "howto", metafieldsCount: 1 }] });
    const changed = await store.admin(
      'mutation { metafieldDefinitionUpdate(definition: { namespace: "$app:content", key: "howto", ownerType: PRODUCT, name: "Usage" }) { updatedDefinition { name } userErrors { code } } }',
    );
    expect(changed.data?.metafieldDefinitionUpdate).toEqual({ updatedDefinition: { name: "Usage" }, userErrors: [] });
  });

  it("deletes metafields, and answers null for those that were not there", async () => {
    await metafieldsSet({ ...line, value: "v1" });
    const { data } = await store.admin(
      "mutation($m: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $m) { deletedMetafields { key } userErrors { message } } }",
      {
        m: [
          { ownerId, namespace: "custom", key: "one" },
          { ownerId, namespace: "custom", key: "never" },
        ],
      },
    );
    expect(data?.metafieldsDelete).toEqual({ deletedMetafields: [{ key: "one" }, null], userErrors: [] });
    expect(
      store.state.product(domain, ownerId)?.metafields.some((m) => m.key === "one" && m.namespace === "custom"),
    ).toBe(false);
  });
});
