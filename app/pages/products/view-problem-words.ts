import type { ViewChangedSince, ViewProblem } from "../../catalog/saved-views.ts";

/** Why a view was not kept, as a sentence for the person who named it. */
export function viewProblemWords(problem: ViewProblem): string {
  switch (problem.code) {
    case "view_name_missing":
      return "Give the view a name.";
    case "view_name_too_long":
      return `Use at most ${problem.limit} characters for the view's name.`;
    case "view_name_taken":
      return `There is a view named ${problem.name} already. Choose another name.`;
    case "too_many_views":
      return `A shop keeps at most ${problem.limit} views. Delete one first.`;
    case "view_gone":
      return "Somebody deleted this view. Save it under a new name.";
  }
}

/** That somebody changed a view since the page showed it. */
export function changedViewWords(changed: ViewChangedSince): string {
  const { name } = changed;
  const what =
    changed.field === "name" ? `changed the name of ${name} to ${changed.now}` : `gave ${name} other filters`;
  return `Somebody ${what} since you opened this page. Nothing was overwritten: the list shows theirs now. Do it again to keep yours.`;
}
