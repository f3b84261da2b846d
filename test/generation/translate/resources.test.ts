import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readOwner } from "../../../app/catalog/read-product.ts";
import { targetPlaceOf } from "../../../app/catalog/target-place.ts";
import { textsAt } from "../../../app/catalog/target-texts.ts";
import { shopMarketsOf } from "../../../app/catalog/translations/shop-languages.ts";
import { textResources, versions } from "../../../app/db/schema/index.ts";
import { chooseCells } from "../../../app/generation/translate/choose-cells.ts";
import { translationWishSchema } from "../../../app/generation/translate/jobs.ts";
import { productIdSchema } from "../../../app/lib/brand.ts";
import { listWriteBacks } from "../../../app/publishing/list-write-backs.ts";
import { publishProduct } from "../../../app/publishing/publish-product.ts";
import { undoWriteBack } from "../../../app/publishing/undo-write-back.ts";
import { menusOwner } from "../../../app/texts/resource-owner.ts";
import { editVersion } from "../../../app/versions/edit-version.ts";
import { free } from "../../publishing/publishing-world.ts";
import { shop } from "../../shopify/open-store.ts";
import { inGerman, openResources } from "./resources-world.ts";

type World = Awaited<ReturnType<typeof openResources>>;

const draftsOf = async ({ db }: World, productId: string) =>
  db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.productId, productId), eq(versions.state, "draft")));

async function stateOf({ db }: World, id: string) {
  const place = await db.do(targetPlaceOf(shop, inGerman));
  const [row] = await db.orm
    .select()
    .from(textResources)
    .where(and(eq(textResources.shop, shop), eq(textResources.id, id)));
  return row && textsAt(place, row);
}

it("a page and a collection are translated, approved, published to shoppers, and put back as they were", async () => {
  const world = await openResources();
  const { db, deps, shopper } = world;
  const page = world.ownerOf("page", "Shipping and delivery");
  const [first] = db.raw
    .prepare("SELECT id FROM text_resources WHERE shop = ? AND kind = 'collection' ORDER BY id LIMIT 1")
    .pluck()
    .all(shop) as string[];
  const collection = productIdSchema.parse(first);
  const before = [shopper(page), shopper(collection)];
  const items = await world.translate([page, collection]);
  expect(items.map(({ status }) => status)).toEqual(["done", "done"]);
  const drafts = await draftsOf(world, page);
  expect(drafts.map(({ resource, contentType, warnings }) => [resource, contentType, warnings])).toEqual(
    expect.arrayContaining([
      [page, "title", []],
      [page, "body_html", []],
      [page, "meta_description", []],
    ]),
  );
  // Tables keep their tags to the letter.
  const html = drafts.find(({ contentType }) => contentType === "body_html")?.body;
  const tags = (text: unknown) => String(text).match(/<[^>]*>/g);
  expect(tags(html)).toEqual(tags(before[0]?.body_html));
  expect((await stateOf(world, page))?.contentState).toBe("needs_review");
  await world.approve([page, collection]);
  for (const id of [page, collection]) {
    const report = await world.publish(id);
    expect(report).toMatchObject({ kind: "done", conflicts: [], problem: null });
  }
  expect(shopper(page).body_html).toBe(html);
  expect(shopper(page).handle).toBe(before[0]?.handle);
  expect(shopper(collection).title).not.toBe(before[1]?.title);
  expect(await stateOf(world, page)).toMatchObject({ contentState: "published", missing: 0 });
  for (const productId of [page, collection]) {
    const [last] = await listWriteBacks(deps, { shop, productId, target: inGerman, limit: 1 });
    const undone = await undoWriteBack(deps, free, { shop, productId, writeBackId: last?.id ?? "" });
    expect(undone).toMatchObject({ kind: "done", conflicts: [] });
  }
  expect([shopper(page), shopper(collection)]).toEqual(before);
});

it("menus, links and filters are one line each, cost by their texts together, and go to their own resources", async () => {
  const world = await openResources();
  const { db, store } = world;
  const menus = world.ownerOf("menu", "Main menu, Footer menu");
  expect(menus).toBe(menusOwner);
  const [item] = await world.translate([menus]);
  expect(item?.status).toBe("done");
  const links = [...store.state.shop(shop).texts.values()].filter(({ kind }) => kind === "LINK");
  const drafts = await draftsOf(world, menus);
  // Two of them had a German title before.
  const untranslated = links.filter(({ texts }) => !["Shop", "Clothing"].includes(texts[0]?.value ?? ""));
  expect(drafts.filter(({ resource }) => resource.startsWith("Link/"))).toHaveLength(untranslated.length);
  const booked = db.raw
    .prepare("SELECT sum(credits) FROM credit_entries WHERE shop = ? AND kind = 'charge'")
    .pluck()
    .get(shop);
  expect(Math.abs(Number(booked ?? 0))).toBeLessThan(drafts.length);
  await world.approve([menus]);
  expect(await world.publish(menus)).toMatchObject({ kind: "done", problem: null });
  const sound = drafts.filter(({ blocked }) => !blocked);
  expect(sound.length).toBeGreaterThan(drafts.length / 2);
  for (const { resource, contentType, body } of sound) expect(world.shopper(resource)[contentType]).toBe(body);
});

it("a source that changes between approval and publishing is a conflict, and nothing goes to the shop", async () => {
  const world = await openResources();
  const { store, shopper } = world;
  const page = world.ownerOf("page", "Shipping and delivery");
  await world.translate([page]);
  await world.approve([page]);
  store.state.changeText(shop, `gid://shopify/${page}`, { title: "How we ship" });
  const report = await world.publish(page);
  expect(report).toMatchObject({ kind: "done", sourceChanged: [`${page}.title`] });
  expect(shopper(page).title).toBe("How we ship");
  expect((await stateOf(world, page))?.contentState).toBe("conflict");
});

it("what a person translated in the shop since is a conflict, not overwritten", async () => {
  const world = await openResources();
  const { store, shopper } = world;
  const page = world.ownerOf("page", "Size guide");
  await world.translate([page]);
  await world.approve([page]);
  const row = { key: "title", locale: "de", marketId: null, value: "Größen" };
  expect(store.state.translate(shop, `gid://shopify/${page}`, row)).toBeUndefined();
  expect(await world.publish(page)).toMatchObject({ kind: "done", conflicts: [`${page}.title`] });
  expect(shopper(page).title).toBe("Größen");
});

it("a page that was deleted is closed, not written to", async () => {
  const world = await openResources();
  const page = world.ownerOf("page", "Size guide");
  await world.translate([page]);
  await world.approve([page]);
  world.store.state.shop(shop).texts.delete(`gid://shopify/${page}`);
  const report = await world.publish(page);
  expect(report).toMatchObject({ kind: "done", published: [] });
  expect(report.kind === "done" && report.problem).toContain("no longer in the shop");
});

it("a page that one reading leaves out is looked for again, and its text stays approved", async () => {
  const world = await openResources();
  const page = world.ownerOf("page", "Contact");
  await world.translate([page]);
  await world.approve([page]);
  let readings = 0;
  const admin: typeof world.deps.admin = (of) => {
    const api = world.deps.admin(of);
    return {
      ...api,
      async run<D, V extends Record<string, unknown>>(...asked: Parameters<typeof api.run<D, V>>): Promise<D> {
        const data = await api.run<D, V>(...asked);
        const isFirst = asked[0].name === "ReadTranslations" && readings++ === 0;
        return isFirst ? ({ translatableResourcesByIds: { nodes: [] } } as D) : data;
      },
    };
  };
  const report = await publishProduct({ ...world.deps, admin }, free, { shop, productId: page, target: inGerman });
  expect(report.kind === "done" && report.leftOut.sort()).toEqual([`${page}.body_html`, `${page}.title`]);
  expect((await stateOf(world, page))?.contentState).toBe("approved");
  expect(await world.publish(page)).toMatchObject({ kind: "done", leftOut: [], problem: null });
});

it("what is translated is left, and what is outdated is made anew when that is asked for", async () => {
  const world = await openResources();
  const page = world.ownerOf("page", "Contact");
  await world.translate([page]);
  await world.approve([page]);
  await world.publish(page);
  expect(await world.translate([page], { which: "missing_or_outdated" })).toEqual([]);
  world.store.state.changeText(shop, `gid://shopify/${page}`, { title: "How to reach us" });
  world.clock.advance(60_000);
  await world.readTexts();
  expect(await world.translate([page])).toEqual([]);
  const [item] = await world.translate([page], { which: "missing_or_outdated" });
  expect(item?.status).toBe("done");
  expect((await draftsOf(world, page)).map(({ contentType }) => contentType)).toEqual(["title"]);
});

it("a person's own translation of a page is checked and saved as a draft", async () => {
  const world = await openResources();
  const page = world.ownerOf("page", "Size guide");
  const input = { shop, productId: page, target: inGerman, by: "anna" };
  const edited = await editVersion(world, { ...input, contentType: `${page}.title`, body: "Größentabelle" });
  expect(edited).toMatchObject({ outcome: "saved" });
  const unknown = await editVersion(world, { ...input, contentType: `${page}.nothing`, body: "Nichts" });
  expect(unknown).toMatchObject({ outcome: "invalid", problem: { code: "content_type_gone" } });
});

it("a market gets no text of its own for policies and filters, which Shopify would refuse", async () => {
  const world = await openResources();
  const [market] = await world.db.do(shopMarketsOf(shop));
  const cellsOf = async (kind: string, title: string) => {
    const product = await readOwner(world, shop, world.ownerOf(kind, title));
    if (!product) throw new Error(`there is no ${title}`);
    const wish = translationWishSchema.parse({
      ...{
        locales: ["de"],
        markets: [market?.id],
        contentTypes: ["resource.texts"],
        which: "all",
        includeEdited: true,
      },
    });
    const { cells } = await world.db.do(chooseCells({ product, sourceLocale: "en", wish }));
    return cells.filter((cell) => cell.market !== "").length;
  };
  expect(await cellsOf("filter", "Availability, Price, Color, Size, Material")).toBe(0);
  expect(await cellsOf("page", "Contact")).toBe(2);
});
