import { expect, it } from "vitest";
import { english } from "../../../app/i18n/words-of.server.ts";
import { localeSchema, type ProductId } from "../../../app/lib/brand.ts";
import { readEditorPage } from "../../../app/pages/languages/read-editor-page.ts";
import { readLanguagesPage } from "../../../app/pages/languages/read-page.ts";
import { menusOwner } from "../../../app/texts/resource-owner.ts";
import { openResources } from "../../generation/translate/resources-world.ts";
import { shop } from "../../shopify/open-store.ts";

type World = Awaited<ReturnType<typeof openResources>>;

const list = async (world: World, query: string) =>
  readLanguagesPage(world, shop, new URLSearchParams(query), await english());

const editor = async (world: World, productId: ProductId, query = "") =>
  readEditorPage(
    world,
    shop,
    { locale: localeSchema.parse("de"), productId, address: new URLSearchParams(query) },
    await english(),
  );

const german = (page: Awaited<ReturnType<typeof list>>) => page.languages.find(({ locale }) => locale === "de");

it("each kind of text has a list of its own, with its coverage in each language", async () => {
  const world = await openResources();
  const products = await list(world, "");
  expect(products.kind).toBe("product");
  expect(products.kinds.map(({ kind }) => kind)).toEqual([
    "product",
    "collection",
    "page",
    "blog",
    "article",
    "policy",
    "menu",
    "metaobject",
    "filter",
    "shop",
  ]);
  const pages = await list(world, "kind=page");
  expect(pages.page.rows.map(({ title }) => title)).toEqual([
    "About us",
    "Contact",
    "Gift cards",
    "Shipping and delivery",
    "Size guide",
  ]);
  expect(pages.kinds.find(({ kind }) => kind === "page")?.count).toBe(5);
  expect(german(pages)).toMatchObject({ products: 5, counts: { missing: 5, live: 0 } });
  const about = pages.page.rows[0]?.cells ?? [];
  // Its search texts have no German; in French its title is outdated.
  expect(about.find(({ locale }) => locale === "de")).toMatchObject({ state: "missing", count: 2, isNone: false });
  expect(about.find(({ locale }) => locale === "fr")).toMatchObject({ state: "outdated", count: 1 });
  expect(about.find(({ locale }) => locale === "ja")).toMatchObject({ state: "missing", count: 4, isNone: true });
  expect((await list(world, "kind=page&view=outdated&lang=fr")).page.rows.map(({ title }) => title)).toEqual([
    "About us",
  ]);
  expect((await list(world, "kind=page&q=SIZE")).page.rows.map(({ title }) => title)).toEqual(["Size guide"]);
  expect((await list(world, "kind=page&q=100%25")).page.rows).toEqual([]);
  expect(german(products)?.products).toBe(german(await list(world, ""))?.products);
});

it("what is translated and published counts as live, and drafts lead to their review", async () => {
  const world = await openResources();
  const page = world.ownerOf("page", "Contact");
  await world.translate([page]);
  const before = await list(world, "kind=page");
  expect(german(before)?.counts).toMatchObject({ review: 1, missing: 4 });
  expect(before.review?.url).toBe(`/app/languages/de/${encodeURIComponent(page)}?view=review&kind=page`);
  await world.approve([page]);
  expect(german(await list(world, "kind=page"))?.counts).toMatchObject({ approved: 1, review: 0 });
  await world.publish(page);
  const after = await list(world, "kind=page");
  expect(german(after)?.counts).toMatchObject({ live: 1, missing: 4 });
  expect(after.counts.todo).toBe(5);
  expect((await list(world, "kind=page&lang=de")).counts.todo).toBe(4);
});

it("the editor of a page shows its texts by name beside their translations, and goes on in the list of pages", async () => {
  const world = await openResources();
  const page = await editor(world, world.ownerOf("page", "About us"), "view=todo");
  expect(page?.kind).toBe("page");
  expect(page?.texts.map(({ type }) => [type.label, type.kind])).toEqual([
    ["Title", "line"],
    ["Content", "html"],
    ["Search engine title", "line"],
    ["Search engine description", "line"],
  ]);
  expect(page?.texts[0]).toMatchObject({ source: "About us", live: "Über uns", newest: null, stale: false });
  expect(page).toMatchObject({ previous: null, place: { at: 1, of: 5 } });
  const next = `/app/languages/de/${encodeURIComponent(world.ownerOf("page", "Contact"))}?view=todo&kind=page`;
  expect(page?.next).toBe(next);
  expect(page?.types).toEqual([{ name: "resource.texts", label: "All texts" }]);
});

it("menus stand in one editor, each link by its words", async () => {
  const world = await openResources();
  const page = await editor(world, world.ownerOf("menu", "Main menu, Footer menu"));
  expect(page?.product.id).toBe(menusOwner);
  expect(page?.texts.map(({ type }) => type.label)).toEqual(
    expect.arrayContaining(["Menu “Main menu”", "Link “Clothing”"]),
  );
});
