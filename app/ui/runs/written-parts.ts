import type { TFunction } from "i18next";
import type { WrittenView } from "./run-view.ts";

/** "381 without findings", "31 with warnings", "10 blocked": what is none of, is left out. */
export function writtenParts(t: TFunction<"runs">, { clean, warned, blocked, nothing }: WrittenView): string[] {
  return [
    clean > 0 ? t("result.clean", { count: clean }) : "",
    warned > 0 ? t("result.warned", { count: warned }) : "",
    blocked > 0 ? t("result.blocked", { count: blocked }) : "",
    nothing > 0 ? t("result.nothing", { count: nothing }) : "",
  ].filter((part) => part !== "");
}
