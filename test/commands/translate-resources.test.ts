import { expect, it } from "vitest";
import { readOwner } from "../../app/catalog/read-product.ts";
import { shopMarketsOf } from "../../app/catalog/translations/shop-languages.ts";
import { keepShopTranslations } from "../../app/catalog/translations/shop-translations.ts";
import { translationSources } from "../../app/catalog/translations/translation-sources.ts";
import { approveDrafts } from "../../app/commands/products/approve-drafts.ts";
import { generateTexts } from "../../app/commands/products/generate-texts.ts";
import { planProductTranslation } from "../../app/commands/products/plan-translation.ts";
import { publishProducts } from "../../app/commands/products/publish-products.ts";
import { readLosses } from "../../app/commands/products/read-losses.ts";
import { translateProducts } from "../../app/commands/products/translate-products.ts";
import { approveTexts } from "../../app/commands/texts/approve-texts.ts";
import { publishTexts } from "../../app/commands/texts/publish-texts.ts";
import { slotNameSchema } from "../../app/commands/texts/texts-input.ts";
import { undoPublication } from "../../app/commands/texts/undo-publication.ts";
import { useGeneralText } from "../../app/commands/texts/use-general-text.ts";
import { localeSchema } from "../../app/lib/brand.ts";
import { readUndoPreview } from "../../app/publishing/read-undo.ts";
import { menusOwner } from "../../app/texts/resource-owner.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { shownText } from "../../app/versions/shown-text.ts";
import { inGerman, openResources } from "../generation/translate/resources-world.ts";
import { shop } from "../shopify/open-store.ts";

const de = localeSchema.parse("de");
const who = { shop, by: "user:anna", ipAddress: undefined } as unknown as Parameters<typeof approveDrafts.run>[1];

const pagesOf = (view: "missing" | "review" | "approved", search = "") => ({
  languages: { view, locales: [de], search, onSaleOnly: true, kind: "page" as const },
  except: [],
});
const wish = { locales: [de], contentTypes: ["resource.texts"], which: "missing" as const, includeEdited: false };
const model = { agentModel: "v1" as const, lane: "direct" as const };

it("all pages that lack a text in a language are planned, translated, approved and published at once, and put back", async () => {
  const world = await openResources();
  const { db, worker, shopper } = world;
  const all = db.raw
    .prepare("SELECT count(*) FROM text_resources WHERE shop = ? AND kind = 'page'")
    .pluck()
    .get(shop) as number;
  const asked = { ...wish, ...model, selection: pagesOf("missing") };
  const plan = await planProductTranslation.run(world, who, asked);
  expect(plan).toMatchObject({ kind: "planned", plan: { chosen: all } });
  const started = await translateProducts.run(world, who, asked);
  expect(started).toMatchObject({ kind: "started", leftOut: 0 });
  for (let round = 0; round < 10; round++) await worker.tick();
  const approved = await approveDrafts.run(world, who, { selection: pagesOf("review"), locales: [de] });
  expect(approved).toMatchObject({ kind: "approved", leftOut: 0 });
  const losses = await readLosses.run(world, who, { selection: pagesOf("approved"), locales: [de] });
  expect(losses.approved.texts).toBe(approved.approved);
  const contact = world.ownerOf("page", "Contact");
  const before = shopper(contact);
  const publishing = await publishProducts.run(world, who, { selection: pagesOf("approved"), locales: [de] });
  if (publishing.kind !== "started") throw new Error(publishing.kind);
  expect(publishing.leftOut).toBe(0);
  for (let round = 0; round < 10; round++) await worker.tick();
  const { jobId, products } = publishing;
  expect(await db.do(readUndoPreview({ shop, jobId }))).toEqual({ back: products, stays: { count: 0, titles: [] } });
  expect(shopper(contact).title).not.toBe(before.title);
  expect(shopper(contact).handle).toBe(before.handle);
  expect(await undoPublication.run(world, who, { productId: contact, locale: de })).toMatchObject({ kind: "started" });
  for (let round = 0; round < 3; round++) await worker.tick();
  expect(shopper(contact)).toEqual(before);
});

it("a search chooses pages by their titles, and those that were deleted meanwhile are counted as left out", async () => {
  const world = await openResources();
  const found = { ...wish, ...model, selection: pagesOf("missing", "size") };
  expect(await planProductTranslation.run(world, who, found)).toMatchObject({ plan: { chosen: 1 } });
  const named = { ids: [world.ownerOf("page", "Contact"), "Page/1"] };
  expect(await translateProducts.run(world, who, { ...wish, ...model, selection: named })).toMatchObject({
    leftOut: 1,
  });
});

it("single texts of a page are approved and published; texts in the shop's own language are none of a page", async () => {
  const world = await openResources();
  const { worker, shopper } = world;
  const page = world.ownerOf("page", "Contact");
  await world.translate([page]);
  const name = `${page}.title`;
  const texts = await readProductTexts(world, { shop, productId: page, target: inGerman, also: [name] });
  const draft = texts?.find(({ contentType }) => contentType === name)?.newest;
  const approving = { productId: page, versionIds: [draft?.id ?? ""], override: false };
  expect(await approveTexts.run(world, who, approving)).toMatchObject({ kind: "approved", approved: 1 });
  const other = world.ownerOf("page", "Size guide");
  expect(await approveTexts.run(world, who, { ...approving, productId: other })).toMatchObject({ kind: "not_found" });
  const own = { productId: page, contentTypes: [name] };
  expect(await publishTexts.run(world, who, own)).toMatchObject({ kind: "unknown_content_type" });
  expect(await publishTexts.run(world, who, { ...own, locale: de })).toMatchObject({ kind: "started" });
  for (let round = 0; round < 3; round++) await worker.tick();
  expect(shopper(page).title).toBe(draft?.body);
});

it("nothing is written for a page in the shop's own language, however it is named", async () => {
  const world = await openResources();
  const input = generateTexts.input.parse({
    selection: { ids: [world.ownerOf("page", "Contact")] },
    contentTypes: ["title"],
    ...model,
    ...{ onlyMissing: false, allImages: false, skipGrouping: false },
  });
  expect(await generateTexts.run(world, who, input)).toMatchObject({ kind: "no_product" });
});

it("a field of a metaobject may begin with a digit, and a line of many texts is approved and published as one", async () => {
  for (const name of ["Metaobject/7.3d_note", "Metaobject/7._x", "Metaobject/7.a-b"])
    expect(slotNameSchema.safeParse(name).success, name).toBe(true);
  for (const name of ["Metaobject/7.", "Metaobject/7.a b", "Metaobject/7.a.b"])
    expect(slotNameSchema.safeParse(name).success, name).toBe(false);
  const names = Array.from({ length: 1_200 }, (_, n) => `Link/${n + 1}.title`);
  const productId = menusOwner;
  expect(publishTexts.input.safeParse({ productId, locale: "de", contentTypes: names }).success).toBe(true);
  expect(approveTexts.input.safeParse({ productId, versionIds: names, override: false }).success).toBe(true);
  expect(approveTexts.input.safeParse({ productId, versionIds: Array(5_001).fill("v"), override: false }).success).toBe(
    false,
  );
});

it("a page's own text for a market is taken away for the general one, like a product's", async () => {
  const world = await openResources();
  const { db, worker } = world;
  const page = world.ownerOf("page", "Contact");
  const name = `${page}.title`;
  const [market] = await db.do(shopMarketsOf(shop));
  const target = { ...inGerman, market: market?.id ?? "" };
  const value = "Nur hier";
  await db.transact({ shop }, () =>
    keepShopTranslations({
      ...{ shop, owner: page, target, readAt: 1 },
      texts: { [name]: { value, outdated: false, updatedAt: null } },
    }),
  );
  const owner = await readOwner(world, shop, page);
  const sources = owner ? await db.do(translationSources(owner)) : [];
  const source = sources.find((one) => one.name === name);
  const asked = { productId: page, contentType: name, locale: de, market: target.market };
  const shown = shownText({ source: source?.digest ?? "", live: value });
  expect(await useGeneralText.run(world, who, { ...asked, shown })).toMatchObject({ kind: "started" });
  for (let round = 0; round < 5; round++) await worker.tick();
  const texts = await readProductTexts(world, { shop, productId: page, target, also: [name] });
  expect(texts?.find(({ contentType }) => contentType === name)?.newest).toMatchObject({ origin: "given_up" });
});
