import type { LanguageChoice } from "./languages-view.ts";
import type { Which } from "./translate-choice.ts";

/** What a person wants done with the products of a view in some languages. */
export interface BulkAsked {
  act: "translate" | "approve" | "publish";
  view: LanguageChoice;
  locales: readonly string[];
  /** of products */
  count: number;
  /** of translating; default: what is missing */
  which?: Which;
}
