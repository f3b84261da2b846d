import type { i18n } from "i18next";
import { formatsOf } from "../../i18n/formats.ts";
import { lossCounts } from "../../ui/what-is-lost.ts";
import type { Losses } from "../../versions/approved-losses.ts";

/** E.g. "2 of the approved texts drop 3 images of the live texts."; "" for none. */
export function lossesWords(
  { t, language, getFixedT }: Pick<i18n, "t" | "language" | "getFixedT">,
  losses: Losses | null,
): string {
  if (!losses) return "";
  const { texts, all, lost } = losses;
  const what = lossCounts(getFixedT(language, "texts"), formatsOf(language), lost);
  return t(all ? "answers:products.losses" : "answers:products.lossesAtLeast", { count: texts, what });
}
