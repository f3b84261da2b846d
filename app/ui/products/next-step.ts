import { isOnSaleOnly, viewOf, withGap } from "./list-address.ts";
import type { GapView } from "./product-view.ts";

interface Count {
  value: number;
  capped: boolean;
}

/** What a person does next with a list: the one dark button of the page. */
export type NextStep =
  | { kind: "review"; count: number }
  | { kind: "decide"; count: number }
  | { kind: "publish"; count: number; here: boolean }
  | { kind: "update"; count: number }
  | { kind: "write"; count: number; contentType: string; gap: string; here: boolean };

/**
 * The next step of a list: what its view is for, and in the others what waits for a person, the soonest done first.
 * `here`: it is about the products of this list.
 */
export function nextStepOf(
  address: URLSearchParams,
  { shown, counts, gaps }: { shown: Count; counts: Record<string, Count>; gaps: readonly GapView[] },
): NextStep | null {
  const count = shown.value;
  const asked = address.getAll("gap");
  const gap = gaps.find(({ name }) => name === asked[0]);
  if (gap) {
    const contentType = asked.length === 1 ? gap.contentType : "";
    return count > 0 ? { kind: "write", count, contentType, gap: gap.name, here: true } : null;
  }
  const view = viewOf(address);
  if (view.id === "conflicts") return count > 0 ? { kind: "decide", count } : null;
  if (view.id === "approved") return count > 0 ? { kind: "publish", count, here: true } : null;
  if (view.id === "outdated") return count > 0 ? { kind: "update", count } : null;
  if (view.id === "review") return count > 0 ? { kind: "review", count } : null;
  const review = counts.review?.value ?? 0;
  if (review > 0) return { kind: "review", count: review };
  const largest = gaps.find((one) => one.count.value > 0);
  if (largest) {
    const { contentType, name } = largest;
    return { kind: "write", count: largest.count.value, contentType, gap: name, here: false };
  }
  const approved = counts.approved?.value ?? 0;
  return approved > 0 ? { kind: "publish", count: approved, here: false } : null;
}

/** Where the dialog for what is missing opens over the list of it. */
export function writeAddress(address: URLSearchParams, gap: string): string {
  const next = withGap(address, gap);
  if (!isOnSaleOnly(address)) next.set("sale", "all");
  next.set("write", "1");
  return `/app/products?${next}`;
}
