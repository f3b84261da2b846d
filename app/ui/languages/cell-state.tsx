import { Badge, type BadgeProps } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CellView } from "./languages-view.ts";

type Look = Pick<BadgeProps, "tone" | "progress">;

const looks: Record<Exclude<CellView["state"], "live">, Look> = {
  conflict: { tone: "warning", progress: "incomplete" },
  review: { tone: "attention", progress: "partiallyComplete" },
  approved: { tone: "info", progress: "partiallyComplete" },
  outdated: { tone: "warning", progress: "partiallyComplete" },
  missing: {},
};

export type StateOfCell = Pick<CellView, "state" | "count" | "isNone" | "own">;

/** How a product stands in a language, in words. @param shown customers see the language: else what is there is only ready */
export function stateWords(
  t: TFunction<"languages">,
  { state, count, isNone, own }: StateOfCell,
  shown: boolean,
): string {
  if (state === "live" && own !== undefined) return own > 0 ? t("cell.own", { count: own }) : t("market.is");
  if (state === "live") return t(shown ? "cell.live" : "cell.ready");
  if (state === "missing" && isNone) return t("cell.missingAll");
  return t(`cell.${state}`, { count });
}

/** Only what needs a person gets a badge. */
export function CellState({ cell, shown }: { cell: StateOfCell; shown: boolean }) {
  const { t } = useTranslation("languages");
  const words = stateWords(t, cell, shown);
  if (cell.state === "live") return <span className="sw-langs-live">{words}</span>;
  return <Badge {...looks[cell.state]}>{words}</Badge>;
}
