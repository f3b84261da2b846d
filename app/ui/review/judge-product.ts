import { blocks, type FindingView } from "../marks/finding-view.ts";
import type { ReviewLane, ReviewProduct, ReviewText } from "./review-view.ts";

/** A finding of a product that a person is asked about, with its number. */
export interface NumberedFinding {
  finding: FindingView;
  number: number;
  text: ReviewText;
  versionId: string;
}

/** The findings of a product's drafts, what holds it back first, numbered in that order. Those that were kept have no number. */
export function findingsOf({ texts }: Pick<ReviewProduct, "texts">): NumberedFinding[] {
  const all = texts.flatMap((text) => {
    const version = text.newest;
    if (version?.state !== "draft") return [];
    return version.findings
      .filter(({ decision }) => decision === null)
      .map((finding) => ({ finding, text, versionId: version.id }));
  });
  return all
    .sort((a, b) => Number(blocks(b.finding)) - Number(blocks(a.finding)))
    .map((one, index) => ({ ...one, number: index + 1 }));
}

/** How many findings have to be decided before the product can be approved. */
export function blockingCount(product: Pick<ReviewProduct, "texts">): number {
  return findingsOf(product).filter(({ finding }) => blocks(finding)).length;
}

/** No draft of it and no conflict waits for a decision: each was decided by itself, or elsewhere. */
export function isSettled({ texts, draftIds }: Pick<ReviewProduct, "texts" | "draftIds">): boolean {
  return draftIds.length === 0 && texts.every(({ newest, conflict }) => newest?.state !== "draft" && conflict === null);
}

/** The model offered several wordings of a text that waits. */
export function hasChoice({ newest, conflict }: Pick<ReviewText, "newest" | "conflict">): boolean {
  return newest?.state === "draft" && conflict === null && newest.wordings.length > 1;
}

/** The text is the only one of its product that waits for a decision: deciding it decides the product. */
export function isLastToDecide(
  { texts, draftIds }: Pick<ReviewProduct, "texts" | "draftIds">,
  versionId: string,
): boolean {
  return draftIds.every((id) => id === versionId) && texts.every(({ conflict }) => conflict === null);
}

/** The person wrote or changed a text of it: with four eyes somebody else approves it. */
export function isOwn({ texts }: Pick<ReviewProduct, "texts">): boolean {
  return texts.some(({ newest }) => newest?.state === "draft" && newest.mine);
}

export function laneOfProduct(product: Pick<ReviewProduct, "texts">): ReviewLane {
  if (product.texts.some(({ conflict }) => conflict !== null)) return "conflicts";
  if (blockingCount(product) > 0) return "blocked";
  return findingsOf(product).length > 0 ? "warnings" : "clean";
}

/** Where its drafts are backed: words that a fact stands behind, and how many of them the examiner found. */
export function backingOf({ texts }: Pick<ReviewProduct, "texts">): { backed: number; examined: number } {
  const drafts = texts.flatMap(({ newest }) => (newest?.state === "draft" ? [newest] : []));
  return {
    backed: drafts.reduce((sum, { evidence }) => sum + evidence.length, 0),
    examined: drafts.reduce((sum, { examinedCount }) => sum + examinedCount, 0),
  };
}
