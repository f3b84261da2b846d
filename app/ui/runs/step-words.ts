import type { TFunction } from "i18next";
import type { NextStep } from "./next-step.ts";

/** "Review 422" */
export function stepInWords(t: TFunction<"runs">, { does, count }: NextStep): string {
  switch (does) {
    case "review":
      return t("next.review", { count });
    case "decide":
      return t("next.decide", { count });
    case "again":
      return t("page.again", { count });
    case "missing":
      return t("next.missing");
  }
}
