import type { i18n } from "i18next";
import type { ViewChangedSince, ViewProblem } from "../../catalog/saved-views.ts";

/** Why a view was not kept, as a sentence for the person who named it. */
export function viewProblemWords(t: i18n["t"], problem: ViewProblem): string {
  switch (problem.code) {
    case "view_name_missing":
    case "view_gone":
      return t(`answers:products.view.${problem.code}`);
    case "view_name_too_long":
    case "too_many_views":
      return t(`answers:products.view.${problem.code}`, { limit: problem.limit });
    case "view_name_taken":
      return t("answers:products.view.view_name_taken", { name: problem.name });
  }
}

/** That somebody changed a view since the page showed it. */
export function changedViewWords(t: i18n["t"], changed: ViewChangedSince): string {
  const { name } = changed;
  return changed.field === "name"
    ? t("answers:products.view.renamed", { name, now: changed.now })
    : t("answers:products.view.filtered", { name });
}
