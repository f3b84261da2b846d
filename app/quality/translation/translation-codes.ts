import type { Code } from "../../rules/check-codes.ts";

/** What a translation is held to beside its source. */
export const translationCodes = [
  "NUMBERS_DIFFER",
  "TOKENS_DIFFER",
  "MEANING_DIFFERS",
  "MARKUP_DIFFERS",
  "LENGTH_DIFFERS",
  "CONVENTIONS",
  "ECHO",
  "WRONG_LANGUAGE",
] as const satisfies Code[];
