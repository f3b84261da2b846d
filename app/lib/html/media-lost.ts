import { type Loss, type LossKind, lossesOf } from "./losses-of-html.ts";

/** New words cannot replace these. */
const media: ReadonlySet<LossKind> = new Set(["image", "video", "table", "link"]);

/** The pictures, videos, tables and links of one text that another lacks. */
export function mediaLost(before: string, after: string): Loss[] {
  if (!/<(?:img|iframe|video|embed|table|dl|a)[\s>/]/i.test(before)) return [];
  return lossesOf(before, after).filter(({ kind }) => media.has(kind));
}
