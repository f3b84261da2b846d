import type { ContentConfig, TranslationRules } from "../content-config.ts";

const none: TranslationRules = {};

/**
 * What rules say of one language: of the very one, else of it without its region. `fr_FR` is `fr-FR`, and holds for `fr` where no other
 * says more.
 * @param locale BCP-47
 */
export function translationRulesOf(
  { translations }: Pick<ContentConfig, "translations">,
  locale: string,
): TranslationRules {
  const all = Object.entries(translations ?? {}).map(([name, rules]) => [spelled(name), rules] as const);
  const wanted = spelled(locale);
  const language = languageOf(wanted);
  const isOf = [
    (name: string) => name === wanted,
    (name: string) => name === language,
    (name: string) => wanted === language && languageOf(name) === language,
  ];
  for (const is of isOf) {
    const found = all.find(([name]) => is(name));
    if (found) return found[1];
  }
  return none;
}

function spelled(locale: string): string {
  return locale.trim().replaceAll("_", "-").toLowerCase();
}

function languageOf(locale: string): string {
  return locale.split("-")[0] ?? locale;
}
