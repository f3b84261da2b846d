import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { domain, rootField } from "./test-store.ts";
import { openTranslationWorld, product, type TranslationWorld } from "./translation-world.ts";

let world: TranslationWorld;
beforeEach(async () => {
  world = await openTranslationWorld();
});
afterEach(() => world.close());

interface Page {
  nodes: { resourceId: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

async function page(args: string): Promise<Page> {
  const answer = await world.admin(
    `{ translatableResources(${args}) { nodes { resourceId } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
  );
  return rootField<Page>(answer, "translatableResources");
}

/** Every resource of a type, in pages of the given size. */
async function all(type: string, size = 100, more = ""): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ""; ; ) {
    const { nodes, pageInfo } = await page(`resourceType: ${type}, first: ${size}${after}${more}`);
    ids.push(...nodes.map(({ resourceId }) => resourceId));
    if (!pageInfo.hasNextPage) return ids;
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

const shop = () => world.state.shop(domain);
const textAt = (kind: string, value: string) =>
  kind === "COLLECTION" ? collectionAt(value) : storeTextAt(kind, value);
const collectionAt = (title: string) =>
  `gid://shopify/Collection/${[...shop().collections.values()].find((one) => one.title === title)?.id}`;
const storeTextAt = (kind: string, value: string) =>
  [...shop().texts.values()].find((one) => one.kind === kind && one.texts.some((text) => text.value === value))
    ?.resourceId ?? "";

describe("the translatable content", () => {
  it("of a product has its keys with their types, those that are optional only with a text of their own", async () => {
    const keysOf = async (id: string) => (await world.content(id)).map(({ key, type }) => `${key} ${type}`);
    const always = ["title SINGLE_LINE_TEXT_FIELD", "handle URI", "product_type SINGLE_LINE_TEXT_FIELD"];
    world.state.patchProduct(domain, product, {
      descriptionHtml: "",
      productType: "",
      seo: { title: "", description: "" },
    });
    expect(await keysOf(product)).toEqual(always);
    const empty = (await world.content(product)).find(({ key }) => key === "product_type");
    expect(empty).toMatchObject({
      value: "",
      digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      locale: "en",
    });
    world.state.patchProduct(domain, product, {
      descriptionHtml: "<p>Linen</p>",
      seo: { title: "Found", description: "by this" },
    });
    expect(await keysOf(product)).toEqual([
      always[0],
      "body_html HTML",
      always[1],
      always[2],
      "meta_title MULTI_LINE_TEXT_FIELD",
      "meta_description MULTI_LINE_TEXT_FIELD",
    ]);
  });

  it.each([
    ["COLLECTION", "Linen", "title,body_html,handle,meta_title,meta_description"],
    ["COLLECTION", "Winter", "title,handle"],
    ["PAGE", "About us", "title,body_html,handle,meta_title,meta_description"],
    ["PAGE", "Gift cards", "title,handle"],
    ["BLOG", "Field notes", "title,handle,meta_description"],
    ["ARTICLE", "How a linen shirt ages", "title,body_html,handle,meta_title,meta_description,summary_html"],
    ["MENU", "Main menu", "title"],
    ["LINK", "Linen", "title"],
    ["FILTER", "Color", "label"],
    ["SHOP", "Fern & Field | Things for a slower day", "meta_title,meta_description"],
  ])("of %s %s has the keys %s", async (kind, value, keys) => {
    expect((await world.content(textAt(kind, value))).map(({ key }) => key).join()).toBe(keys);
  });

  it("of metafields and metaobjects has the type of their value", async () => {
    const types = new Map<string, string>();
    for (const type of ["METAFIELD", "METAOBJECT"]) {
      for (const id of await all(type)) for (const one of await world.content(id)) types.set(one.type, one.value);
    }
    expect([...types.keys()].sort()).toEqual([
      "HTML",
      "JSON",
      "LINK",
      "LIST_SINGLE_LINE_TEXT_FIELD",
      "MULTI_LINE_TEXT_FIELD",
      "RICH_TEXT_FIELD",
      "SINGLE_LINE_TEXT_FIELD",
    ]);
    expect(JSON.parse(types.get("RICH_TEXT_FIELD") ?? "")).toMatchObject({ type: "root" });
  });

  it("leaves out an app's own metafield until the storefront may read it", async () => {
    const set = `mutation { metafieldsSet(metafields: [{ ownerId: "${product}", namespace: "$app:texts", key: "short", type: "single_line_text_field", value: "Short" }]) { metafields { id } userErrors { message } } }`;
    const { metafields } = rootField<{ metafields: { id: string }[] }>(await world.admin(set), "metafieldsSet");
    const id = metafields[0]?.id ?? "";
    await expect(world.content(id)).rejects.toThrow("there is no");
    expect(await all("METAFIELD")).not.toContain(id);
    const define = `mutation { metafieldDefinitionCreate(definition: { name: "Short", ownerType: PRODUCT, namespace: "$app:texts", key: "short", type: "single_line_text_field", access: { storefront: PUBLIC_READ } }) { userErrors { message } } }`;
    await world.admin(define);
    expect(await world.content(id)).toMatchObject([{ key: "value", value: "Short" }]);
    expect(await all("METAFIELD")).toContain(id);
  });
});

describe("translatableResources", () => {
  it.each([
    ["PRODUCT", "Product"],
    ["PRODUCT_OPTION", "ProductOption"],
    ["PRODUCT_OPTION_VALUE", "ProductOptionValue"],
    ["METAFIELD", "Metafield"],
    ["MEDIA_IMAGE", "MediaImage"],
    ["COLLECTION", "Collection"],
    ["METAOBJECT", "Metaobject"],
    ["PAGE", "Page"],
    ["BLOG", "Blog"],
    ["ARTICLE", "Article"],
    ["SHOP_POLICY", "ShopPolicy"],
    ["MENU", "Menu"],
    ["LINK", "Link"],
    ["FILTER", "OnlineStoreFilterSetting"],
    ["SHOP", "Shop"],
  ])("lists every %s once, whatever the page's size and direction, and each has a text", async (type, name) => {
    const ids = await all(type);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith(`gid://shopify/${name}/`))).toBe(true);
    expect(await all(type, 7)).toEqual(ids);
    expect(await all(type, 9, ", reverse: true")).toEqual([...ids].reverse());
    for (const id of ids.slice(0, 40)) expect(await world.content(id)).not.toEqual([]);
  });

  it("gives the last ones, and those before a cursor", async () => {
    const ids = await all("PAGE");
    const last = await page("resourceType: PAGE, last: 2");
    expect(last.nodes.map(({ resourceId }) => resourceId)).toEqual(ids.slice(-2));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it("lists no themes, templates or payment methods, which this store does not have", async () => {
    for (const type of ["ONLINE_STORE_THEME", "EMAIL_TEMPLATE", "PAYMENT_GATEWAY"]) expect(await all(type)).toEqual([]);
  });

  it("misses what has no text, which can be read by its id nevertheless", async () => {
    const policy = [...shop().texts.values()].find(
      ({ kind, texts }) => kind === "SHOP_POLICY" && texts.every(({ value }) => value === ""),
    );
    const id = policy?.resourceId ?? "";
    expect(await world.content(id)).toEqual([]);
    expect(await all("SHOP_POLICY")).not.toContain(id);
    world.state.changeText(domain, id, { body: "<p>By post.</p>" });
    expect(await all("SHOP_POLICY")).toContain(id);
  });

  it("goes on where it was when a product before it is deleted", async () => {
    const first = await page("resourceType: METAFIELD, first: 30");
    world.state.deleteProduct(domain, product);
    const rest = await page(`resourceType: METAFIELD, first: 30, after: "${first.pageInfo.endCursor}"`);
    const seen = new Set(first.nodes.map(({ resourceId }) => resourceId));
    expect(rest.nodes.filter(({ resourceId }) => seen.has(resourceId))).toEqual([]);
  });

  it("by ids leaves out those that are not there", async () => {
    const ids = [product, "gid://shopify/Product/1", textAt("PAGE", "Contact")];
    const { data } = await world.admin(
      'query($ids: [ID!]!) { translatableResourcesByIds(resourceIds: $ids, first: 10) { nodes { resourceId } } missing: translatableResource(resourceId: "gid://shopify/Product/1") { resourceId } }',
      { ids },
    );
    expect(data).toEqual({
      translatableResourcesByIds: { nodes: [{ resourceId: ids[0] }, { resourceId: ids[2] }] },
      missing: null,
    });
  });

  it("of 100,000 products reads no more than a page needs", async () => {
    world.state.generate(domain, 100_000);
    const heads = shop().products;
    let made = 0;
    const { heads: listed } = heads;
    heads.heads = function* (options) {
      for (const head of listed(options)) {
        made += 1;
        yield head;
      }
    };
    const first = await page("resourceType: PRODUCT_OPTION_VALUE, first: 250, reverse: true");
    await page(`resourceType: PRODUCT_OPTION_VALUE, first: 250, reverse: true, after: "${first.pageInfo.endCursor}"`);
    await page("resourceType: PRODUCT, first: 250");
    expect(made).toBeLessThan(700);
  });
});

describe("nestedTranslatableResources", () => {
  const nested = async (id: string, type?: string) => {
    const { data } = await world.admin(
      "query($id: ID!, $type: TranslatableResourceType) { translatableResource(resourceId: $id) { nestedTranslatableResources(first: 250, resourceType: $type) { nodes { resourceId translatableContent { key } } } } }",
      { id, type },
    );
    type Found = { nestedTranslatableResources: { nodes: { resourceId: string }[] } };
    const { translatableResource: found } = data as { translatableResource: Found };
    return found.nestedTranslatableResources.nodes.map(({ resourceId }) => resourceId);
  };

  it("are a product's options, values, images and metafields, an option's values and a blog's articles", async () => {
    const parts = await nested(product);
    for (const name of ["ProductOption", "ProductOptionValue", "MediaImage", "Metafield"]) {
      expect(parts.some((id) => id.startsWith(`gid://shopify/${name}/`))).toBe(true);
    }
    const [option = ""] = await nested(product, "PRODUCT_OPTION");
    expect((await nested(option)).every((id) => id.includes("/ProductOptionValue/"))).toBe(true);
    expect(await nested(textAt("BLOG", "Field notes"), "ARTICLE")).toHaveLength(3);
  });

  it("of a menu are missing at any depth; its items' numbers lead to the links", async () => {
    for (const id of [textAt("MENU", "Main menu"), textAt("LINK", "Shop")]) {
      expect(await nested(id)).toEqual([]);
      expect(await nested(id, "LINK")).toEqual([]);
    }
    const { data } = await world.admin(
      "{ menus(first: 5) { nodes { title items { id title items { id title items { id title } } } } } }",
    );
    type Item = { id: string; title: string; items?: Item[] };
    const [main] = (data as { menus: { nodes: { items: Item[] }[] } }).menus.nodes;
    const linen = main?.items[0]?.items?.[0]?.items?.[0];
    expect(linen?.title).toBe("Linen");
    const link = (linen?.id ?? "").replace("MenuItem", "Link");
    expect(await world.content(link)).toMatchObject([{ key: "title", value: "Linen" }]);
    expect(await world.register(link, [{ value: "Leinen" }])).toMatchObject({ translations: [{ value: "Leinen" }] });
    expect(await world.rows(link, "de")).toMatchObject([{ value: "Leinen", outdated: false }]);
  });
});

it("a translation whose source was changed is outdated, and nobody is told of either", async () => {
  const page = textAt("PAGE", "Contact");
  await world.register(page, [{ value: "Kontakt" }, { key: "handle", value: "kontakt" }]);
  world.state.changeText(domain, page, { title: "How to find us" });
  expect((await world.rows(page, "de")).map(({ key, outdated }) => [key, outdated])).toEqual([
    ["title", true],
    ["handle", false],
  ]);
  const { data } = await world.admin(
    `{ translatableResource(resourceId: "${page}") { translations(locale: "de", outdated: true) { key } } }`,
  );
  expect(data?.translatableResource).toEqual({ translations: [{ key: "title" }] });
  expect(world.state.deliveries()).toEqual([]);
});
