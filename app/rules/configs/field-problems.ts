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

/** A schema's errors by field, in words for the person who wrote them. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [problem(field, issue.message)];
    return issue.keys.map((key) => problem(field === "" ? key : `${field}.${key}`, "there is no such field"));
  });
}

function problem(field: string, reason: string): FieldProblem {
  return { field, reason, message: field === "" ? reason : `${field}: ${reason}` };
}
