import type { PaginationProps } from "@shopify/polaris";

/**
 * The turning of a table's pages by cursor: on to the next, back to the first only.
 * @returns undefined where everything is on one page
 */
export function pageTurns(turns: {
  later: boolean;
  hasNext: boolean;
  onNext(): void;
  onFirst(): void;
  /** e.g. "Back to the newest" */
  back: string;
  /** what is turned, for screen readers */
  label: string;
}): PaginationProps | undefined {
  if (!turns.later && !turns.hasNext) return undefined;
  return {
    hasNext: turns.hasNext,
    hasPrevious: turns.later,
    onNext: turns.onNext,
    onPrevious: turns.onFirst,
    previousTooltip: turns.back,
    accessibilityLabel: turns.label,
  };
}
