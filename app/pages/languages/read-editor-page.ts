import type { i18n } from "i18next";
import { readOwner } from "../../catalog/read-product.ts";
import { shopLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { AppContext } from "../../context.server.ts";
import { translateJob } from "../../generation/translate/jobs.ts";
import { listJobsOfSubject } from "../../jobs/list-jobs-of-subject.ts";
import type { Locale, ProductId, ShopDomain } from "../../lib/brand.ts";
import { listWriteBacks } from "../../publishing/list-write-backs.ts";
import { kindOfOwner } from "../../texts/resource-owner.ts";
import { storeTarget } from "../../texts/target.ts";
import type { EditorView } from "../../ui/languages/editor-view.ts";
import { editorUrl, listUrl } from "../../ui/languages/language-address.ts";
import { factRows } from "./fact-rows.ts";
import { languageTabs } from "./language-tabs.ts";
import { marketTabs } from "./market-tabs.ts";
import { languageName } from "./names.ts";
import { neighboursOf } from "./neighbours.ts";
import { readTranslations } from "./read-translations.ts";
import { neighboursOfResource } from "./resource-lines.ts";
import { directionOf } from "./text-direction.ts";
import { translatedMarkets } from "./translated-markets.ts";
import { allTexts, translatedTypes } from "./translated-types.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** All that the editor of one product's translations shows; null for a product, a language or a market that the shop does not have. */
export async function readEditorPage(
  deps: Deps,
  shop: ShopDomain,
  asked: { locale: Locale; productId: ProductId; address: URLSearchParams },
  words: i18n,
): Promise<EditorView | null> {
  const { locale, productId, address } = asked;
  const { db } = deps;
  const locales = await db.do(shopLocalesOf(shop));
  const own = locales.find((one) => one.locale === locale && !one.isPrimary);
  const product = await readOwner(deps, shop, productId);
  if (!own || !product) return null;
  const market = address.get("market") ?? "";
  const target = { ...storeTarget(locale), market };
  const { language } = words;
  const sourceLocale = locales.find(({ isPrimary }) => isPrimary)?.locale ?? "en";
  const kind = kindOfOwner(productId);
  const ofKind = new URLSearchParams(address);
  if (kind) ofKind.set("kind", kind);
  else ofKind.delete("kind");
  const row = { id: productId, title: product.title, vendor: product.vendor, imageUrl: product.imageUrl };
  const { tabs, neighbours, markets } = await db.do(
    (function* () {
      return {
        tabs: yield* languageTabs(shop, row, { inLanguage: language, address: ofKind, also: locale }),
        neighbours: kind
          ? yield* neighboursOfResource(shop, { id: productId, kind }, { locale, market, address: ofKind })
          : yield* neighboursOf(shop, product, { locale, market, address }),
        markets: yield* marketTabs(shop, { locale, productId, address, market }),
      };
    })(),
  );
  const looked = markets.find(({ id }) => id === market);
  if (market !== "" && !looked) return null;
  const jobs = await listJobsOfSubject(deps, { shop, subject: productId });
  const [lastWrite] = await listWriteBacks(deps, { shop, productId, target, limit: 1 });
  const to = (id: string | null) => (id === null ? null : editorUrl({ locale, productId: id, market }, ofKind));
  return {
    product: row,
    kind: kind ?? "product",
    locale,
    language: languageName(locale, language),
    dir: directionOf(locale),
    state: own.state,
    sourceLocale,
    sourceLanguage: languageName(sourceLocale, language),
    tabs,
    ...{ market: looked ? { id: looked.id, name: looked.name } : null, markets },
    choices: await db.do(
      translatedMarkets(
        shop,
        tabs.map((tab) => tab.locale),
      ),
    ),
    texts: await readTranslations(deps, { shop, product, target, words }),
    facts: kind ? [] : await factRows(deps, product),
    lastWriteBack: lastWrite?.canUndo ? lastWrite.id : null,
    running: jobs.length === 0 ? null : jobs.some(({ kind }) => kind === translateJob.kind) ? "translate" : "other",
    now: deps.clock.now(),
    types: kind ? allTexts(words) : await translatedTypes(deps, shop, words),
    previous: to(neighbours.previous),
    next: to(neighbours.next),
    place: neighbours.place,
    settingsUrl: "shopify://admin/settings/languages",
    listUrl: listUrl({ kind: kind ?? "product", market }, address),
  };
}
