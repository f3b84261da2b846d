import { z } from "zod";
import { codedIssues } from "../../lib/coded-issues.ts";

/** What a schema expects that is not there, as zod finds it. */
export type SchemaReason =
  /** names of types as zod has them: string, array, record … */
  | { code: "wrong_type"; expected: string; received: string }
  /** `of`: of what the amount is, e.g. string or array; a number is small itself. `inclusive`: the limit itself is fine */
  | { code: "too_small" | "too_big"; of: string; limit: string; inclusive: boolean }
  | { code: "no_option"; options: string[] }
  /** a name in a record of `of` that cannot be one */
  | { code: "wrong_key"; of: string }
  | { code: "not_valid" };

/** What is wrong with a name or description of rules. `limit`: characters. */
export type NamingReason =
  | { code: "label_missing" }
  | { code: "label_too_long"; limit: number }
  | { code: "name_malformed" }
  | { code: "description_empty" }
  | { code: "description_too_long"; limit: number };

/**
 * What is above a limit: entries of a list or map, characters of one of them or of a text, bytes of all rules, keywords that
 * one text has to use.
 */
export interface LimitReason {
  code: "too_many_entries" | "entry_too_long" | "text_too_long" | "rules_too_large" | "too_many_keywords";
  limit: number;
  length: number;
}

/** Why a field of rules cannot be as it is. */
export type FieldReason =
  | SchemaReason
  | NamingReason
  | LimitReason
  | { code: "no_such_field" }
  /** an entry of a list */
  | { code: "no_text" }
  /** among so many others that nobody looks at each */
  | { code: "many_are_no_texts" }
  /** other rules of the shop, or a preset, have it */
  | { code: "label_taken"; label: string };

/** What is wrong with one field, e.g. content_types.title.character_limit. */
export interface FieldProblem {
  /** "" is the whole */
  field: string;
  reason: FieldReason;
}

/** At least one. */
export type FieldProblems = [FieldProblem, ...FieldProblem[]];

/** For the schemas of a name and a description. */
export const namingIssues = codedIssues<NamingReason>();

/** Nobody corrects more at a time, and each problem is sent, kept and shown. */
export const mostProblems = 20;
const longestField = 200;

/** A schema's first errors by field. @param error of a value that was parsed with `reportInput` */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  const problems = error.issues.slice(0, mostProblems).flatMap((issue) => {
    const field = issue.path.map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [fieldProblem(field, reasonOf(issue))];
    const keys = issue.keys.slice(0, mostProblems);
    return keys.map((key) => fieldProblem(field === "" ? key : `${field}.${key}`, { code: "no_such_field" }));
  });
  return problems.slice(0, mostProblems);
}

export function fieldProblem(address: string, reason: FieldReason): FieldProblem {
  return { field: address.length > longestField ? `${address.slice(0, longestField)}…` : address, reason };
}

/** undefined for none. */
export function atLeastOne([first, ...more]: readonly FieldProblem[]): FieldProblems | undefined {
  return first && [first, ...more];
}

function reasonOf(issue: z.core.$ZodIssue): FieldReason {
  const known = namingIssues.of(issue);
  if (known) return known;
  switch (issue.code) {
    case "invalid_type":
      return { code: "wrong_type", expected: issue.expected, received: z.core.util.parsedType(issue.input) };
    case "too_small":
      return { code: "too_small", of: issue.origin, limit: String(issue.minimum), inclusive: issue.inclusive ?? false };
    case "too_big":
      return { code: "too_big", of: issue.origin, limit: String(issue.maximum), inclusive: issue.inclusive ?? false };
    case "invalid_value":
      return { code: "no_option", options: issue.values.map(String) };
    case "invalid_key":
      return { code: "wrong_key", of: issue.origin };
    default:
      return { code: "not_valid" };
  }
}
