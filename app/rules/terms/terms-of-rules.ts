import type { ContentConfig } from "../content-config.ts";
import { type LocaleTerm, type LocaleTerms, subjectOf } from "./locale-term.ts";
import { translationRulesOf } from "./translation-rules-of.ts";

const noTerms: LocaleTerms = [];
const kept = new WeakMap<LocaleTerms, WeakMap<ContentConfig, Map<string, LocaleTerms>>>();

/**
 * The terms of a language as they hold for a product: those of the shop's glossary, and of its rules the keywords that are translated and
 * the words that are forbidden there. What the glossary says goes before what rules say of the same word. Neither is changed in
 * place, and the same two give the same object.
 * @param locale BCP-47
 */
export function termsOfRules(terms: LocaleTerms = noTerms, config: ContentConfig, locale: string): LocaleTerms {
  const rules = translationRulesOf(config, locale);
  const { translated_keywords: keywords, forbidden_words: forbidden } = rules;
  if (!keywords && (forbidden ?? []).length === 0) return terms;
  const ofTerms = kept.get(terms) ?? new WeakMap<ContentConfig, Map<string, LocaleTerms>>();
  kept.set(terms, ofTerms);
  const ofConfig = ofTerms.get(config) ?? new Map<string, LocaleTerms>();
  ofTerms.set(config, ofConfig);
  const known = ofConfig.get(locale);
  if (known) return known;
  const more = [
    ...Object.entries(keywords ?? {}).map(([source, target]) => termOf("forced", source, target)),
    ...(forbidden ?? []).map((word) => termOf("forbidden", "", word)),
  ].filter(({ source, target, kind }) => target !== "" && (source !== "" || kind === "forbidden"));
  const subjects = new Set(terms.map(subjectOf));
  const fresh = [...terms, ...more.filter((term) => !subjects.has(subjectOf(term)))];
  ofConfig.set(locale, fresh);
  return fresh;
}

function termOf(kind: LocaleTerm["kind"], source: string, target: string): LocaleTerm {
  return { source: source.trim(), target: target.trim(), kind, note: "" };
}
