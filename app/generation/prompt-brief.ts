import type { ContentConfig } from "../rules/content-config.ts";
import type { MerchantsNotes } from "../rules/merchants-notes.ts";
import { toneOf } from "../rules/tone-of.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { traitsOf } from "../texts/content-types.ts";
import { dropEmpty } from "../texts/drop-empty.ts";
import { configNamesOf } from "../texts/slot.ts";

export interface BriefInput extends MerchantsNotes {
  /** BCP-47 */
  locale: string;
  contentTypes: readonly string[];
  config: ContentConfig;
  /** whose tone is given */
  brand: string;
}

/** Tasks, limits and rules: the same for all products of a brand in one job, so that providers' prompt caches hit. */
export function briefOf(input: BriefInput): Record<string, unknown> {
  const contentTypes = configNamesOf(input.contentTypes);
  const types = contentTypes.map((contentType) => [contentType, typeOf(contentType, input)]);
  return {
    language: input.locale,
    content_types: Object.fromEntries(types),
    rules: rulesOf({ ...input, contentTypes }),
    ...dropEmpty({ notes: input.notes?.trim() }),
  };
}

function typeOf(contentType: string, { config, fieldNotes }: BriefInput): Record<string, unknown> {
  const { family, html, count } = traitsOf(contentType, config);
  const own = typeConfigOf(config, contentType);
  return dropEmpty({
    task: own?.task ?? `Write the text "${contentType}" of the product.`,
    family,
    character_limit: own?.character_limit,
    count,
    html: html || undefined,
    guidelines: own?.guidelines,
    restrictions: own?.restrictions,
    notes: fieldNotes?.[contentType]?.trim(),
  });
}

function rulesOf({ config, contentTypes, brand }: BriefInput): Record<string, unknown> {
  const { client } = config;
  const styled = coveredBy(client?.style_guide_content_types, contentTypes);
  const toned = coveredBy(client?.tone_content_types, contentTypes);
  const pairs = toned.length > 0 ? toneOf(config, brand) : [];
  return dropEmpty({
    guidelines: config.guidelines,
    restrictions: config.restrictions,
    forbidden_words: client?.forbidden_words,
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
