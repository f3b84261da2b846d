import type { Code } from "./check-codes.ts";

/**
 * Where a finding belongs in the MQM core typology: one of its seven dimensions, and the error type within it, null where the
 * finding is of the dimension as a whole.
 *
 * This program uses the error types of Multidimensional Quality Metrics (MQM), © Deutsches Forschungszentrum für Künstliche
 * Intelligenz (DFKI) and QTLaunchPad, https://www.qt21.eu/mqm-definition, licensed under CC BY 4.0. The table below is ours and
 * no part of MQM.
 * @see https://themqm.org/error-types-2/typology
 */
interface MqmType {
  dimension:
    | "terminology"
    | "accuracy"
    | "linguistic_conventions"
    | "style"
    | "locale_conventions"
    | "audience_appropriateness"
    | "design_and_markup";
  type: string | null;
}

const term = { dimension: "terminology", type: "inconsistent_with_terminology_resource" } as const;
const omission = { dimension: "accuracy", type: "omission" } as const;
const untranslated = { dimension: "accuracy", type: "untranslated" } as const;
const mistranslation = { dimension: "accuracy", type: "mistranslation" } as const;
const ownStyle = { dimension: "style", type: "organizational_style" } as const;
const othersStyle = { dimension: "style", type: "third_party_style" } as const;
const markup = { dimension: "design_and_markup", type: "markup_tag" } as const;
const expansion = { dimension: "design_and_markup", type: "truncation_text_expansion" } as const;

/** Of each code, as other programs read findings. */
export const mqmTypes: Readonly<Record<Code, MqmType>> = {
  EXCEED_LENGTH: expansion,
  BELOW_LENGTH: ownStyle,
  PLACEHOLDER: { dimension: "design_and_markup", type: "missing_text" },
  REFUSAL: { dimension: "audience_appropriateness", type: null },
  ECHO: untranslated,
  WRONG_LANGUAGE: untranslated,
  CONTRADICTED_FACT: mistranslation,
  UNSUPPORTED_FACT: { dimension: "accuracy", type: "addition" },
  UNSAFE_HTML: markup,
  FOREIGN_LINK: { dimension: "design_and_markup", type: "link_cross_reference" },
  LOST_MEDIA: { dimension: "design_and_markup", type: "graphics_and_tables" },
  FORBIDDEN_WORD: term,
  OMITTED_KEYWORD_USED: term,
  MISSING_KEYWORD: ownStyle,
  MISSING_CLAIM: omission,
  MISSING_DISCLAIMER: omission,
  ALL_CAPS: { dimension: "linguistic_conventions", type: "spelling" },
  DUPLICATE: ownStyle,
  GLOSSARY: term,
  CHANNEL_RULE: othersStyle,
  ALT_TEXT: othersStyle,
  IMAGE_UNSEEN: { dimension: "accuracy", type: null },
  NUMBERS_DIFFER: mistranslation,
  TOKENS_DIFFER: { dimension: "accuracy", type: "do_not_translate" },
  MEANING_DIFFERS: mistranslation,
  MARKUP_DIFFERS: markup,
  LENGTH_DIFFERS: expansion,
  CONVENTIONS: { dimension: "locale_conventions", type: null },
};
