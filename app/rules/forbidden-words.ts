import { presetWords } from "./configs/presets/words-by-language.ts";
import type { ContentConfig } from "./content-config.ts";

const kept = new WeakMap<ContentConfig, Map<string, readonly string[]>>();
const none: readonly string[] = [];

/**
 * The words that a text must not hold: those of the config, and what the words of the presets are called in the text's language.
 * @param locale BCP-47
 */
export function forbiddenWordsOf(config: ContentConfig, locale: string): readonly string[] {
  const own = config.client?.forbidden_words ?? none;
  if (own.length === 0) return none;
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  const byLanguage = kept.get(config) ?? new Map<string, readonly string[]>();
  kept.set(config, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const translated = own.flatMap(
    (word) => presetWords[language === "no" ? "nb" : language]?.[word.toLowerCase()]?.split("|") ?? none,
  );
  const words = translated.length === 0 ? own : [...new Set([...own, ...translated])];
  byLanguage.set(language, words);
  return words;
}
