import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultApp } from "../../../sandbox/store/sandbox-app.ts";
import { rootField, startTestStore, type TestStore } from "./test-store.ts";

const product = "gid://shopify/Product/8000000000001";
const categories =
  "query($search: String, $childrenOf: ID, $descendantsOf: ID) { taxonomy { categories(first: 250, search: $search, childrenOf: $childrenOf, descendantsOf: $descendantsOf) { nodes { id name fullName level isLeaf isRoot isArchived parentId } } } }";
const update =
  "mutation($product: ProductUpdateInput!) { productUpdate(product: $product) { product { category { id } metafields(first: 50) { nodes { namespace key } } } userErrors { field message } } }";
const enable =
  'mutation($key: String!) { standardMetafieldDefinitionEnable(ownerType: PRODUCT, namespace: "shopify", key: $key) { createdDefinition { id type { name } validations { name } constraints { key values(first: 50) { nodes { value } } } } userErrors { code } } }';
const upsert =
  'mutation($handle: MetaobjectHandleInput!, $metaobject: MetaobjectUpsertInput!) { metaobjectUpsert(handle: $handle, metaobject: $metaobject) { metaobject { id displayName field(key: "taxonomy_reference") { value } } userErrors { code elementKey } } }';

const categoryGid = (id: string) => `gid://shopify/TaxonomyCategory/${id}`;
const valueGid = (id: number) => `gid://shopify/TaxonomyValue/${id}`;

describe("the taxonomy of the sandbox store", () => {
  let store: TestStore;
  beforeEach(async () => {
    // The app only reads entries; what writes them is the store's own to show.
    const scopes = [...defaultApp.scopes, "write_metaobjects"];
    store = await startTestStore({ catalogue: "sample", app: { ...defaultApp, scopes, subscriptions: [] } });
  });
  afterEach(() => store.close());

  type Node = {
    id: string;
    name: string;
    fullName: string;
    isArchived: boolean;
    isLeaf: boolean;
    parentId: string | null;
  };
  const list = async (args: Record<string, string>) =>
    rootField<{ categories: { nodes: Node[] } }>(await store.admin(categories, args), "taxonomy").categories.nodes;

  it("gives the roots, the children and all in a category, archived ones among them", async () => {
    const roots = await list({});
    expect(roots.every(({ parentId }) => parentId === null)).toBe(true);
    expect(roots.length).toBeGreaterThan(10);
    const inFurniture = await list({ descendantsOf: categoryGid("fr") });
    expect(inFurniture.find(({ isArchived }) => isArchived)?.name).toBe("Telephone Tables");
    const children = await list({ childrenOf: categoryGid("fr") });
    expect(children.map(({ name }) => name)).toContain("Chairs");
    expect(children.length).toBeLessThan(inFurniture.length);
    expect(await list({ childrenOf: categoryGid("nowhere") })).toEqual([]);
  });

  it("finds names, in an order that ranks nothing", async () => {
    const found = await list({ search: "chairs" });
    expect(found.map(({ name }) => name).sort()).toEqual([
      "Armchairs",
      "Chairs",
      "Kitchen & Dining Room Chairs",
      "Office Chairs",
    ]);
  });

  it("refuses an unknown category as an error of the whole call, and stores nothing", async () => {
    const answer = await store.admin(update, {
      product: { id: product, title: "Changed", category: categoryGid("xx-1") },
    });
    expect(answer.data?.productUpdate).toBeNull();
    expect(JSON.stringify(answer.errors)).toContain("Invalid product_taxonomy_node_id");
    const { data } = await store.admin(`{ product(id: "${product}") { title } }`);
    expect(JSON.stringify(data)).not.toContain("Changed");
  });

  it("makes an attribute's metafield in four steps, each of which fails without the one before", async () => {
    await store.admin(update, { product: { id: product, category: categoryGid("fr-3-1") } });
    const handle = { type: "shopify--material", handle: "oak" };
    const metaobject = {
      fields: [
        { key: "label", value: "Oak" },
        { key: "taxonomy_reference", value: valueGid(65) },
      ],
    };
    type Upserted = { metaobject: { id: string } | null; userErrors: { code: string; elementKey: string | null }[] };
    const put = async (input: object) =>
      (await store.admin(upsert, { handle, metaobject: input })).data?.metaobjectUpsert as Upserted;
    expect((await put(metaobject)).userErrors[0]?.code).toBe("UNDEFINED_OBJECT_TYPE");
    const enabled = (await store.admin(enable, { key: "material" })).data?.standardMetafieldDefinitionEnable as {
      createdDefinition: {
        id: string;
        type: { name: string };
        constraints: { key: string; values: { nodes: { value: string }[] } };
      };
    };
    expect(enabled.createdDefinition.type.name).toBe("list.metaobject_reference");
    expect(enabled.createdDefinition.constraints.key).toBe("category");
    expect(enabled.createdDefinition.constraints.values.nodes.map(({ value }) => value)).toContain("fr");
    const again = (await store.admin(enable, { key: "material" })).data
      ?.standardMetafieldDefinitionEnable as typeof enabled;
    expect(again.createdDefinition.id).toBe(enabled.createdDefinition.id);
    expect((await put({ fields: [{ key: "label", value: "Oak" }] })).userErrors[0]).toEqual({
      code: "OBJECT_FIELD_REQUIRED",
      elementKey: "taxonomy_reference",
    });
    const made = await put(metaobject);
    expect(made.userErrors).toEqual([]);
    expect((await put(metaobject)).metaobject?.id).toBe(made.metaobject?.id);
    const set =
      "mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { value } userErrors { code } } }";
    const input = { ownerId: product, namespace: "shopify", key: "material", type: "list.metaobject_reference" };
    const value = JSON.stringify([made.metaobject?.id]);
    const stored = await store.admin(set, { m: [{ ...input, value }] });
    expect(stored.data?.metafieldsSet).toEqual({ metafields: [{ value }], userErrors: [] });

    // A category that the definition is not for: kept unless its removal is asked for, and not written anew.
    const keysAfter = async (change: object) => {
      const { data } = await store.admin(update, {
        product: { id: product, category: categoryGid("fb-1-7"), ...change },
      });
      const changed = data?.productUpdate as {
        product: { metafields: { nodes: { namespace: string; key: string }[] } };
      };
      return changed.product.metafields.nodes.map(({ namespace, key }) => `${namespace}.${key}`);
    };
    expect(await keysAfter({})).toContain("shopify.material");
    const refused = await store.admin(set, { m: [{ ...input, value }] });
    expect(refused.data?.metafieldsSet).toEqual({ metafields: null, userErrors: [{ code: "INVALID_VALUE" }] });
    expect(await keysAfter({ deleteConflictingConstrainedMetafields: true })).not.toContain("shopify.material");
  });

  it("wants both references of a colour's entry, at most four colours", async () => {
    const handle = { type: "shopify--color-pattern", handle: "red" };
    const put = async (fields: Record<string, string>) => {
      const input = Object.entries(fields).map(([key, value]) => ({ key, value }));
      const { data } = await store.admin(upsert.replace(' field(key: "taxonomy_reference") { value }', ""), {
        handle,
        metaobject: { fields: input },
      });
      const upserted = data?.metaobjectUpsert as { userErrors: { elementKey: string | null }[] } | undefined;
      return upserted?.userErrors ?? [];
    };
    const colors = JSON.stringify([valueGid(13)]);
    expect((await put({ label: "Red", color_taxonomy_reference: colors }))[0]?.elementKey).toBe(
      "pattern_taxonomy_reference",
    );
    const five = JSON.stringify([1, 2, 3, 4, 5].map(valueGid));
    const whole = { label: "Red", color_taxonomy_reference: colors, pattern_taxonomy_reference: valueGid(24477) };
    expect((await put({ ...whole, color_taxonomy_reference: five }))[0]?.elementKey).toBe("color_taxonomy_reference");
    expect(await put(whole)).toEqual([]);
  });

  it("tells which standard definitions a category has", async () => {
    const templates =
      'query($value: String!) { standardMetafieldDefinitionTemplates(first: 50, constraintSubtype: { key: "category", value: $value }) { nodes { namespace key name } } }';
    const { data } = await store.admin(templates, { value: "fb-1-10-2" });
    expect(data?.standardMetafieldDefinitionTemplates).toEqual({
      nodes: [{ namespace: "shopify", key: "tea-variety", name: "Tea variety" }],
    });
  });
});
