import type { i18n } from "i18next";
import type { ReviewCounts, ReviewFileProblem } from "../../catalog/reviews/import-reviews.ts";

/** Why nothing of a file is taken, and what to do. */
export function fileProblemWords(t: i18n["t"], problem: ReviewFileProblem): string {
  switch (problem.code) {
    case "quote_not_closed":
      return t("answers:reviews.quoteNotClosed", { row: problem.line });
    case "empty":
      return t("answers:reviews.empty");
    case "column_missing":
      return problem.field === "body" ? t("answers:reviews.noBody") : t("answers:reviews.noProduct");
    case "column_unknown":
      return t("answers:reviews.noColumn", { column: problem.column });
    case "import_gone":
      return t("answers:reviews.importGone");
  }
}

/** A sentence for each reason for which rows were left out. */
export function leftOutSentences(
  t: i18n["t"],
  { leftOut, unknownProducts }: Pick<ReviewCounts, "leftOut" | "unknownProducts">,
): string[] {
  return (["product_unknown", "no_product_named", "no_text", "hidden"] as const).flatMap((reason) => {
    const count = leftOut[reason] ?? 0;
    if (count === 0) return [];
    const sentence = t(`answers:reviews.leftOut.${reason}`, { count });
    return reason === "product_unknown" && unknownProducts.length > 0
      ? [`${sentence} ${t("answers:reviews.unknownAre", { names: unknownProducts.slice(0, 5) })}`]
      : [sentence];
  });
}
