import type { i18n } from "i18next";
import type { AssignmentsProblem } from "../../rules/configs/assignment-rules.ts";

/** Why assignments were not kept, as a sentence for the person who entered them. A line is called a rule on their page. */
export function assignmentsProblemWords(t: i18n["t"], problem: AssignmentsProblem): string {
  switch (problem.code) {
    case "value_missing":
    case "rules_missing":
    case "collection_missing":
      return t(`answers:assignments.${problem.code}`, { line: problem.line });
    case "value_too_long":
      return t("answers:assignments.value_too_long", { line: problem.line, limit: problem.limit });
    case "too_many_assignments":
      return t("answers:assignments.too_many_assignments", { limit: problem.limit });
    case "assigned_twice":
      return t("answers:assignments.assigned_twice", { lines: problem.lines.map(String) });
    case "unknown_rules":
      return t("answers:assignments.unknown_rules");
    case "not_assignments": {
      const { line } = problem;
      return line === null
        ? t("answers:assignments.not_assignments")
        : t("answers:assignments.not_assignmentsAt", { line });
    }
  }
}
