import type { TextBody } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { brokenTerms } from "../../quality/terms/broken-terms.ts";
import { termsIn } from "../../quality/terms/terms-in.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import type { LocaleTerm } from "../../rules/terms/locale-term.ts";
import { readLocaleTerms } from "../../rules/terms/read-locale-terms.ts";
import { termsOfRules } from "../../rules/terms/terms-of-rules.ts";
import { readersView } from "../../texts/readers-view.ts";
import type { TermView } from "../../ui/languages/editor-view.ts";

/** What a text is asked by the glossary. @param body the translation as it is read now; null: there is none */
type TermsOfText = (name: string, source: { body: TextBody; locale: string }, body: TextBody | null) => TermView[];

/**
 * The terms of a language that an original holds, each with whether its translation keeps to it; and the words that the translation
 * says though they are forbidden whatever the original says.
 * @param input.vendor a name, whose words are no words of a term
 */
export function* readTermViews(input: {
  shop: ShopDomain;
  config: ContentConfig;
  locale: string;
  vendor: string;
}): Steps<TermsOfText> {
  const { shop, config, locale, vendor } = input;
  const terms = termsOfRules(yield* readLocaleTerms(shop, locale), config, locale);
  return (name, source, body) => {
    if (terms.length === 0) return [];
    const from = { text: readersView(name, source.body, config).join("\n"), locale: source.locale };
    const asked = termsIn(from.text, terms, source.locale).map(({ term }) => term);
    if (body === null) return asked.map((term) => viewOf(term, null));
    const to = { text: readersView(name, body, config).join("\n"), locale };
    const broken = new Set(
      brokenTerms(terms, { from, to, names: vendor === "" ? [] : [vendor] }).map(({ term }) => term),
    );
    return [...new Set([...asked, ...broken])].map((term) => viewOf(term, !broken.has(term)));
  };
}

function viewOf({ source, target, kind }: LocaleTerm, isKept: boolean | null): TermView {
  return { source, target, kind, isKept };
}
