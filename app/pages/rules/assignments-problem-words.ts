import type { AssignmentsProblem } from "../../rules/configs/assignment-rules.ts";

/** Why assignments were not kept, as a sentence for the person who entered them. A line is called a rule on their page. */
export function assignmentsProblemWords(problem: AssignmentsProblem): string {
  switch (problem.code) {
    case "value_missing":
      return `Rule ${problem.line}: Choose a value.`;
    case "value_too_long":
      return `Rule ${problem.line}: Use at most ${problem.limit} characters for a value.`;
    case "rules_missing":
      return `Rule ${problem.line}: Choose the rules to use.`;
    case "collection_missing":
      return `Rule ${problem.line}: Choose a collection from the list.`;
    case "too_many_assignments":
      return `A shop keeps at most ${problem.limit} rules.`;
    case "assigned_twice":
      return `Rules ${problem.lines.join(" and ")} ask for the same: the later one would never hold. Remove one.`;
    case "unknown_rules":
      return "A line names rules that were deleted. Choose others.";
    case "not_assignments":
      return problem.line === null ? "Check the rules." : `Rule ${problem.line}: Check the rules.`;
  }
}
