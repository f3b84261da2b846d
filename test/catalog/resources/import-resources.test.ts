import { expect, it } from "vitest";
import { missingOfResource } from "../../../app/catalog/resources/missing-of-resource.ts";
import { targetPlaceOf } from "../../../app/catalog/target-place.ts";
import { textsAt } from "../../../app/catalog/target-texts.ts";
import { allShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { sourceDigest } from "../../../app/catalog/translations/source-digest.ts";
import { resourceKinds } from "../../../app/db/schema/index.ts";
import { OperationalError } from "../../../app/lib/errors.ts";
import type { AdminApi } from "../../../app/shopify/admin-api.ts";
import { adminError } from "../../../app/shopify/admin-errors.ts";
import { textsSummary } from "../../../app/tasks/import-texts.ts";
import { filtersOwner, kindOfOwner, menusOwner } from "../../../app/texts/resource-owner.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { refreshContentState } from "../../../app/versions/refresh-content-state.ts";
import { shop } from "../../shopify/open-store.ts";
import { answering, openImport, type Reading } from "../translations/import-world.ts";

interface Listed {
  id: string;
  kind: string;
  title: string;
  goneAt: number | null;
}

async function open(scopes?: string[]) {
  const world = await openImport(scopes);
  const { db, store } = world;
  // The shop's languages are read with its products.
  const run = async (context?: Reading, through?: AdminApi) => {
    await world.run();
    return world.readTexts(context, through);
  };
  const listed = () =>
    db.raw
      .prepare("SELECT id, kind, title, gone_at AS goneAt FROM text_resources WHERE shop = ? ORDER BY kind, title")
      .all(shop) as Listed[];
  const owner = (title: string) => listed().find((one) => one.title === title)?.id ?? "";
  const held = async (id: string) =>
    new Map((await db.do(allShopTranslations({ shop, owner: id }))).map((row) => [row.locale, row.texts]));
  const sources = (id: string) =>
    JSON.parse(
      String(
        db.raw.prepare("SELECT texts FROM translatable_texts WHERE shop = ? AND owner = ?").pluck().get(shop, id) ??
          "{}",
      ),
    ) as Record<string, { value: string; type: string }>;
  const record = (title: string) =>
    [...store.state.shop(shop).texts.values()].find(({ texts }) => texts.some(({ value }) => value === title));
  return { ...world, run, listed, owner, held, sources, record };
}

it("collections, pages, articles, policies, menus, metaobjects, filters and the shop's own texts come in with an import", async () => {
  const { run, listed } = await open();
  await run();
  const kinds = new Set(listed().map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    [...resourceKinds].filter((kind) => kind !== "metaobject" || kinds.has(kind)).sort(),
  );
  expect(
    listed()
      .filter(({ kind }) => kind === "page")
      .map(({ title }) => title),
  ).toContain("About us");
  expect(listed().filter(({ kind }) => kind === "menu")).toMatchObject([{ id: menusOwner }]);
  expect(listed().filter(({ kind }) => kind === "filter")).toMatchObject([{ id: filtersOwner }]);
  // A policy has no title: it goes by how it begins. One without words is not listed.
  expect(
    listed()
      .filter(({ kind }) => kind === "policy")
      .map(({ title }) => title.slice(0, 30)),
  ).toEqual(["By ordering from Fern & Field ", "We keep your address to send y", "You may send things back withi"]);
});

it("they come in with their translations, outdated ones marked, and without their handles", async () => {
  const { run, owner, held, sources } = await open();
  await run();
  const about = owner("About us");
  expect(Object.keys(sources(about)).map((name) => name.replace(`${about}.`, ""))).toEqual([
    "title",
    "body_html",
    "meta_title",
    "meta_description",
  ]);
  const texts = await held(about);
  expect(texts.get("de")?.[`${about}.title`]).toMatchObject({
    value: "Über uns",
    outdated: false,
    of: sourceDigest("About us"),
  });
  expect(texts.get("de")).not.toHaveProperty([`${about}.handle`]);
  expect(texts.get("fr")?.[`${about}.title`]).toMatchObject({ value: "À propos", outdated: true });
  const menus = (await held(menusOwner)).get("de") ?? {};
  expect(Object.values(menus).map(({ value }) => value)).toEqual(expect.arrayContaining(["Laden", "Kleidung"]));
});

it("a second import of the same changes nothing", async () => {
  const { clock, run, listed, everything } = await open();
  await run();
  const before = [listed(), everything()];
  clock.advance(60_000);
  await run();
  expect([listed(), everything()]).toEqual(before);
});

it("a source that changed in the shop makes its translations outdated with the next import", async () => {
  const { store, clock, run, owner, held, record } = await open();
  await run();
  const id = owner("About us");
  store.state.changeText(shop, record("About us")?.resourceId ?? "", { title: "Who we are" });
  clock.advance(60_000);
  await run();
  expect(owner("Who we are")).toBe(id);
  expect((await held(id)).get("de")?.[`${id}.title`]).toMatchObject({
    value: "Über uns",
    outdated: true,
    of: sourceDigest("About us"),
  });
});

it("what was deleted is gone with the next import, with its translations; what came back is there again", async () => {
  const { store, clock, run, owner, held, listed, record } = await open();
  await run();
  const id = owner("About us");
  const page = record("About us");
  if (!page) throw new Error("there is no page");
  const { texts } = store.state.shop(shop);
  texts.delete(page.resourceId);
  clock.advance(60_000);
  await run();
  const state = () => listed().find((one) => one.id === id)?.goneAt;
  expect(state()).not.toBeNull();
  expect((await held(id)).size).toBe(0);
  texts.set(page.resourceId, page);
  clock.advance(60_000);
  await run();
  expect(state()).toBeNull();
  expect((await held(id)).get("de")).toHaveProperty([`${id}.title`]);
});

it("ids of products and of what hangs on them are none of a resource with texts of its own", () => {
  expect(["8000000000000", "prd_01", "Metafield/7", "Page/x", "Page/7/8"].map(kindOfOwner)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(kindOfOwner("Page/7")).toBe("page");
});

it("words of scripts whose vowels are signs are words to translate; sizes are none", () => {
  const text = (value: string) => ({ [value]: { value, type: "SINGLE_LINE_TEXT_FIELD" } });
  for (const value of ["हाँ", "चाय", "முகப்பு", "ช่ว", "Tee"])
    expect(missingOfResource(text(value), {}), value).not.toBe(0);
  for (const value of ["XL", "500 ml", "3×4"]) expect(missingOfResource(text(value), {}), value).toBe(0);
});

it("translations of what is no text are not kept: their originals are not either", async () => {
  const { store, clock, run, owner, held, record } = await open();
  const about = record("About us");
  if (!about) throw new Error("there is no page");
  about.texts.push({ key: "link", type: "URL", value: "https://fern.example/about" });
  const row = { key: "link", locale: "de", marketId: null, value: "https://fern.example/de" };
  expect(store.state.translate(shop, about.resourceId, row)).toBeUndefined();
  await run();
  const id = owner("About us");
  const german = (await held(id)).get("de") ?? {};
  expect(Object.keys(german)).toEqual(expect.arrayContaining([`${id}.title`]));
  expect(Object.keys(german)).not.toContain(`${id}.link`);
  // The translation of a text that has no original any more stays to be seen.
  store.state.changeText(shop, about.resourceId, { title: "" });
  clock.advance(60_000);
  await run();
  expect(Object.keys((await held(id)).get("de") ?? {})).toContain(`${id}.title`);
});

it("a removed language leaves pages without translations there; what waits in a page that was gone waits when it is back", async () => {
  const { db, store, clock, run, owner, record } = await open();
  await run();
  const id = owner("About us");
  const at = async (locale: string) => {
    const place = await db.do(targetPlaceOf(shop, storeTarget(locale)));
    const columns = db.raw
      .prepare(
        "SELECT content_state AS contentState, missing, other_targets AS otherTargets FROM text_resources WHERE shop = ? AND id = ?",
      )
      .get(shop, id) as Parameters<typeof textsAt>[1];
    return textsAt(place, columns);
  };
  const page = record("About us");
  if (!page) throw new Error("there is no page");
  // All of it is translated.
  for (const { key, value } of page.texts.filter((one) => one.key !== "handle")) {
    store.state.translate(shop, page.resourceId, { key, locale: "fr", marketId: null, value: `${value} (fr)` });
  }
  clock.advance(60_000);
  await run();
  expect((await at("fr")).missing).toBe(0);
  await db.transact({ shop }, function* () {
    const versionOf = `INSERT INTO versions (id, shop, product_id, resource, content_type, locale, market, channel, state, origin, body,
      warnings, blocked, evidence, base_digest, facts_digest, config_digest, created_at)
      SELECT 'ver_1', '${shop}', '${id}', '${id}', 'title', 'fr', '', 'store', 'draft', 'generated', '"Qui"', '[]', 0, '[]', '', '', '', 1`;
    db.raw.exec(versionOf);
    yield* refreshContentState({ shop, productId: id, target: storeTarget("fr") });
  });
  const waiting = (await at("fr")).contentState;
  expect(waiting).toBe("needs_review");
  const { texts } = store.state.shop(shop);
  texts.delete(page.resourceId);
  clock.advance(60_000);
  await run();
  texts.set(page.resourceId, page);
  clock.advance(60_000);
  await run();
  expect(await at("fr")).toEqual({ contentState: waiting, missing: 0 });
  store.state.graphql(shop, 'mutation { shopLocaleDisable(locale: "fr") { locale } }', {}, ["write_locales"]);
  clock.advance(60_000);
  await run();
  expect(await at("fr")).toMatchObject({ contentState: waiting });
  expect((await at("fr")).missing).not.toBe(0);
});

it("a kind that the shop does not let the app read, or that cannot be read, stays as it was, is told, and fails no import", async () => {
  const world = await open();
  const { clock, run, listed } = world;
  await run();
  const before = listed();
  for (const [code, told] of [
    ["shopify_scope", { denied: ["page"], partial: [] }],
    ["shopify_bad_request", { denied: [], partial: ["page"] }],
  ] as const) {
    clock.advance(60_000);
    const failing = answering(world, "PAGE", () => {
      throw new OperationalError("no", { code, retryable: false, merchantMessage: "" });
    });
    const result = await run({}, failing);
    expect(result).toMatchObject(told);
    expect(textsSummary(result)).toMatch(/: \d+ changed\. .+ pages\. /);
    expect(listed()).toEqual(before);
  }
  // What stops all of it says nothing of the pages.
  for (const code of ["shopify_unavailable", "shopify_needs_reauth", "shopify_app_credentials"] as const) {
    const out = answering(world, "PAGE", () => {
      throw adminError(code, "no");
    });
    await expect(run({}, out)).rejects.toMatchObject({ code });
  }
});

it("what the shop granted no access to is told as denied, and the rest is read", async () => {
  const { run, listed } = await open([
    "write_products",
    "write_files",
    "write_translations",
    "read_locales",
    "read_markets",
  ]);
  const result = await run();
  expect(result.denied).toEqual(["page", "blog", "article", "policy", "menu", "metaobject"]);
  expect(listed().some(({ kind }) => kind === "collection")).toBe(true);
  expect(listed().some(({ kind }) => kind === "page")).toBe(false);
});

it("a list of pages that comes back empty marks none as gone while one of them is there to be read", async () => {
  const world = await open();
  const { clock, run, listed, store } = world;
  await run();
  const before = listed();
  const empty = answering(world, "PAGE", () => ({
    translatableResources: { nodes: [], pageInfo: { hasNextPage: false } },
  }));
  clock.advance(60_000);
  expect(await run({}, empty)).toMatchObject({ partial: ["page"] });
  expect(listed()).toEqual(before);
  const { texts } = store.state.shop(shop);
  for (const [id, { kind }] of texts) if (kind === "PAGE") texts.delete(id);
  clock.advance(60_000);
  expect(await run()).toMatchObject({ partial: [] });
  expect(listed().filter(({ kind, goneAt }) => kind === "page" && goneAt === null)).toEqual([]);
});
