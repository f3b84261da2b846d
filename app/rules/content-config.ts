import { z } from "zod";
import type { TextLimits } from "../db/schema/index.ts";
import type { ChannelRule } from "./channels/channel-rule.ts";
import { configurableCodes } from "./check-codes.ts";

const texts = z.array(z.string()).nullish();
const name = z.string().min(1);

/** A use of keywords → names of keyword groups. */
const keywordGroupsSchema = z.strictObject({
  must: texts,
  should: texts,
  omit: texts,
  verbatim_must_claims: texts,
  non_verbatim_optional_claims: texts,
});

/** code of a check → what it does; a code that is not named keeps the severity of the table in `check-codes.ts` */
const checksSchema = z.partialRecord(z.enum(configurableCodes), z.enum(["block", "warn", "off"]));

const contentTypeConfigSchema = z.strictObject({
  /** what the model is asked to write */
  task: z.string().min(1),
  /** visible characters (code points); of each bullet for the family bullets */
  character_limit: z.number().int().positive().nullish(),
  guidelines: texts,
  guidelines_shortener: texts,
  restrictions: texts,
  /** text around the written one, e.g. `{{attr.brand}}, {{title}}` */
  additions: z.record(name, z.string()).nullish(),
  keyword_groups: keywordGroupsSchema.nullish(),
  /** severities for this content type; they go before the config's general ones */
  checks: checksSchema.nullish(),
});

const clientSchema = z.strictObject({
  prompt_attributes: texts,
  forbidden_words: texts,
  content_type_family_map: z.record(name, z.enum(["title", "string", "bullets"])).nullish(),
  field_map: z.record(name, z.string()).nullish(),
  validation_entities: texts,
  false_words_entity_map: z.record(name, z.string()).nullish(),
  review_attributes: texts,
  variant_data_fields: texts,
  style_guide_content_types: texts,
  tone_content_types: texts,
  skip_content_types: texts,
});

const styleGuideSchema = z.strictObject({
  tone_of_voice: z.string().nullish(),
  writing_style: z.string().nullish(),
  target_audience: z.string().nullish(),
  grammar: z.string().nullish(),
  emotional_tone: z.string().nullish(),
  punctuation: z.string().nullish(),
  language: z.string().nullish(),
  pitch: z.string().nullish(),
  choice_of_words: z.string().nullish(),
  use_of_emoticons: z.string().nullish(),
  pattern: z.string().nullish(),
  industry: z.string().nullish(),
});

/** What holds for translations into one language alone. */
const translationRulesSchema = z.strictObject({
  /** words of the shop's own language → what they are called; the shop's glossary of the language goes before them */
  translated_keywords: z.record(name, z.string()).nullish(),
  guidelines: texts,
  restrictions: texts,
  forbidden_words: texts,
  /** how the shop speaks in that language; it goes before the general style guide */
  tone_of_voice: z.string().nullish(),
});

/**
 * A merchant's rules for texts: the whole shape of Brand Brain's content config, with `keywords`, `checks` and `translations` added to it.
 */
export const contentConfigSchema = z.strictObject({
  guidelines: texts,
  guidelines_shortener: texts,
  restrictions: texts,
  keyword_groups: keywordGroupsSchema.nullish(),
  /** keyword group → terms or claims, for products that bring none of their own under that name */
  keywords: z.record(name, z.array(z.string())).nullish(),
  checks: checksSchema.nullish(),
  /** word → its replacement, "" deletes */
  word_map: z.record(z.string(), z.string()).nullish(),
  /** brand (or GENERIC) → plain sentence → the same in the brand's tone */
  tone: z.record(name, z.record(z.string(), z.string())).nullish(),
  client: clientSchema.nullish(),
  style_guide: styleGuideSchema.nullish(),
  content_types: z.record(name, contentTypeConfigSchema).nullish(),
  /** language, in any spelling (`pt-BR`, `fr_FR`) → what holds for it */
  translations: z.record(name, translationRulesSchema).nullish(),
});

export type TranslationRules = z.infer<typeof translationRulesSchema>;
export type KeywordUses = z.infer<typeof keywordGroupsSchema>;
/**
 * `html_content_types` and `place_limits` (by name of the text) are no rules of a merchant's: they are laid over a config by what
 * the shop's metafields hold and take. `channel_rules` are those of the shop, where it changed any; default: as they ship.
 * `plain_content_types` is laid over by a channel that takes no HTML.
 */
export type ContentConfig = z.infer<typeof contentConfigSchema> & {
  html_content_types?: readonly string[];
  place_limits?: Readonly<Record<string, TextLimits>>;
  channel_rules?: readonly ChannelRule[];
  plain_content_types?: readonly string[];
};
