import { beforeEach, describe, expect, test } from "vitest";
import type { StoreState } from "../../../sandbox/store/start.ts";
import { appOfTests, type OpenStore, openStore, testClock } from "../../shopify/open-store.ts";

const shop = "demo.myshopify.com";
const clock = testClock();
let store: OpenStore;
let state: StoreState;
let productIds: string[];

beforeEach(async () => {
  store = await openStore({ now: clock.now, app: appOfTests() });
  ({ state } = store);
  productIds = state.listProducts(shop, { first: 2 }).products.map(({ id }) => id);
});

function update(product: object) {
  const { data } = state.graphql(
    shop,
    `mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) {
      product { title descriptionHtml seo { title description } } userErrors { field message } } }`,
    { product: { id: productIds[0], ...product } },
  );
  return (data as { productUpdate: { product: unknown; userErrors: { field: string[]; message: string }[] } })
    .productUpdate;
}

function setMetafield(type: string, value: string) {
  const metafields = [{ ownerId: productIds[0], namespace: "custom", key: "lines", type, value }];
  const { data } = state.graphql(
    shop,
    "mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { code message } } }",
    { m: metafields },
  );
  return (data as { metafieldsSet: { userErrors: { code: string }[] } }).metafieldsSet.userErrors;
}

function updateFiles(files: object[]) {
  const { data } = state.graphql(
    shop,
    "mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { files { id alt } userErrors { code } } }",
    { files },
  );
  return (data as { fileUpdate: { files: { alt: string }[] | null; userErrors: { code: string }[] } }).fileUpdate;
}

const images = (id: string | undefined) => state.view(shop, id ?? "")?.images ?? [];

/** Asks over HTTP, where faults strike. */
async function title(): Promise<string> {
  const answer = await store.fetch(`https://${shop}/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-shopify-access-token": String((state.token(shop) as { access_token: string }).access_token),
    },
    body: JSON.stringify({
      query: "query Look($id: ID!) { product(id: $id) { title } }",
      variables: { id: productIds[0] },
    }),
  });
  return ((await answer.json()) as { data: { product: { title: string } } }).data.product.title;
}

describe("what a store saves", () => {
  test("of plain fields is tidied, and an SEO text that equals the page's own is dropped, as the answer shows", () => {
    expect(update({ title: " A  lamp\r\n ", seo: { title: "A  lamp", description: "For desks" } })).toEqual({
      product: expect.objectContaining({ title: "A  lamp", seo: { title: null, description: "For desks" } }),
      userErrors: [],
    });
    expect(update({ descriptionHtml: "<p>A&nbsp;lamp</p>", seo: { description: "A lamp" } }).product).toMatchObject({
      seo: { description: null },
    });
    state.setHabits({ normalise: "off" });
    expect(update({ title: " A  lamp " }).product).toMatchObject({ title: " A  lamp " });
  });

  test("of a description is rewritten when the habit is set", () => {
    state.setHabits({ normalise: "html" });
    const sent = `<p>A <b>lamp</b>\n  for<br>&quot;desks&quot;</p><ul><li><a href="/a" target="_blank">a</a></li></ul>`;
    expect(update({ descriptionHtml: sent }).product).toMatchObject({
      descriptionHtml: `<p>A <strong>lamp</strong> for<br />"desks"</p><ul data-mce-fragment="1"><li><a href="/a" target="_blank" rel="noopener noreferrer">a</a></li></ul>`,
    });
  });
});

describe("what a store refuses", () => {
  test("is what is too large, with the place that is wrong", () => {
    expect(update({ descriptionHtml: "x".repeat(524_289) }).userErrors).toEqual([
      { field: ["descriptionHtml"], message: "Body (HTML) is too big (maximum is 512 KB)" },
    ]);
    expect(setMetafield("multi_line_text_field", "é".repeat(32_769))).toMatchObject([{ code: "TOO_LONG" }]);
    expect(setMetafield("multi_line_text_field", "é".repeat(32_768))).toEqual([]);
    state.setHabits({ metafieldBytes: 16_384 });
    expect(setMetafield("multi_line_text_field", "x".repeat(16_385))).toMatchObject([{ code: "TOO_LONG" }]);
  });

  test("is what is too large for its type: 2 KB of an address, 128 KB of JSON", () => {
    const address = (length: number) => `https://example.com/${"a".repeat(length - 20)}`;
    expect(setMetafield("url", address(2_049))).toMatchObject([{ code: "TOO_LONG" }]);
    expect(setMetafield("url", address(2_048))).toEqual([]);
    expect(setMetafield("json", JSON.stringify("x".repeat(131_071)))).toMatchObject([{ code: "TOO_LONG" }]);
    expect(setMetafield("json", JSON.stringify("x".repeat(131_070)))).toEqual([]);
  });

  test("is a list of more than 256 metaobjects", () => {
    const gids = (count: number) => JSON.stringify(Array.from({ length: count }, () => "gid://shopify/Metaobject/1"));
    expect(setMetafield("list.metaobject_reference", gids(257))).toMatchObject([{ code: "TOO_LONG" }]);
    expect(setMetafield("list.metaobject_reference", gids(256))).toMatchObject([{ code: "INVALID_VALUE" }]);
  });

  test("is a list of more than 128 entries", () => {
    const lines = (count: number) => JSON.stringify(Array.from({ length: count }, (_, i) => `Line ${i}`));
    expect(setMetafield("list.single_line_text_field", lines(129))).toMatchObject([{ code: "TOO_LONG" }]);
    expect(setMetafield("list.single_line_text_field", lines(128))).toEqual([]);
  });
});

test("a read soon after a write may show the earlier text, until the replica has caught up", async () => {
  const before = await title();
  clock.advance(60_000);
  update({ title: "A lamp" });
  state.faults.set({ rules: [{ kind: "lag", ms: 5_000 }] });
  expect(await title()).toBe(before);
  clock.advance(4_000);
  update({ title: "A better lamp" });
  expect(await title()).toBe(before);
  clock.advance(2_000);
  expect(await title()).toBe("A lamp");
  clock.advance(5_000);
  expect(await title()).toBe("A better lamp");
});

describe("an image", () => {
  test("that several products show has one alt text", () => {
    const [image] = images(productIds[0]);
    expect(updateFiles([{ id: image?.id, referencesToAdd: [productIds[1]] }]).userErrors).toEqual([]);
    updateFiles([{ id: image?.id, alt: "Seen from above" }]);
    for (const id of productIds) {
      expect(images(id).find((one) => one.id === image?.id)?.alt).toBe("Seen from above");
    }
    state.deleteProduct(shop, productIds[0] ?? "");
    expect(updateFiles([{ id: image?.id, alt: "Still there" }]).userErrors).toEqual([]);
    updateFiles([{ id: image?.id, referencesToRemove: [productIds[1]] }]);
    expect(images(productIds[1]).some((one) => one.id === image?.id)).toBe(false);
  });

  test("that another operation holds, or that is still processed, is refused for the moment", () => {
    const files = [{ id: images(productIds[0])[0]?.id, alt: "Seen from above" }];
    state.faults.set({ rules: [{ kind: "file_locked", times: 1 }] });
    expect(updateFiles(files)).toEqual({ files: null, userErrors: [{ code: "FILE_LOCKED" }] });
    expect(updateFiles(files).userErrors).toEqual([]);
    state.faults.set({ rules: [{ kind: "media_processing", times: 1 }] });
    expect(updateFiles(files).userErrors).toEqual([{ code: "NON_READY_STATE" }]);
  });
});
