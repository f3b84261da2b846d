import { and, eq, ne } from "drizzle-orm";
import { expect } from "vitest";
import { undoJob } from "../../app/commands/jobs/undo-job.ts";
import { approveDrafts } from "../../app/commands/products/approve-drafts.ts";
import { planProductTranslation } from "../../app/commands/products/plan-translation.ts";
import { publishProducts } from "../../app/commands/products/publish-products.ts";
import { readLosses } from "../../app/commands/products/read-losses.ts";
import type { Selection } from "../../app/commands/products/selection.ts";
import { translateProducts } from "../../app/commands/products/translate-products.ts";
import type { Db } from "../../app/db/open.ts";
import { versions } from "../../app/db/schema/index.ts";
import { metafieldTexts, optionTexts } from "../../app/generation/translate/asked-texts.ts";
import { type JobId, localeSchema, type ShopDomain } from "../../app/lib/brand.ts";
import type { Clock } from "../../app/lib/clock.ts";
import type { Models } from "../../app/model/model-for-shop.ts";
import { nameOfRow, slotNamed } from "../../app/texts/slot.ts";
import { putMarket } from "../../sandbox/store/markets/put-markets.ts";
import { gid } from "../../sandbox/store/records.ts";
import { shopperTexts } from "../../sandbox/store/shopper/shopper-text.ts";
import type { StoreState } from "../../sandbox/store/start.ts";

/** A shop whose products are imported, and what works on its jobs. */
export interface ShoppersWorld {
  db: Db;
  clock: Clock;
  models: Models;
  shop: ShopDomain;
  store: StoreState;
  /** waits for the job's end. @returns its status */
  finish(jobId: JobId): Promise<string>;
}

interface Read {
  value: string;
  from: string;
}

const keys: Readonly<Record<string, string>> = {
  ...{ title: "title", desc: "body_html", seo_title: "meta_title", seo_desc: "meta_description", image_alt: "alt" },
};
const contentTypes = ["title", "desc", "seo_title", "seo_desc", "image_alt", optionTexts, metafieldTexts];

const marketOwn = 5;

/**
 * Gives a shop a market for Germany and one for Japan, both with all of its languages. Every fifth product has a title of its own
 * in each, in the first of the languages, as a person wrote it in the shop.
 * @returns their countries
 */
export function openTwoMarkets(
  { store, shop }: Pick<ShoppersWorld, "store" | "shop">,
  locales: readonly string[],
): string[] {
  const state = store.shop(shop);
  const [first = "de"] = locales;
  const countries = ["DE", "JP"];
  for (const country of countries) {
    const handle = country.toLowerCase();
    const market = putMarket(state, {
      ...{ name: country, handle, status: "ACTIVE", countries: [country], currency: "EUR" },
      presence: { subfolderSuffix: handle, defaultLocale: "en", alternateLocales: [...locales] },
    });
    const marketId = gid("Market", market.id);
    for (const [n, { id }] of [...state.products.heads()].entries()) {
      if (n % marketOwn !== 0) continue;
      const row = { key: "title", locale: first, marketId, value: `Only in ${country}: ${n}` };
      expect(store.translate(shop, gid("Product", id), row)).toBeUndefined();
    }
  }
  return countries;
}

/** All that shoppers read of the shop's products: country, language, resource and key → the words and whose row they are of. */
export function readShoppers(
  { store, shop }: Pick<ShoppersWorld, "store" | "shop">,
  { countries, locales }: { countries: readonly string[]; locales: readonly string[] },
): Map<string, Read> {
  const state = store.shop(shop);
  const read = new Map<string, Read>();
  for (const head of state.products.heads()) {
    const product = head.record();
    const ids = [
      gid("Product", product.id),
      ...product.options.flatMap((option) => [
        gid("ProductOption", option.id),
        ...option.values.map(({ id }) => gid("ProductOptionValue", id)),
      ]),
      ...product.media.map(({ id }) => gid("MediaImage", id)),
      ...product.metafields.map(({ id }) => gid("Metafield", id)),
    ];
    for (const country of countries) {
      for (const locale of locales) {
        for (const id of ids) {
          for (const [key, { value, from }] of Object.entries(shopperTexts(state, { country, locale }, id) ?? {})) {
            read.set(`${country} ${locale} ${id} ${key}`, { value, from });
          }
        }
      }
    }
  }
  return read;
}

/**
 * From nothing to what shoppers read and back: translates all products into these languages by commands, approves what no check
 * blocks, publishes it, looks at what shoppers of these countries read then, and undoes it.
 * @returns how many texts were published
 */
export async function translateForShoppers(
  world: ShoppersWorld,
  asked: { countries: readonly string[]; locales: readonly string[]; products: number },
): Promise<number> {
  const { shop, db, finish } = world;
  const by = { shop, by: "user:1" };
  const locales = asked.locales.map((locale) => localeSchema.parse(locale));
  const of = (view: "all" | "review" | "approved"): Selection => ({
    languages: { view, locales, search: "", onSaleOnly: false },
    except: [],
  });
  const before = readShoppers(world, asked);
  const wish = {
    ...{ selection: of("all"), locales, contentTypes, which: "missing_or_outdated" as const, includeEdited: false },
    ...{ agentModel: "v1" as const, lane: "direct" as const },
  };
  const planned = await planProductTranslation.run(world, by, wish);
  expect(planned).toMatchObject({ plan: { chosen: asked.products, products: asked.products, exact: true } });
  const translating = await translateProducts.run(world, by, wish);
  if (translating.kind !== "started") throw new Error(`nothing was translated: ${translating.kind}`);
  expect(await finish(translating.jobId)).toBe("completed");
  // Nothing of it is the shop's yet.
  expect(readShoppers(world, asked)).toEqual(before);

  const { approved, blocked } = await approveDrafts.run(world, by, { selection: of("review"), locales });
  expect(approved).toBeGreaterThan(0);
  expect(blocked / (approved + blocked)).toBeLessThan(0.05);
  const counted = await readLosses.run(world, by, { selection: of("approved"), locales });
  expect(counted.approved).toMatchObject({ products: asked.products, texts: approved, conflicts: 0 });
  const publishing = await publishProducts.run(world, by, { selection: of("approved"), locales });
  if (publishing.kind !== "started") throw new Error(`nothing was published: ${publishing.kind}`);
  expect(publishing.products).toBe(asked.products);
  expect(await finish(publishing.jobId)).toBe("completed");

  const ours = await publishedTexts(db, shop);
  expect(ours.size).toBe(approved);
  const after = readShoppers(world, asked);
  let translated = 0;
  const wrong: unknown[] = [];
  for (const [place, was] of before) {
    const [country = "", locale = "", id = "", key = ""] = place.split(" ");
    const own = ours.get(`${locale} ${id} ${key}`);
    // A market's own text comes before the language's.
    const isOfMarket = was.from === "market" || was.from === "parent market";
    const expected = own === undefined || isOfMarket ? was : { value: own, from: "locale" };
    if (own !== undefined && !isOfMarket) translated++;
    const now = after.get(place);
    if (now?.value !== expected.value || now.from !== expected.from) wrong.push({ country, place, expected, now });
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(after.size).toBe(before.size);
  expect(translated).toBeGreaterThan(approved);

  const undoing = await undoJob.run(world, by, { jobId: publishing.jobId });
  expect(await finish(undoing.jobId)).toBe("completed");
  const back = readShoppers(world, asked);
  expect([...back].filter(([place, { value }]) => before.get(place)?.value !== value).slice(0, 5)).toEqual([]);
  expect(back).toEqual(before);
  return approved;
}

/** Language, resource and key → the text, of all translations that were published from here. */
async function publishedTexts(db: Db, shop: ShopDomain): Promise<Map<string, string>> {
  const rows = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, "published"), ne(versions.locale, "en")));
  return new Map(
    rows.map((row) => {
      const { resource, field } = slotNamed(nameOfRow(row));
      const id = resource === "product" ? gid("Product", Number(row.productId)) : `gid://shopify/${resource}`;
      const body = row.body;
      return [`${row.locale} ${id} ${keys[field] ?? field}`, Array.isArray(body) ? JSON.stringify(body) : body];
    }),
  );
}
