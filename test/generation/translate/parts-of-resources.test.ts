import { expect, it } from "vitest";
import { allShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { listWriteBacks } from "../../../app/publishing/list-write-backs.ts";
import { undoWriteBack } from "../../../app/publishing/undo-write-back.ts";
import type { AdminApi } from "../../../app/shopify/admin-api.ts";
import { free } from "../../publishing/publishing-world.ts";
import { shop } from "../../shopify/open-store.ts";
import { inGerman, openResources } from "./resources-world.ts";

type World = Awaited<ReturnType<typeof openResources>>;

const page = "Size guide";
const article = "How a linen shirt ages";
const collection = "Linen";

function sourcesOf({ db }: World, id: string): Record<string, { value: string; type: string }> {
  const sql = "SELECT texts FROM translatable_texts WHERE shop = ? AND owner = ?";
  return JSON.parse(String(db.raw.prepare(sql).pluck().get(shop, id) ?? "{}"));
}

/** The store's own records of what hangs on a page and the like. */
function storeOf(world: World) {
  const state = world.store.state.shop(shop);
  const alt = (kind: string) => [...state.texts.values()].find((one) => one.kind === kind)?.resourceId ?? "";
  const metafields = (id: string) => state.otherMetafields.get(`gid://shopify/${id}`) ?? [];
  const held = (resourceId: string, key: string) =>
    state.translations.find(resourceId, { key, locale: "de", marketId: null })?.value;
  return { state, alt, metafields, held };
}

it("images of collections and articles, and metafields of pages, are translated, published and put back with them", async () => {
  const world = await openResources();
  const { db, deps } = world;
  const { alt, metafields, held } = storeOf(world);
  const pageId = world.ownerOf("page", page);
  const articleId = world.ownerOf("article", article);
  const collectionId = world.ownerOf("collection", collection);
  const ids = [pageId, articleId, collectionId];
  const [note, fitting] = metafields(pageId);
  const name = (gid: string, key: string) => `${gid.replace("gid://shopify/", "")}.${key}`;
  expect(sourcesOf(world, articleId)).toHaveProperty([name(alt("ARTICLE_IMAGE"), "alt")]);
  expect(sourcesOf(world, collectionId)).toHaveProperty([name(alt("COLLECTION_IMAGE"), "alt")]);
  expect(sourcesOf(world, pageId)).toMatchObject({
    [`Metafield/${note?.id}.value`]: { type: "HTML" },
    [`Metafield/${fitting?.id}.value`]: { type: "LINK" },
  });
  await world.translate(ids);
  await world.approve(ids);
  for (const id of ids) expect(await world.publish(id)).toMatchObject({ kind: "done", problem: null, conflicts: [] });
  for (const gid of [alt("ARTICLE_IMAGE"), alt("COLLECTION_IMAGE")]) expect(held(gid, "alt")).toBeTruthy();
  expect(held(`gid://shopify/Metafield/${note?.id}`, "value")).toMatch(/^<p>.*<em>.*<\/em>.*<\/p>$/);
  const link = JSON.parse(held(`gid://shopify/Metafield/${fitting?.id}`, "value") ?? "{}");
  expect(link).toEqual({ text: expect.any(String), url: "https://fernandfield.example/fittings" });
  expect(link.text).not.toBe("Book a fitting in Cork");
  const [last] = await listWriteBacks({ db }, { shop, productId: pageId, target: inGerman, limit: 1 });
  await undoWriteBack(deps, free, { shop, productId: pageId, writeBackId: last?.id ?? "" });
  expect(held(`gid://shopify/Metafield/${fitting?.id}`, "value")).toBeUndefined();
});

it("of metafields only those with a text that no app has for itself come in, and their translations with them", async () => {
  const world = await openResources();
  const pageId = world.ownerOf("page", page);
  const { state, metafields } = storeOf(world);
  const [first] = metafields(pageId);
  if (!first) throw new Error("the page has no metafield");
  const add = (id: number, change: Partial<typeof first>) => ({ ...first, id, key: `k${id}`, ...change });
  state.otherMetafields.set(`gid://shopify/${pageId}`, [
    ...metafields(pageId),
    add(9001, { type: "json", value: '{"a":1}' }),
    add(9002, { type: "single_line_text_field", value: "of an app", namespace: "app--77--x" }),
    add(9003, { type: "list.multi_line_text_field", value: '["One line","Two\\nlines"]' }),
    add(9004, { type: "list.link", value: '[{"text":"Here","url":"/here"}]' }),
  ]);
  const row = { key: "value", locale: "de", marketId: null, value: '["Eine Zeile","Zwei\\nZeilen"]' };
  expect(world.store.state.translate(shop, "gid://shopify/Metafield/9003", row)).toBeUndefined();
  await world.readTexts();
  const names = Object.keys(sourcesOf(world, pageId)).filter((name) => name.startsWith("Metafield/900"));
  expect(names).toEqual(["Metafield/9003.value", "Metafield/9004.value"]);
  const held = await world.db.do(allShopTranslations({ shop, owner: pageId }));
  expect(held.find(({ locale }) => locale === "de")?.texts).toHaveProperty(
    ["Metafield/9003.value", "value"],
    row.value,
  );
});

it("parts that Shopify does not show this time stay, those that are gone go", async () => {
  const world = await openResources();
  const pageId = world.ownerOf("page", page);
  const { state } = storeOf(world);
  const before = sourcesOf(world, pageId);
  const silent: AdminApi = {
    ...world.admin,
    run: async (operation, variables, options) =>
      operation.name === "ReadResourceParts"
        ? operation.data.parse({ nodes: [] })
        : world.admin.run(operation, variables, options),
  };
  await world.readTexts({}, silent);
  expect(sourcesOf(world, pageId)).toEqual(before);
  state.otherMetafields.delete(`gid://shopify/${pageId}`);
  await world.readTexts();
  expect(Object.keys(sourcesOf(world, pageId)).filter((name) => name.startsWith("Metafield/"))).toEqual([]);
});
