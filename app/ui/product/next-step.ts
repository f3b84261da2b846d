import type { TextView, VersionView } from "./product-detail-view.ts";

/** What a product asks of a person next: its dark button. */
export type ProductStep =
  /** decided below, text by text: overwriting a person's words is no default */
  | { kind: "conflict"; texts: TextView[] }
  /** drafts that no check blocks */
  | { kind: "approve"; versions: VersionView[] }
  | { kind: "publish"; texts: TextView[] }
  | { kind: "write" }
  | { kind: "none" };

/** Drafts that can be approved together: no check blocks them. */
export function approvable(texts: readonly TextView[]): VersionView[] {
  return texts.flatMap(({ newest }) => (newest?.state === "draft" && !newest.blocked ? [newest] : []));
}

/** Texts that wait to be published. */
export function publishable(texts: readonly TextView[]): TextView[] {
  return texts.filter(({ type, approved, conflict }) => type.published !== false && approved !== null && !conflict);
}

export function productStep(texts: readonly TextView[]): ProductStep {
  const conflicts = texts.filter(({ conflict }) => conflict !== null);
  if (conflicts.length > 0) return { kind: "conflict", texts: conflicts };
  const versions = approvable(texts);
  if (versions.length > 0) return { kind: "approve", versions };
  const approved = publishable(texts);
  if (approved.length > 0) return { kind: "publish", texts: approved };
  return texts.every(({ newest }) => newest === null) ? { kind: "write" } : { kind: "none" };
}
