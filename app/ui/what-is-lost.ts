import { canonicalHtml } from "../lib/html/canonical-html.ts";
import { cleanHtml } from "../lib/html/clean-html.ts";
import { type FormattingKind, formattingLost } from "../lib/html/formatting-lost.ts";
import { type Loss, lossesOf } from "../lib/html/losses-of-html.ts";
import { lossNames, nameLosses } from "../lib/html/name-losses.ts";
import { formatCount } from "./numbers.ts";
import type { ContentTypeView, TextBody } from "./text-body.ts";

/** What changes from one text to another beside its words. */
export interface MarkupChange {
  losses: Loss[];
  /** styles, classes and ids that go away, in one sentence; "" when none does */
  formatting: string;
  /** formatting, pictures or links differ */
  differs: boolean;
}

export const noChange: MarkupChange = { losses: [], formatting: "", differs: false };

export function markupChange(
  type: Pick<ContentTypeView, "kind">,
  before: TextBody | null,
  after: TextBody | null,
): MarkupChange {
  if (type.kind !== "html" || typeof before !== "string" || typeof after !== "string") return noChange;
  return {
    losses: lossesOf(before, after),
    formatting: formattingSentence(before, after),
    differs: canonicalHtml(before) !== canonicalHtml(after),
  };
}

/**
 * What the live text loses when a person saves this edit: what they took out, and the styles, classes and ids that no saved
 * text keeps.
 */
export function lostBySaving(
  type: Pick<ContentTypeView, "kind">,
  live: TextBody | null,
  edit: TextBody,
): Pick<MarkupChange, "losses" | "formatting"> {
  if (type.kind !== "html" || typeof live !== "string" || typeof edit !== "string") return noChange;
  const saved = cleanHtml(edit, { by: "person", live });
  return { losses: lossesOf(live, saved), formatting: formattingSentence(live, saved) };
}

/** "The new text drops 1 image and 2 links." */
export function lossSentence(losses: readonly Loss[], what = "The new text"): string {
  return `${what} drops ${nameLosses(losses)}.`;
}

const formattingNames: Record<FormattingKind, [one: string, many: string]> = {
  style: ["style", "styles"],
  class: ["class", "classes"],
  id: ["anchor (id)", "anchors (ids)"],
};

/** "Formatting of the live text is lost: 3 styles and 1 class." */
export function formattingSentence(before: string, after: string): string {
  const counts = [...formattingLost(before, after)].map(
    ([kind, count]) => `${formatCount(count)} ${formattingNames[kind][count === 1 ? 0 : 1]}`,
  );
  return counts.length === 0 ? "" : `Formatting of the live text is lost: ${new Intl.ListFormat("en").format(counts)}.`;
}

/** "Image: Size chart" */
export function lossName({ kind, name }: Loss): string {
  const label = lossNames[kind][0];
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}${name === "" ? "" : `: ${name}`}`;
}
