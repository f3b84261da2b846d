import type { i18n } from "i18next";
import { readPrimaryTarget } from "../../catalog/read-primary-target.ts";
import { translatedLocalesOf } from "../../catalog/translations/shop-languages.ts";
import type { AppContext } from "../../context.server.ts";
import type { Locale, ShopDomain } from "../../lib/brand.ts";
import { maxLocaleTerms } from "../../rules/terms/locale-term.ts";
import { readLocaleTerms, termsDigest } from "../../rules/terms/read-locale-terms.ts";
import type { TermRowView } from "../../ui/terms-view.ts";
import { languageName } from "../languages/names.ts";
import { directionOf } from "../languages/text-direction.ts";
import { translatedTypes } from "../languages/translated-types.ts";
import { readShopNotices } from "../shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** The languages of a shop that its glossary has pages for, its own one first. */
export async function glossaryLanguages({ db }: Pick<Deps, "db">, shop: ShopDomain, { language }: i18n) {
  const { locale: own } = await readPrimaryTarget({ db }, shop);
  const others = await db.do(translatedLocalesOf(shop));
  return [
    { locale: own, name: languageName(own, language), url: "/app/rules/glossary" },
    ...others.map((locale) => ({ locale, name: languageName(locale, language), url: `/app/rules/glossary/${locale}` })),
  ];
}

/** All that the page of a language's glossary shows; null for a language that the shop does not translate into. */
export async function readTermsPage(deps: Deps, shop: ShopDomain, locale: Locale, words: i18n) {
  const { db } = deps;
  const languages = await glossaryLanguages(deps, shop, words);
  const [own, ...others] = languages;
  const shown = others.find((one) => one.locale === locale);
  if (!own || !shown) return null;
  const { digest, terms } = await db.do(
    (function* () {
      return { digest: yield* termsDigest(shop), terms: yield* readLocaleTerms(shop, locale) };
    })(),
  );
  return {
    ...{ locale, language: shown.name, dir: directionOf(locale), sourceLanguage: own.name, sourceLocale: own.locale },
    languages,
    rows: terms.map((term): TermRowView => ({ ...term })),
    digest,
    maxTerms: maxLocaleTerms,
    texts: await translatedTypes(deps, shop, words),
    notices: await readShopNotices(deps, shop),
  };
}
