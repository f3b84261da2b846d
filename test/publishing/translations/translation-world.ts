import { and, eq } from "drizzle-orm";
import { readMetafieldPlaces } from "../../../app/catalog/text-places.ts";
import { type TextBody, versions } from "../../../app/db/schema/index.ts";
import { digestOf } from "../../../app/lib/digest.ts";
import { newId } from "../../../app/lib/id.ts";
import { type PublishReport, publishProduct } from "../../../app/publishing/publish-product.ts";
import { slotColumns, slotNamed } from "../../../app/texts/slot.ts";
import { storeTarget, type Target } from "../../../app/texts/target.ts";
import type { CatalogueMarket } from "../../../sandbox/catalogue/markets.ts";
import { shopperPage } from "../../../sandbox/store/shopper/shopper-page.ts";
import { translatableContent } from "../../../sandbox/store/translate/translatable-content.ts";
import { shop } from "../../shopify/open-store.ts";
import { free, type OfProduct, openWorld, type World } from "../publishing-world.ts";

export const inGerman = storeTarget("de");
export const inFrench = storeTarget("fr");
export const europeanMarket: CatalogueMarket = {
  ...{ name: "Europe", handle: "europe", status: "ACTIVE", countries: ["CH", "DE"], currency: "EUR" },
};

const keys: Record<string, string> = {
  title: "title",
  desc: "body_html",
  seo_title: "meta_title",
  seo_desc: "meta_description",
  image_alt: "alt",
};

export const german: Record<string, TextBody> = {
  title: "Leinenschürze, gewaschen",
  desc: "<p>Eine Schürze aus <strong>Leinen</strong>.</p>",
  bullets: ["Gewaschenes Leinen", "Zwei Taschen"],
  seo_title: "Gewaschene Leinenschürze",
  seo_desc: "Eine gewaschene Leinenschürze mit zwei Taschen.",
};

export interface TranslationWorld extends World {
  /** gid and key of the translation of a slot */
  place(name: string): { id: string; key: string };
  source(name: string): { value: string; digest: string };
  /** what the shop holds, as it stores it; null = nothing */
  held(name: string, target?: Target): string | null;
  /** somebody edits a translation in Translate & Adapt; "" removes it */
  translate(name: string, value: string, target?: Target): void;
  /** an approved translation of the source as it is now, unless another one is named */
  approveFor(
    name: string,
    change?: { target?: Target; body?: TextBody; base?: TextBody | null; source?: string },
  ): Promise<string>;
  publishFor(
    target?: Target,
    options?: OfProduct & { jobId?: string; contentTypes?: string[] },
  ): Promise<PublishReport>;
  /** what a German customer reads, by key */
  shopper(country: string, locale: string): Record<string, string>;
  /** calls that changed translations */
  calls(): { name: string; rows: number }[];
}

/** A store in English, German and French with a product that has all of its own texts, and nothing translated. */
export async function openTranslationWorld(options: Parameters<typeof openWorld>[0] = {}): Promise<TranslationWorld> {
  const world = await openWorld({ catalogue: { generate: 3, seed: 3 }, fewestImages: 1, ...options });
  const { db, store, productId, gid, clock } = world;
  world.edit({
    descriptionHtml: "<p>An apron.</p>",
    seo: { title: "An apron", description: "An apron for the house." },
  });
  const places = await db.do(readMetafieldPlaces(shop));
  await world.deps.definitions.ensure(world.admin(shop), places);
  world.editBullets(["Linen", "Pockets"]);
  for (const name of world.alts) world.editAlt(name, `A picture ${name}`);
  store.state.shop(shop).translations.removeEverywhere(() => true);
  const bullets = () => {
    const { data } = store.state.graphql(
      shop,
      `query ($id: ID!) { product(id: $id) { metafield(namespace: "$app:content", key: "bullets") { id } } }`,
      { id: gid },
    );
    return (data as { product: { metafield: { id: string } } }).product.metafield.id;
  };
  const place = (name: string) => {
    if (name === "bullets") return { id: bullets(), key: "value" };
    const { resource, field } = slotNamed(name);
    return { id: resource === "product" ? gid : `gid://shopify/${resource}`, key: keys[field] ?? field };
  };
  const source = (name: string) => {
    const { id, key } = place(name);
    const found = translatableContent(store.state.shop(shop), id)?.find((one) => one.key === key);
    return { value: found?.value ?? "", digest: found?.digest ?? "none" };
  };
  const marketOf = ({ market }: Target) => (market === "" ? null : `gid://shopify/Market/${market}`);
  const held = (name: string, target = inGerman) => {
    const { id, key } = place(name);
    const row = { key, locale: target.locale, marketId: marketOf(target) };
    return store.state.shop(shop).translations.find(id, row)?.value ?? null;
  };
  return {
    ...world,
    place,
    source,
    held,
    translate(name, value, target = inGerman) {
      const { id, key } = place(name);
      const row = { key, locale: target.locale, marketId: marketOf(target), value };
      const problem = store.state.translate(shop, id, row);
      if (problem !== undefined) throw new Error(problem);
    },
    async approveFor(name, { target = inGerman, body = german[name] ?? "", base = null, source: from } = {}) {
      const id = newId("ver", clock.now());
      await db.orm.insert(versions).values({
        ...{ id, shop, productId, ...slotColumns(name), ...target },
        ...{ state: "approved", origin: "generated", body, warnings: [], blocked: false, evidence: [], base },
        ...{ baseDigest: digestOf(base), factsDigest: from ?? source(name).digest, configDigest: "config" },
        ...{ createdAt: clock.now(), decidedBy: "user:anna", decidedAt: clock.now() },
      });
      return id;
    },
    publishFor: (target = inGerman, { deps = world.deps, guards = free, jobId, contentTypes } = {}) =>
      publishProduct(deps, guards, {
        shop,
        productId,
        target,
        contentTypes,
        jobId: jobId ?? null,
        createdBy: "user:1",
      }),
    shopper(country, locale) {
      const page = shopperPage(store.state.shop(shop), { country, locale }, { resourceId: gid });
      return Object.fromEntries(Object.entries(page?.texts[gid] ?? {}).map(([key, text]) => [key, text.value]));
    },
    calls: () =>
      store.state
        .log()
        .filter(({ operationName }) => /^(?:Register|Remove)Translations$/.test(operationName))
        .map(({ operationName, input }) => ({
          name: operationName,
          rows: (
            (input as { translations?: unknown[]; keys?: unknown[] }).translations ??
            (input as { keys?: unknown[] }).keys ??
            []
          ).length,
        })),
  };
}

export async function stateOf({ db }: World, id: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ state: versions.state })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.id, id)));
  return row?.state;
}
