import type { StoredWarning } from "../db/schema/index.ts";

/**
 * Every code a check can give, with what it does. `block`: the text cannot be approved in bulk, only by a person who
 * overrides it. `repair`: the model is asked again. A finding may carry a lighter or heavier severity than its code.
 */
export const rules = {
  EXCEED_LENGTH: { severity: "warn", repair: true },
  BELOW_LENGTH: { severity: "warn", repair: true },
  PLACEHOLDER: { severity: "block", repair: true },
  REFUSAL: { severity: "block", repair: true },
  ECHO: { severity: "block", repair: true },
  WRONG_LANGUAGE: { severity: "block", repair: true },
  // A fact says otherwise: another value, another place, a denied property.
  CONTRADICTED_FACT: { severity: "block", repair: true },
  // No fact says so. Of what a shop must be able to prove it blocks, of other statements it warns: its findings say which.
  UNSUPPORTED_FACT: { severity: "block", repair: true },
  UNSAFE_HTML: { severity: "block", repair: true },
  FOREIGN_LINK: { severity: "block", repair: true },
  // The prompt holds no pictures and links of the live text, so another call would not bring them back.
  LOST_MEDIA: { severity: "block", repair: false },
  FORBIDDEN_WORD: { severity: "block", repair: true },
  OMITTED_KEYWORD_USED: { severity: "block", repair: true },
  MISSING_KEYWORD: { severity: "warn", repair: true },
  MISSING_CLAIM: { severity: "block", repair: true },
  MISSING_DISCLAIMER: { severity: "block", repair: true },
  ALL_CAPS: { severity: "warn", repair: true },
  DUPLICATE: { severity: "warn", repair: true },
  GLOSSARY: { severity: "warn", repair: true },
  CHANNEL_RULE: { severity: "warn", repair: true },
  ALT_TEXT: { severity: "warn", repair: true },
  IMAGE_UNSEEN: { severity: "warn", repair: false },
  // Of a translation beside its source.
  NUMBERS_DIFFER: { severity: "block", repair: true },
  TOKENS_DIFFER: { severity: "block", repair: true },
  // As an examiner says: the program has verified its quotes only.
  MEANING_DIFFERS: { severity: "warn", repair: true },
  MARKUP_DIFFERS: { severity: "block", repair: true },
  LENGTH_DIFFERS: { severity: "warn", repair: true },
  CONVENTIONS: { severity: "warn", repair: true },
} as const satisfies Record<string, { severity: StoredWarning["severity"]; repair: boolean }>;

export type Code = keyof typeof rules;

/**
 * The bit of each code in `product_findings.codes`. Stored: a bit that was given to a code is never given to another one.
 */
export const findingBit: Readonly<Record<Code, number>> = {
  EXCEED_LENGTH: 1 << 0, BELOW_LENGTH: 1 << 1, PLACEHOLDER: 1 << 2, REFUSAL: 1 << 3, ECHO: 1 << 4, WRONG_LANGUAGE: 1 << 5,
  CONTRADICTED_FACT: 1 << 6, UNSUPPORTED_FACT: 1 << 7, UNSAFE_HTML: 1 << 8, FOREIGN_LINK: 1 << 9, LOST_MEDIA: 1 << 10,
  FORBIDDEN_WORD: 1 << 11, OMITTED_KEYWORD_USED: 1 << 12, MISSING_KEYWORD: 1 << 13, MISSING_CLAIM: 1 << 14,
  MISSING_DISCLAIMER: 1 << 15, ALL_CAPS: 1 << 16, DUPLICATE: 1 << 17, GLOSSARY: 1 << 18, CHANNEL_RULE: 1 << 19,
  ALT_TEXT: 1 << 20, IMAGE_UNSEEN: 1 << 21, NUMBERS_DIFFER: 1 << 22, TOKENS_DIFFER: 1 << 23, MARKUP_DIFFERS: 1 << 24,
  LENGTH_DIFFERS: 1 << 25, CONVENTIONS: 1 << 26, MEANING_DIFFERS: 1 << 27,
}; // biome-ignore format: a table

/** A config may change what these do. Script and template code in a text is nothing that a shop can allow. */
export const configurableCodes = (Object.keys(rules) as Code[]).filter(isConfigurable) as [ConfigurableCode];

type ConfigurableCode = Exclude<Code, "UNSAFE_HTML">;

function isConfigurable(code: Code): code is ConfigurableCode {
  return code !== "UNSAFE_HTML";
}
