import { blocks, type FindingView } from "../marks/finding-view.ts";
import type { DockActionId } from "./dock-row.ts";

/** How the dock speaks of a finding. */
export type FindingSort =
  | "contradiction"
  /** no fact says so, and a shop must be able to prove it */
  | "provable"
  /** no fact says so */
  | "unsupported"
  | "forbidden"
  | "unfinished"
  | "near_duplicate"
  | "other";

const sorts: Record<string, FindingSort> = {
  CONTRADICTED_FACT: "contradiction",
  UNSUPPORTED_FACT: "unsupported",
  FORBIDDEN_WORD: "forbidden",
  OMITTED_KEYWORD_USED: "forbidden",
  PLACEHOLDER: "unfinished",
  REFUSAL: "unfinished",
  DUPLICATE: "near_duplicate",
};

export function sortOf({ code, severity, product }: Pick<FindingView, "code" | "severity" | "product">): FindingSort {
  const sort = sorts[code] ?? "other";
  if (sort === "unsupported" && severity === "block") return "provable";
  if (sort === "near_duplicate" && product === null) return "other";
  return sort;
}

const offered: Record<FindingSort, readonly DockActionId[]> = {
  contradiction: ["useWords", "keep", "correct"],
  provable: ["leaveOut", "addFact", "keep"],
  unsupported: ["leaveOut", "addFact", "keep"],
  forbidden: ["leaveOut", "keep"],
  unfinished: ["edit"],
  near_duplicate: ["again", "showBoth", "keep"],
  other: ["edit", "keep"],
};

/** What a person can do about a finding, the likeliest first. What nobody can decide can only be edited. */
export function actionsOfFinding(finding: FindingView): readonly DockActionId[] {
  if (finding.fixed || finding.id === null) return ["edit"];
  const actions = offered[sortOf(finding)];
  // Without words to take out there is nothing to leave out.
  return finding.quote === null ? actions.map((one) => (one === "leaveOut" ? "edit" : one)) : actions;
}

/** The dark button: only what holds the product back has one of its own. */
export function primaryOfFinding(finding: FindingView): DockActionId | null {
  return blocks(finding) ? (actionsOfFinding(finding)[0] ?? null) : null;
}
