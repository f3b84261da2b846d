import type { KeywordsProblem } from "../../catalog/own-keywords.ts";
import type { AttributesProblem } from "../../catalog/write-own-attributes.ts";

/** Why a product's own attributes or keywords were not kept, as a sentence for the person who entered them. */
export function factsProblemWords(problem: AttributesProblem | KeywordsProblem): string {
  switch (problem.code) {
    case "attribute_name_missing":
      return "Give every attribute a name.";
    case "attribute_name_too_long":
      return `Keep the name of an attribute within ${problem.limit} characters.`;
    case "attribute_value_too_long":
      return `Keep the value of an attribute within ${problem.limit} characters.`;
    case "attribute_named_twice":
      return "Name each attribute only once.";
    case "too_many_attributes":
      return `Keep at most ${problem.limit} attributes of your own.`;
    case "not_attributes":
      return "Check the attributes.";
    case "keyword_group_name_missing":
      return "Give every keyword group a name.";
    case "keyword_group_name_too_long":
      return `Keep the name of a group within ${problem.limit} characters.`;
    case "keyword_too_long":
      return `Keep each keyword within ${problem.limit} characters.`;
    case "too_many_keywords":
      return `Keep at most ${problem.limit} keywords in a group.`;
    case "too_many_keyword_groups":
      return `Keep at most ${problem.limit} keyword groups of your own.`;
    case "keyword_group_named_twice":
      return "Name each keyword group only once.";
    case "not_keywords":
      return "Check the keywords.";
  }
}
