import type { TFunction } from "i18next";
import type { Formats } from "../i18n/formats.ts";
import { canonicalHtml } from "../lib/html/canonical-html.ts";
import { cleanHtml } from "../lib/html/clean-html.ts";
import { type FormattingKind, formattingLost } from "../lib/html/formatting-lost.ts";
import { type Loss, type LossKind, lossesOf } from "../lib/html/losses-of-html.ts";
import { countLosses, type LossCounts, lossNames } from "../lib/html/name-losses.ts";
import type { ContentTypeView, TextBody } from "./text-body.ts";

/** What changes from one text to another beside its words. */
export interface MarkupChange {
  losses: Loss[];
  /** how many styles, classes and ids go away */
  formatting: ReadonlyMap<FormattingKind, number>;
  /** formatting, pictures or links differ */
  differs: boolean;
}

export const noChange: MarkupChange = { losses: [], formatting: new Map(), differs: false };

export function markupChange(
  type: Pick<ContentTypeView, "kind">,
  before: TextBody | null,
  after: TextBody | null,
): MarkupChange {
  if (type.kind !== "html" || typeof before !== "string" || typeof after !== "string") return noChange;
  return {
    losses: lossesOf(before, after),
    formatting: formattingLost(before, after),
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
  return { losses: lossesOf(live, saved), formatting: formattingLost(live, saved) };
}

type Words = TFunction<"texts">;

/** "1 image and 2 links"; "" for nothing. */
export function lossCounts(t: Words, { list }: Formats, counts: LossCounts): string {
  const named = (Object.keys(lossNames) as LossKind[]).flatMap((kind) =>
    counts[kind] ? [t(`loss.count.${kind}`, { count: counts[kind] })] : [],
  );
  return list(named);
}

/** "The new text drops 1 image and 2 links." */
export function lossSentence(
  t: Words,
  formats: Formats,
  losses: readonly Loss[],
  what: "new" | "version" = "new",
): string {
  return t(`loss.${what}`, { what: lossCounts(t, formats, countLosses(losses)) });
}

/** "Formatting of the live text is lost: 3 styles and 1 class."; "" when none is */
export function formattingSentence(t: Words, { list }: Formats, formatting: MarkupChange["formatting"]): string {
  const counts = [...formatting].map(([kind, count]) => t(`loss.count.${kind}`, { count }));
  return counts.length === 0 ? "" : t("loss.formatting", { what: list(counts) });
}

/** "Image: Size chart" */
export function lossName(t: Words, { kind, name }: Loss): string {
  const label = t(`loss.one.${kind}`);
  return name === "" ? label : t("loss.named", { kind: label, name });
}
