import type english from "../../i18n/en/marks.ts";

type Dimension = keyof typeof english.dimension;

/** What part of a text's quality a finding is about, by its code: the dimensions of MQM, as the rules have them. */
export const dimensions: Readonly<Record<string, Dimension>> = {
  ALL_CAPS: "linguistic_conventions", ALT_TEXT: "style", BELOW_LENGTH: "style", CHANNEL_RULE: "style", CONTRADICTED_FACT: "accuracy",
  CONVENTIONS: "locale_conventions", DUPLICATE: "style", ECHO: "accuracy", EXCEED_LENGTH: "design_and_markup",
  FORBIDDEN_WORD: "terminology", FOREIGN_LINK: "design_and_markup", GLOSSARY: "terminology", IMAGE_UNSEEN: "accuracy",
  LENGTH_DIFFERS: "design_and_markup", LOST_MEDIA: "design_and_markup", MARKUP_DIFFERS: "design_and_markup", MEANING_DIFFERS: "accuracy",
  MISSING_CLAIM: "accuracy", MISSING_DISCLAIMER: "accuracy", MISSING_KEYWORD: "style", NUMBERS_DIFFER: "accuracy",
  OMITTED_KEYWORD_USED: "terminology", PLACEHOLDER: "design_and_markup", REFUSAL: "audience_appropriateness", TOKENS_DIFFER: "accuracy",
  UNSAFE_HTML: "design_and_markup", UNSUPPORTED_FACT: "accuracy", WRONG_LANGUAGE: "accuracy",
}; // biome-ignore format: a table

/** The key of its words; null for a code of a newer server. */
export function dimensionKey({ code }: { code: string }): `dimension.${Dimension}` | null {
  const dimension = Object.hasOwn(dimensions, code) ? dimensions[code] : undefined;
  return dimension === undefined ? null : `dimension.${dimension}`;
}
