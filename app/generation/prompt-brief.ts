import { forbiddenWordsOf } from "../rules/forbidden-words.ts";
import { generalTypeConfigOf } from "../rules/general-type-config.ts";
import { toneOf } from "../rules/tone-of.ts";
import { dropEmpty } from "../texts/drop-empty.ts";
import type { GenerationSource } from "./generation-context.ts";
import { wordingsName } from "./read-wordings.ts";
import type { TextRules } from "./text-rules.ts";

/**
 * Tasks, limits and rules: the same for all products of a brand in one job, so that providers' prompt caches hit.
 * @param texts those that are asked for, by the names that the config uses
 * @param options.wordings the answer offers several of the short ones
 */
export function briefOf(
  { config, locale, facts, notes, fieldNotes }: GenerationSource,
  texts: ReadonlyMap<string, TextRules>,
  { wordings }: { wordings: boolean },
): Record<string, unknown> {
  const types = [...texts].map(([name, text]) => [
    name,
    { ...typeOf(text, fieldNotes?.[name]), ...(wordings && text.others > 0 ? { [wordingsName]: text.others } : {}) },
  ]);
  return {
    language: locale,
    ...dropEmpty({ language_name: nameOfRegion(locale) }),
    content_types: Object.fromEntries(types),
    rules: rulesOf({ config, locale }, [...texts.keys()], facts.vendor),
    ...dropEmpty({ notes: notes?.trim() }),
  };
}

/** `de-CH` → `Swiss High German`; undefined where the code names no region or script. */
function nameOfRegion(locale: string): string | undefined {
  if (!/^[a-z]{2,3}[-_][a-z]/i.test(locale)) return undefined;
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(locale.replaceAll("_", "-"));
  } catch {
    // Not every locale that a shop names is one.
    return undefined;
  }
}

/** Fewer points than this look unfinished. */
const fewestItems = 3;

function typeOf({ configName, traits, own }: TextRules, notes: string | undefined): Record<string, unknown> {
  const { family, html, count } = traits;
  const told = own ?? generalTypeConfigOf(configName, traits);
  return dropEmpty({
    task: told.task,
    family,
    character_limit: told.character_limit,
    count: count !== undefined && count > fewestItems ? `${fewestItems} to ${count}` : count,
    html: html || undefined,
    guidelines: told.guidelines,
    restrictions: told.restrictions,
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
