import type { z } from "zod";

/** What is wrong with one field, e.g. content_types.title.character_limit. */
export interface FieldProblem {
  /** "" is the whole */
  field: string;
  /** what is expected */
  reason: string;
  /** the reason behind the field's address */
  message: string;
}

/** Nobody corrects more at a time, and each problem is sent, kept and shown. */
export const mostProblems = 20;
const longestField = 200;

/** A schema's first errors by field, in words for the person who wrote them. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  const problems = error.issues.slice(0, mostProblems).flatMap((issue) => {
    const field = issue.path.map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [fieldProblem(field, issue.message)];
    const keys = issue.keys.slice(0, mostProblems);
    return keys.map((key) => fieldProblem(field === "" ? key : `${field}.${key}`, "there is no such field"));
  });
  return problems.slice(0, mostProblems);
}

export function fieldProblem(address: string, reason: string): FieldProblem {
  const field = address.length > longestField ? `${address.slice(0, longestField)}…` : address;
  return { field, reason, message: field === "" ? reason : `${field}: ${reason}` };
}
