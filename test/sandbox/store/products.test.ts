import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { domain, rootField, startTestStore, type TestStore } from "./test-store.ts";

const update =
  "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { product { id title descriptionHtml description handle tags seo { title description } updatedAt } userErrors { field message } } }";
const id = "gid://shopify/Product/8000000000000";

interface Payload {
  product: Record<string, unknown> | null;
  userErrors: { field: string[]; message: string }[];
}

describe("products", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample" });
  });
  afterEach(() => store.close());

  const productUpdate = async (p: Record<string, unknown>) =>
    (await store.admin(update, { p })).data?.productUpdate as Payload;

  it("shows a product with variants, options, media, metafields, category and collections", async () => {
    const answer = await store.admin(
      `{ product(id: "${id}") { title vendor hasOnlyDefaultVariant category { fullName } options { name values } collections(first: 5) { nodes { title } }
        variantsCount { count } variants(first: 2) { nodes { sku barcode price selectedOptions { name value } inventoryItem { measurement { weight { value unit } } } } }
        media(first: 3) { nodes { alt ... on MediaImage { id image { url } } } } metafield(namespace: "specs", key: "material") { value type } } }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.product).toMatchObject({
      title: "Marram Linen Shirt",
      vendor: "Fern & Field",
      hasOnlyDefaultVariant: false,
      category: { fullName: "Apparel & Accessories > Clothing > Clothing Tops > Shirts" },
      options: [{ name: "Color" }, { name: "Size", values: ["S", "M", "L", "XL"] }],
      collections: { nodes: [{ title: "Summer" }, { title: "Linen" }] },
      variantsCount: { count: 12 },
      variants: {
        nodes: [
          {
            sku: "FF-MLS-01",
            price: "89.00",
            selectedOptions: [
              { name: "Color", value: "White" },
              { name: "Size", value: "S" },
            ],
            inventoryItem: { measurement: { weight: { value: 240, unit: "GRAMS" } } },
          },
          {},
        ],
      },
      metafield: { value: "100% linen", type: "single_line_text_field" },
    });
    type Shown = { media: { nodes: { image: { url: string } }[] } };
    const image = rootField<Shown>(answer, "product").media.nodes[0]?.image.url ?? "";
    expect(image.startsWith(`${store.url}/cdn/`)).toBe(true);
    const served = await fetch(image);
    expect(served.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await served.arrayBuffer()).toString("latin1", 1, 4)).toBe("PNG");
  });

  it("finds products by handle and id, and gives null for unknown ones", async () => {
    const { data } = await store.admin(
      `{ a: productByIdentifier(identifier: { handle: "marram-linen-shirt" }) { id } b: product(id: "gid://shopify/Product/1") { id } nodes(ids: ["${id}", "gid://shopify/Product/1", "nonsense"]) { id } }`,
    );
    expect(data).toEqual({ a: { id }, b: null, nodes: [{ id }, null, null] });
  });

  it("updates a product as productUpdate does, and only what was given", async () => {
    store.clock.at += 60_000;
    const html = '<p class="x">New</p><script>alert(1)</script>\r\n<ul><li>A &amp; B</li></ul>';
    const { product, userErrors } = await productUpdate({
      id,
      title: "New title",
      descriptionHtml: html,
      seo: { title: "Search title" },
    });
    expect(userErrors).toEqual([]);
    expect(product).toMatchObject({
      title: "New title",
      descriptionHtml: '<p class="x">New</p>\n<ul><li>A &amp; B</li></ul>',
      description: "New A & B",
      handle: "marram-linen-shirt",
      seo: { title: "Search title", description: "Washed European linen, cut straight, made in Portugal." },
      updatedAt: "2026-11-01T12:01:00Z",
    });
    expect(store.state.product(domain, id)?.title).toBe("New title");
  });

  it.each([
    ["a blank title", { title: "  " }, { field: ["title"], message: "Title can't be blank" }],
    [
      "a long title",
      { title: "x".repeat(256) },
      { field: ["title"], message: "Title is too long (maximum is 255 characters)" },
    ],
  ])("refuses %s and changes nothing", async (_name, change, error) => {
    const before = JSON.stringify(store.state.product(domain, id));
    const { product, userErrors } = await productUpdate({ id, vendor: "Other", ...change });
    expect({ product, userErrors }).toEqual({ product: null, userErrors: [error] });
    expect(JSON.stringify(store.state.product(domain, id))).toBe(before);
  });

  it("refuses an unknown product", async () => {
    const answer = await productUpdate({ id: "gid://shopify/Product/1", title: "x" });
    expect(answer).toEqual({ product: null, userErrors: [{ field: ["id"], message: "Product does not exist" }] });
  });

  it("overwrites tags with productUpdate, but adds and removes with tagsAdd and tagsRemove", async () => {
    await productUpdate({ id, tags: ["b", "a", "A", " "] });
    const add = await store.admin(
      `mutation { tagsAdd(id: "${id}", tags: ["c", "B"]) { node { ... on Product { tags } } userErrors { message } } }`,
    );
    expect(add.data?.tagsAdd).toEqual({ node: { tags: ["a", "b", "c"] }, userErrors: [] });
    const remove = await store.admin(
      `mutation { tagsRemove(id: "${id}", tags: ["A"]) { node { ... on Product { tags } } userErrors { message } } }`,
    );
    expect(remove.data?.tagsRemove).toMatchObject({ node: { tags: ["b", "c"] } });
  });

  it("creates and deletes products", async () => {
    const created = await store.admin(
      'mutation { productCreate(product: { title: "Marram Linen Shirt", productOptions: [{ name: "Size", values: [{ name: "S" }, { name: "M" }] }] }) { product { id handle variants(first: 5) { nodes { title } } options { values } } userErrors { message } } }',
    );
    const { product } = rootField<{ product: { id: string } }>(created, "productCreate");
    expect(product).toMatchObject({
      handle: "marram-linen-shirt-1",
      variants: { nodes: [{ title: "S" }] },
      options: [{ values: ["S", "M"] }],
    });
    const remove =
      "mutation($id: ID!) { productDelete(input: { id: $id }) { deletedProductId userErrors { message } } }";
    const deleted = await store.admin(remove, { id: product.id });
    expect(deleted.data?.productDelete).toEqual({ deletedProductId: product.id, userErrors: [] });
    expect((await store.admin(remove, { id: product.id })).data?.productDelete).toMatchObject({
      deletedProductId: null,
      userErrors: [{ message: "Product does not exist" }],
    });
  });

  it("changes the alt text of an image with fileUpdate, up to 512 characters, all or nothing", async () => {
    const image = store.state.product(domain, id)?.media[1];
    const gid = `gid://shopify/MediaImage/${image?.id}`;
    const run = (files: unknown) =>
      store.admin(
        "mutation($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { files { id alt } userErrors { code } } }",
        { files },
      );
    expect((await run([{ id: gid, alt: "Back view" }])).data?.fileUpdate).toEqual({
      files: [{ id: gid, alt: "Back view" }],
      userErrors: [],
    });
    const bad = await run([
      { id: gid, alt: "Other" },
      { id: gid, alt: "x".repeat(513) },
      { id: "gid://shopify/MediaImage/1", alt: "" },
    ]);
    expect(bad.data?.fileUpdate).toEqual({
      files: null,
      userErrors: [{ code: "ALT_VALUE_LIMIT_EXCEEDED" }, { code: "FILE_DOES_NOT_EXIST" }],
    });
    expect(store.state.product(domain, id)?.media[1]?.alt).toBe("Back view");
  });

  it.each([
    ["PROCESSING", "NON_READY_STATE"],
    ["FAILED", "INVALID_FAILED_MEDIA_STATE"],
  ] as const)("refuses the alt text of an image that is %s", async (status, code) => {
    const product = store.state.product(domain, id);
    const image = product?.media[0];
    if (!product || !image) throw new Error("the product has no image");
    store.state.shop(domain).products.put({ ...product, media: [{ ...image, status }, ...product.media.slice(1)] });
    const answer = await store.admin(
      "mutation($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { files { id } userErrors { field code } } }",
      { files: [{ id: `gid://shopify/MediaImage/${image.id}`, alt: "New" }] },
    );
    expect(answer.data?.fileUpdate).toEqual({ files: null, userErrors: [{ field: ["files", "0", "id"], code }] });
  });
});
