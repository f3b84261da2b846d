import { categoryFields, metaobjects } from "../catalogue/category-attributes.ts";
import { collectionTexts } from "../catalogue/collection-texts.ts";
import { onlyMarket, ownAddress, sampleMarkets } from "../catalogue/markets.ts";
import { sampleCatalogue } from "../catalogue/sample-catalogue.ts";
import { smartCollections } from "../catalogue/smart-collections.ts";
import { categoriesOfTemplate } from "../catalogue/taxonomy-attributes.ts";
import { hashText } from "../shared/random.ts";
import { createBucket } from "./bucket.ts";
import { buildProduct } from "./build-product.ts";
import type { BulkOperations } from "./bulk/operations.ts";
import { putCollection } from "./change-collections.ts";
import type { Habits } from "./habits.ts";
import type { ShopLocaleRecord } from "./markets/market-records.ts";
import { noMarketTree, rebuildMarketTree } from "./markets/market-tree.ts";
import { putMarket, putPresence } from "./markets/put-markets.ts";
import { createProductTable } from "./product-table.ts";
import type { SandboxShop } from "./sandbox-app.ts";
import type { ShopState } from "./shop-state.ts";
import { slugify } from "./text.ts";
import { createTokens, type TokenTimes } from "./tokens.ts";
import { putStoreTexts } from "./translate/put-store-texts.ts";
import { putSampleTranslations } from "./translate/put-translations.ts";
import { createTranslationTable } from "./translate/translation-table.ts";

/** A shop as it is on its first day: its catalogue, and nothing that anybody did since. */
export function createShop(
  deps: {
    now: () => number;
    habits: Habits;
    scopes: readonly string[];
    tokenTimes: TokenTimes;
    bulkFor: (shop: ShopState) => BulkOperations;
  },
  options: SandboxShop,
): ShopState {
  const startAt = deps.now();
  // Each shop has its own range: the URL of a bulk result names no shop.
  let lastId = 70_000_000_000_000 + (hashText(options.domain) % 1_000_000) * 10_000_000;
  let bulk: BulkOperations | undefined;
  const shop: ShopState = {
    options,
    id: 60_000_000_000 + hashText(options.domain),
    domain: options.domain,
    habits: deps.habits,
    scopes: [...deps.scopes],
    createdAt: startAt - 900 * 86_400_000,
    now: deps.now,
    installed: true,
    products: createProductTable({ startAt, now: deps.now }),
    collections: new Map(),
    definitions: new Map(),
    metaobjects: new Map(),
    locales: new Map(options.locales.map((locale) => [locale, localeOf(options, locale)])),
    markets: new Map(),
    webPresences: new Map(),
    marketTree: noMarketTree,
    texts: new Map(),
    translations: createTranslationTable(),
    otherMetafields: new Map(),
    subscriptions: new Map(),
    tokens: createTokens(deps, deps.tokenTimes),
    bucket: createBucket(deps, options.plan),
    uploads: new Map(),
    get bulk() {
      bulk ??= deps.bulkFor(shop);
      return bulk;
    },
    nextId() {
      lastId += 1;
      return lastId;
    },
  };
  fill(shop, startAt);
  addMarkets(shop);
  if (options.translated) putSampleTranslations(shop);
  return shop;
}

function fill(shop: ShopState, startAt: number): void {
  const { catalogue, locales } = shop.options;
  if (catalogue === "empty") return;
  if (catalogue !== "sample") {
    const seed = catalogue.seed ?? hashText(shop.domain);
    shop.products.generate({ seed, variants: catalogue.variants }, catalogue.generate);
    return;
  }
  const taken = new Set<string>();
  addCategoryAttributes(shop, startAt);
  for (const smart of smartCollections(locales[0] ?? "en"))
    putCollection(shop, { ...smart, at: startAt, texts: collectionTexts[smart.title] });
  sampleCatalogue(locales[0] ?? "en").forEach((source, slot) => {
    const collectionIds = (source.collections ?? []).map((title) => collectionId(shop, title, startAt));
    const base = slugify(source.title, String(slot));
    const handle = taken.has(base) ? `${base}-${slot}` : base;
    taken.add(handle);
    const createdAt = startAt - (400 - slot) * 86_400_000;
    shop.products.put(
      buildProduct(
        source,
        { family: "sample", slot, createdAt, updatedAt: createdAt + slot * 60_000, handle },
        collectionIds,
      ),
    );
  });
  if (locales[0] !== "de") putStoreTexts(shop);
}

const localeOf = ({ unpublished = [] }: SandboxShop, locale: string): ShopLocaleRecord => ({
  locale,
  published: !unpublished.includes(locale),
});

function addMarkets(shop: ShopState): void {
  const [primary = "en", ...others] = shop.options.locales;
  const isSample = shop.options.catalogue === "sample";
  putPresence(shop, ownAddress(isSample, primary, others), []);
  for (const market of isSample ? sampleMarkets(primary) : [onlyMarket]) putMarket(shop, market);
  rebuildMarketTree(shop);
}

/** What Shopify makes of a category's attributes: definitions, and metaobjects for their values. */
function addCategoryAttributes(shop: ShopState, at: number): void {
  for (const entry of metaobjects)
    shop.metaobjects.set(entry.id, { __typename: "Metaobject", updatedAt: at, ...entry });
  for (const [key, name] of Object.entries(categoryFields)) {
    const id = shop.nextId();
    shop.definitions.set(id, {
      __typename: "MetafieldDefinition",
      id,
      ownerType: "PRODUCT",
      namespace: "shopify",
      key,
      name,
      description: null,
      type: "list.metaobject_reference",
      validations: [],
      pinnedPosition: null,
      access: { admin: "PUBLIC_READ_WRITE", storefront: "PUBLIC_READ", customerAccount: "NONE" },
      categories: categoriesOfTemplate(key),
    });
  }
}

function collectionId(shop: ShopState, title: string, at: number): number {
  const found = [...shop.collections.values()].find((c) => c.title === title);
  if (found) return found.id;
  return putCollection(shop, { title, at, texts: collectionTexts[title] }).id;
}
