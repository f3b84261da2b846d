import type { i18n } from "i18next";
import type english from "../../i18n/en/rules.ts";
import type { FieldPath } from "./config-draft.ts";

/**
 * How a field is edited: lines of a list, pairs of a map, named lists, tones of brands, one text, a number, content types,
 * severities of checks.
 */
export type FieldKind = "lines" | "pairs" | "groups" | "tones" | "text" | "number" | "types" | "severities";

type FieldNames = keyof typeof english.field;

export interface ConfigField {
  path: FieldPath;
  kind: FieldKind;
  /** under which name its words stand in `rules:field` */
  words: FieldNames;
}

/** What people read of a field. */
export interface FieldWords {
  label: string;
  help: string;
  /** headings of pairs and named lists, "" elsewhere */
  keyLabel: string;
  valueLabel: string;
}

/** The fields whose rows have two headings. */
const paired = [
  "word_map",
  "translated_keywords",
  "keywords",
  "tone",
  "field_map",
  "false_words_entity_map",
  "additions",
] as const;
/** What stands between braces is filled in when the text is written, not here. */
const examples = { title: "title → {{attr.brand}}, {{title}}", bullets: "bullets_1 → How to: {{bullets_1}}" };

/** The words of a field in the reader's language. */
export function wordsOfField(t: i18n["t"], { words }: Pick<ConfigField, "words">): FieldWords {
  const headed = paired.find((one) => one === words);
  return {
    label: t(`rules:field.${words}.label`),
    help: words === "additions" ? t("rules:field.additions.help", examples) : t(`rules:field.${words}.help`),
    keyLabel: headed ? t(`rules:field.${headed}.key`) : "",
    valueLabel: headed ? t(`rules:field.${headed}.value`) : "",
  };
}

const keywordUses = ["must", "should", "omit", "verbatim_must_claims", "non_verbatim_optional_claims"] as const;

function keywordFields(prefix: FieldPath): ConfigField[] {
  return keywordUses.map((use) => ({ path: [...prefix, "keyword_groups", use], kind: "lines", words: use }));
}

const styleFields = [
  ...(["tone_of_voice", "writing_style", "target_audience", "grammar", "emotional_tone", "punctuation"] as const),
  ...(["language", "pitch", "choice_of_words", "use_of_emoticons", "pattern", "industry"] as const),
] as const;

/** The fields that hold for all content types, as the editor shows them. */
export const generalFields: readonly ConfigField[] = [
  { path: ["guidelines"], kind: "lines", words: "guidelines" },
  { path: ["restrictions"], kind: "lines", words: "restrictions" },
  { path: ["guidelines_shortener"], kind: "lines", words: "guidelines_shortener" },
  { path: ["client", "forbidden_words"], kind: "lines", words: "forbidden_words" },
  { path: ["word_map"], kind: "pairs", words: "word_map" },
  { path: ["keywords"], kind: "groups", words: "keywords" },
  ...keywordFields([]),
  ...styleFields.map((name): ConfigField => ({ path: ["style_guide", name], kind: "text", words: name })),
  { path: ["client", "style_guide_content_types"], kind: "types", words: "style_guide_content_types" },
  { path: ["tone"], kind: "tones", words: "tone" },
  { path: ["client", "tone_content_types"], kind: "types", words: "tone_content_types" },
  { path: ["client", "prompt_attributes"], kind: "lines", words: "prompt_attributes" },
  { path: ["client", "field_map"], kind: "pairs", words: "field_map" },
  { path: ["client", "review_attributes"], kind: "lines", words: "review_attributes" },
  { path: ["client", "variant_data_fields"], kind: "lines", words: "variant_data_fields" },
  { path: ["client", "validation_entities"], kind: "lines", words: "validation_entities" },
  { path: ["client", "false_words_entity_map"], kind: "pairs", words: "false_words_entity_map" },
  { path: ["client", "skip_content_types"], kind: "types", words: "skip_content_types" },
  { path: ["checks"], kind: "severities", words: "checks" },
];

/** The fields of one content type. */
export function contentTypeFields(name: string): ConfigField[] {
  const prefix = ["content_types", name];
  return [
    { path: [...prefix, "task"], kind: "text", words: "task" },
    { path: [...prefix, "character_limit"], kind: "number", words: "character_limit" },
    { path: [...prefix, "guidelines"], kind: "lines", words: "ofType_guidelines" },
    { path: [...prefix, "restrictions"], kind: "lines", words: "ofType_restrictions" },
    { path: [...prefix, "guidelines_shortener"], kind: "lines", words: "ofType_guidelines_shortener" },
    { path: [...prefix, "additions"], kind: "pairs", words: "additions" },
    ...keywordFields(prefix),
    { path: [...prefix, "checks"], kind: "severities", words: "ofType_checks" },
  ];
}

/** The fields of one language, for translations into it. @param name as the rules spell it */
export function translationFields(name: string): ConfigField[] {
  const prefix = ["translations", name];
  return [
    { path: [...prefix, "translated_keywords"], kind: "pairs", words: "translated_keywords" },
    { path: [...prefix, "tone_of_voice"], kind: "text", words: "inLanguage_tone" },
    { path: [...prefix, "guidelines"], kind: "lines", words: "inLanguage_guidelines" },
    { path: [...prefix, "restrictions"], kind: "lines", words: "inLanguage_restrictions" },
    { path: [...prefix, "forbidden_words"], kind: "lines", words: "inLanguage_forbidden_words" },
  ];
}
