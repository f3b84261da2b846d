import { canonicalHtml } from "../lib/html/canonical-html.ts";
import { type Loss, type LossKind, lossesOf } from "../lib/html/losses-of-html.ts";
import type { ContentTypeView, TextBody } from "./text-body.ts";

/** What changes from one text to another beside its words. */
export interface MarkupChange {
  losses: Loss[];
  /** formatting, pictures or links differ */
  differs: boolean;
}

export const noChange: MarkupChange = { losses: [], differs: false };

export function markupChange(
  type: Pick<ContentTypeView, "kind">,
  before: TextBody | null,
  after: TextBody | null,
): MarkupChange {
  if (type.kind !== "html" || typeof before !== "string" || typeof after !== "string") return noChange;
  return { losses: lossesOf(before, after), differs: canonicalHtml(before) !== canonicalHtml(after) };
}

const names: Record<LossKind, [one: string, many: string]> = {
  image: ["image", "images"],
  video: ["video", "videos"],
  link: ["link", "links"],
  table: ["table", "tables"],
  heading: ["heading", "headings"],
  list: ["list", "lists"],
  bold: ["bold passage", "bold passages"],
};

/** "The new text drops 1 image and 2 links." */
export function lossSentence(losses: readonly Loss[]): string {
  const counts = (Object.keys(names) as LossKind[]).flatMap((kind) => {
    const count = losses.filter((loss) => loss.kind === kind).length;
    return count === 0 ? [] : [`${count} ${names[kind][count === 1 ? 0 : 1]}`];
  });
  return `The new text drops ${new Intl.ListFormat("en").format(counts)}.`;
}

/** "Image: Size chart" */
export function lossName({ kind, name }: Loss): string {
  const label = names[kind][0];
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}${name === "" ? "" : `: ${name}`}`;
}
