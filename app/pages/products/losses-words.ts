import { nameLossCounts } from "../../lib/html/name-losses.ts";
import type { Losses } from "../../versions/approved-losses.ts";

/** E.g. "2 of the approved texts drop 3 images of the live texts."; "" for none. */
export function lossesWords(losses: Losses | null): string {
  if (!losses) return "";
  const { texts, all, lost } = losses;
  const verb = texts === 1 ? "drops" : "drop";
  return `${all ? "" : "At least "}${texts} of the approved texts ${verb} ${nameLossCounts(lost)} of the live texts.`;
}
