import type { i18n } from "i18next";
import type { KeywordsProblem } from "../../catalog/own-keywords.ts";
import type { AttributesProblem } from "../../catalog/write-own-attributes.ts";

/** Why a product's own attributes or keywords were not kept, as a sentence for the person who entered them. */
export function factsProblemWords(t: i18n["t"], problem: AttributesProblem | KeywordsProblem): string {
  switch (problem.code) {
    case "attribute_name_missing":
    case "attribute_named_twice":
    case "not_attributes":
    case "keyword_group_name_missing":
    case "keyword_group_named_twice":
    case "not_keywords":
      return t(`answers:product.facts.${problem.code}`);
    default:
      return t(`answers:product.facts.${problem.code}`, { limit: problem.limit });
  }
}
