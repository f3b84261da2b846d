import type { i18n } from "i18next";
import type { Condition } from "../../catalog/condition.ts";
import { importJob, importTextsJob } from "../../catalog/jobs.ts";
import { productPage } from "../../catalog/list-products.ts";
import { readShop } from "../../catalog/read-shop.ts";
import { countKinds, resourcePage } from "../../catalog/resources/list-resources.ts";
import type { LanguageState } from "../../catalog/translations/language-state.ts";
import {
  conditionOfView,
  countOwnOfMarket,
  type LanguagePlace,
  type LanguageTally,
  type LanguageView,
  languagePlaces,
  tallyLanguages,
  tallyResources,
} from "../../catalog/translations/languages-of-products.ts";
import { type ShopLocale, shopLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { AppContext } from "../../context.server.ts";
import { resourceKinds } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { listJobs } from "../../jobs/read-jobs.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { editorUrl, kindOfAddress, viewOfAddress } from "../../ui/languages/language-address.ts";
import type { LanguageHead, LanguagesView } from "../../ui/languages/languages-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { languageQuery } from "./list-query.ts";
import { languageName } from "./names.ts";
import { resourceLines, searchOf } from "./resource-lines.ts";
import { languageRows } from "./row-views.ts";
import { translatedMarkets } from "./translated-markets.ts";
import { allTexts, translatedTypes } from "./translated-types.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

/** All that the languages page shows for an address. */
export async function readLanguagesPage(
  deps: Deps,
  shop: ShopDomain,
  address: URLSearchParams,
  words: i18n,
): Promise<LanguagesView & { notices: Awaited<ReturnType<typeof readShopNotices>> }> {
  const { db } = deps;
  const underWay = { shop, status: ["queued" as const, "processing" as const], limit: 1 };
  const [view, shopRow, { rows: imports }, { rows: ofTexts }, notices] = await Promise.all([
    db.do(languagesView(shop, address, words.language)),
    readShop({ db }, shop),
    listJobs({ db }, { ...underWay, kind: importJob.kind }),
    listJobs({ db }, { ...underWay, kind: importTextsJob.kind }),
    readShopNotices(deps, shop),
  ]);
  return {
    ...view,
    texts: view.kind === "product" ? await translatedTypes(deps, shop, words) : allTexts(words),
    imported: shopRow?.importedAt != null,
    importing: imports.length > 0 || (view.kind !== "product" && ofTexts.length > 0),
    settingsUrl: "shopify://admin/settings/languages",
    notices,
  };
}

function* languagesView(
  shop: ShopDomain,
  address: URLSearchParams,
  inLanguage: string,
): Steps<Omit<LanguagesView, "texts" | "imported" | "importing" | "settingsUrl">> {
  const locales = yield* shopLocalesOf(shop);
  const all = locales.filter(({ isPrimary, state }) => !isPrimary && state !== "gone");
  const markets = yield* translatedMarkets(
    shop,
    all.map(({ locale }) => locale),
  );
  const market = markets.find(({ id }) => id === address.get("market")) ?? null;
  const beside = market ? all.filter(({ locale }) => market.locales.includes(locale)) : all;
  const places = yield* languagePlaces(
    shop,
    beside.map(({ locale }) => locale),
    market?.id,
  );
  const kind = kindOfAddress(address);
  const query = languageQuery(shop, address);
  const tally =
    kind === "product"
      ? yield* tallyLanguages(shop, places, { onSaleOnly: query.sale === "on" })
      : yield* tallyResources(shop, places, kind);
  const chosen = places.filter(({ locale }) => locale === address.get("lang"));
  const listed = chosen.length > 0 ? chosen : places;
  const counts = chosen[0] ? countsOf(tally, chosen[0].locale) : tally.views;
  const view = viewOfAddress(address);
  const known = query.search === undefined ? counts[view] : null;
  const page =
    kind === "product"
      ? yield* productPage(query, conditionsOf(yield* conditionOfView(shop, listed, view)), known)
      : yield* resourceLines(shop, kind, listed, address);
  const others = yield* countKinds(shop);
  const heads: LanguageHead[] = [];
  for (const one of beside) {
    const of = { kind, onSaleOnly: query.sale === "on" };
    const own = market
      ? { own: yield* countOwnOfMarket(shop, { locale: one.locale, market: market.id }, of) }
      : undefined;
    heads.push({ ...headOf(one, tally, inLanguage), ...own });
  }
  return {
    kind,
    kinds: [
      { kind: "product", count: null },
      ...resourceKinds.flatMap((one) => (others.has(one) ? { kind: one, count: others.get(one) ?? 0 } : [])),
    ],
    source: languageName(locales.find(({ isPrimary }) => isPrimary)?.locale ?? "en", inLanguage),
    languages: heads,
    gone: locales.filter(({ state }) => state === "gone").map(({ locale }) => languageName(locale, inLanguage)),
    counts,
    markets,
    market: market ? { id: market.id, name: market.name } : null,
    page: { ...page, rows: yield* languageRows(shop, page.rows, places) },
    review: yield* firstToReview(shop, listed, address, counts.review),
  };
}

function conditionsOf(condition: Condition | null): Condition[] {
  return condition ? [condition] : [];
}

const none: Record<LanguageState, number> = { conflict: 0, review: 0, approved: 0, outdated: 0, missing: 0, live: 0 };

function headOf({ locale, state }: ShopLocale, tally: LanguageTally, inLanguage: string): LanguageHead {
  const counts = { ...none, ...tally.byLocale.get(locale) };
  const shown = state === "gone" ? "unpublished" : state;
  return { locale, name: languageName(locale, inLanguage), state: shown, products: tally.products, counts };
}

/** The views of one language alone. */
function countsOf(tally: LanguageTally, locale: string): Record<LanguageView, number> {
  const { live, outdated, review, conflict } = { ...none, ...tally.byLocale.get(locale) };
  return { all: tally.products, todo: tally.products - live, outdated, review, conflicts: conflict };
}

function* firstToReview(
  shop: ShopDomain,
  languages: readonly LanguagePlace[],
  address: URLSearchParams,
  count: number,
): Steps<LanguagesView["review"]> {
  if (count === 0) return null;
  for (const language of languages) {
    const [first] = yield* firstInReview(shop, language, { address, count });
    if (!first) continue;
    const inReview = new URLSearchParams(address);
    inReview.set("view", "review");
    const place = { locale: language.locale, productId: first.id, market: language.market };
    return { url: editorUrl(place, inReview), count };
  }
  return null;
}

function* firstInReview(
  shop: ShopDomain,
  language: LanguagePlace,
  { address, count }: { address: URLSearchParams; count: number },
): Steps<{ id: string }[]> {
  const kind = kindOfAddress(address);
  if (kind !== "product") {
    const review = conditionsOf(yield* conditionOfView(shop, [language], "review", "resources"));
    return (yield* resourcePage({ shop, kind, search: searchOf(address) }, review, { offset: 0, limit: 1 })).rows;
  }
  const query = { ...languageQuery(shop, address), cursor: undefined, limit: 1 };
  const review = conditionsOf(yield* conditionOfView(shop, [language], "review"));
  return (yield* productPage(query, review, count)).rows;
}
