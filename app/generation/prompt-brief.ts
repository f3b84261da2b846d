import { forbiddenWordsOf } from "../rules/forbidden-words.ts";
import { toneOf } from "../rules/tone-of.ts";
import { dropEmpty } from "../texts/drop-empty.ts";
import type { GenerationSource } from "./generation-context.ts";
import type { TextRules } from "./text-rules.ts";

/**
 * Tasks, limits and rules: the same for all products of a brand in one job, so that providers' prompt caches hit.
 * @param texts those that are asked for, by the names that the config uses
 */
export function briefOf(
  { config, locale, facts, notes, fieldNotes }: GenerationSource,
  texts: ReadonlyMap<string, TextRules>,
): Record<string, unknown> {
  const types = [...texts].map(([name, text]) => [name, typeOf(text, fieldNotes?.[name])]);
  return {
    language: locale,
    content_types: Object.fromEntries(types),
    rules: rulesOf({ config, locale }, [...texts.keys()], facts.vendor),
    ...dropEmpty({ notes: notes?.trim() }),
  };
}

function typeOf({ configName, traits, own }: TextRules, notes: string | undefined): Record<string, unknown> {
  const { family, html, count } = traits;
  return dropEmpty({
    task: own?.task ?? `Write the text "${configName}" of the product.`,
    family,
    character_limit: own?.character_limit,
    count,
    html: html || undefined,
    guidelines: own?.guidelines,
    restrictions: own?.restrictions,
    notes: notes?.trim(),
  });
}

/** @param brand whose tone is given */
function rulesOf(
  { config, locale }: Pick<GenerationSource, "config" | "locale">,
  contentTypes: readonly string[],
  brand: string,
): Record<string, unknown> {
  const { client } = config;
  const styled = coveredBy(client?.style_guide_content_types, contentTypes);
  const toned = coveredBy(client?.tone_content_types, contentTypes);
  const pairs = toned.length > 0 ? toneOf(config, brand) : [];
  return dropEmpty({
    guidelines: config.guidelines,
    restrictions: config.restrictions,
    forbidden_words: forbiddenWordsOf(config, locale),
    style_guide: styled.length > 0 ? dropEmpty(config.style_guide ?? {}) : undefined,
    style_guide_content_types: styled.length > 0 && config.style_guide ? styled : undefined,
    tone: pairs,
    tone_content_types: pairs.length > 0 ? toned : undefined,
  });
}

/** Nothing named means all of them. */
function coveredBy(named: readonly string[] | null | undefined, wanted: readonly string[]): string[] {
  return wanted.filter((contentType) => !named || named.includes(contentType));
}
