import type { Product } from "../../catalog/product.ts";
import type { SourceText } from "../../catalog/translations/translation-sources.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { brokenTerms } from "../../quality/terms/broken-terms.ts";
import { resolveConfig } from "../../rules/configs/resolve-config.ts";
import { translationConfig } from "../../rules/configs/translation-config.ts";
import type { LocaleTerms } from "../../rules/terms/locale-term.ts";
import { readLocaleTerms } from "../../rules/terms/read-locale-terms.ts";
import { termsOfRules } from "../../rules/terms/terms-of-rules.ts";
import { readersView } from "../../texts/readers-view.ts";

/**
 * Says what of the terms of today a translation of a product does not keep to: the words that ask for it, each once. Nothing of it is
 * stored, so that whatever changes a glossary or rules changes the answer for exactly the texts whose source holds the word.
 */
export type AgainstTerms = (locale: string, source: Pick<SourceText, "name" | "body">, body: TextBody) => string[];

/** Pure once it is read. @param input.sources the product's own, all of them */
export function* readAgainstTerms(input: {
  product: Product;
  sourceLocale: string;
  sources: readonly SourceText[];
  locales: readonly string[];
}): Steps<AgainstTerms> {
  const { product, sourceLocale, sources, locales } = input;
  const shop = product.shop as ShopDomain;
  const rules = yield* resolveConfig({ shop, product });
  const config = translationConfig(rules.config, sources);
  const byLocale = new Map<string, LocaleTerms>();
  for (const locale of locales) {
    byLocale.set(locale, termsOfRules(yield* readLocaleTerms(shop, locale), rules.config, locale));
  }
  const seen = (name: string, body: TextBody) => readersView(name, body, config).join("\n");
  return (locale, { name, body: source }, body) => {
    const terms = byLocale.get(locale) ?? [];
    if (terms.length === 0) return [];
    const broken = brokenTerms(terms, {
      from: { text: seen(name, source), locale: sourceLocale },
      to: { text: seen(name, body), locale },
      names: product.vendor === "" ? [] : [product.vendor],
    });
    return [...new Set(broken.map(({ term }) => (term.source === "" ? term.target : term.source)))];
  };
}
