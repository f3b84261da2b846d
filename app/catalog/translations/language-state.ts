import type { ContentState } from "../../db/schema/index.ts";

/**
 * What a product asks for in one language, the most urgent thing first: a conflict to decide, drafts to review, approved texts to
 * publish, texts whose source changed since, texts that are missing there; else all is there.
 */
export const languageStates = ["conflict", "review", "approved", "outdated", "missing", "live"] as const;
export type LanguageState = (typeof languageStates)[number];

/** The states of a target in which drafts wait for a person. */
export const reviewStates: readonly ContentState[] = ["needs_review", "warned", "blocked"];

/**
 * @param texts.lacking bits of `missingBit`: texts that the shop wants and has in its own language, and not in this one
 * @param texts.outdated Shopify says of at least one text that its source changed
 */
export function languageStateOf(texts: {
  contentState: ContentState;
  lacking: number;
  outdated: boolean;
}): LanguageState {
  const { contentState, lacking, outdated } = texts;
  if (contentState === "conflict") return "conflict";
  if (reviewStates.includes(contentState)) return "review";
  if (contentState === "approved") return "approved";
  if (outdated) return "outdated";
  return lacking === 0 ? "live" : "missing";
}
