import type { TFunction } from "i18next";
import type { LanguagesSelection, TranslatePlanView } from "./translate-choice.ts";

type Words = TFunction<"languages">;
type Counted = Pick<TranslatePlanView, "asked" | "reused" | "products" | "exact">;

/** What the dialog about a run is called; of many products the texts are not known, and the products are estimated. */
export function translateTitle(t: Words, plan: Counted | null): string {
  if (plan === null) return t("translate.titleOpen");
  if (plan.exact) return t("translate.title", { count: plan.asked + plan.reused });
  return estimated(t, plan);
}

/** What its button says. @param isWhole languages and texts are chosen */
export function translateAct(t: Words, plan: Counted | null, isWhole: boolean): string {
  if (plan === null && isWhole) return t("translate.counting");
  if (plan === null || plan.exact) return t("translate.act", { count: plan === null ? 0 : plan.asked + plan.reused });
  return estimated(t, plan);
}

// None among those that were looked at may still be some among all.
function estimated(t: Words, { products }: Counted): string {
  return products === 0 ? t("translate.titleOpen") : t("translate.aboutProducts", { count: products });
}

/** The question before translations are approved: a language's numbers are not those of a search in it. */
export function approveTitle(
  t: Words,
  asked: { selection: LanguagesSelection; market?: { name: string } | null; count: number },
): string {
  const { search, kind } = asked.selection.languages;
  const { market, count } = asked;
  if (market && search.trim() !== "") return t("bulk.titleFoundFor", { market: market.name, search });
  if (market && kind !== undefined) return t("kinds.approveFor", { market: market.name, count });
  if (market) return t("bulk.titleFor", { market: market.name, count });
  if (kind !== undefined && search.trim() === "") return t("kinds.approve", { count: asked.count });
  return search.trim() === "" ? t("bulk.title", { count: asked.count }) : t("bulk.titleFound", { search });
}
