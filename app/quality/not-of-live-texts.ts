import type { Code } from "../rules/check-codes.ts";

/**
 * What a live text is not asked for: it was not written by the rules of today, what its own merchant states needs no other
 * fact, and its markup is the shop's own.
 */
export const notOfLiveTexts: ReadonlySet<string> = new Set<Code>([
  "BELOW_LENGTH", "ECHO", "UNSUPPORTED_FACT", "UNSAFE_HTML", "LOST_MEDIA", "MISSING_KEYWORD", "MISSING_CLAIM", "MISSING_DISCLAIMER",
  "IMAGE_UNSEEN",
]); // biome-ignore format: a list of names
