import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Asking } from "./asking.ts";
import { returnFocusWithin } from "./focus-region.ts";
import type { Hint } from "./hint.ts";
import { findingsOf, isOwn, type NumberedFinding } from "./judge-product.ts";
import type { ReviewProduct } from "./review-view.ts";
import type { SessionState } from "./session-state.ts";
import { showMark } from "./show-mark.ts";
import type { ShownSide } from "./text-slot.tsx";
import { useReadyMark } from "./use-ready-mark.ts";

/** Dialogs of the review. */
export type Opened = "bulk" | "conflicts" | "help" | "publish" | null;

/** What a person looks at of the product before them. */
export interface ReviewView {
  product: ReviewProduct | null;
  findings: readonly NumberedFinding[];
  focused: NumberedFinding | null;
  /** it is for somebody else to approve */
  passes: boolean;
  /** the finding that the dock asks about, of those of the product */
  focusFinding(index: number): void;
  /** to another finding, from the last one to the first */
  stepFinding(by: 1 | -1): void;
  side: ShownSide;
  setSide(side: ShownSide): void;
  asking: Asking;
  setAsking(asking: Asking): void;
  hint: Hint;
  setHint(hint: Hint): void;
  opened: Opened;
  setOpened(opened: Opened): void;
  /** the name of the text that the person stands on */
  textAt: string | null;
  setTextAt(name: string): void;
  stepText(by: 1 | -1): void;
  /** the name of the text that is edited */
  editing: string | null;
  setEditing(name: string | null): void;
  /** the fact's words are shown in the place of those that they would replace */
  preview: boolean;
  setPreview(looking: boolean): void;
  region: RefObject<HTMLDivElement>;
  heading: RefObject<HTMLHeadingElement>;
  focusHeading(): void;
}

/** @param fourEyes who changed a text does not approve it */
export function useReviewView(
  { current: product, shownAt }: SessionState,
  { fourEyes, mayApprove }: { fourEyes: boolean; mayApprove: boolean },
): ReviewView {
  const [side, setSide] = useState<ShownSide>("new");
  const [asking, setAsking] = useState<Asking>(null);
  const [hint, setHint] = useState<Hint>(null);
  const [opened, setOpened] = useState<Opened>(null);
  const [at, setAt] = useState(0);
  const [textAt, setTextAt] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [preview, setPreview] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const findings = useMemo(() => (product ? findingsOf(product) : []), [product]);
  const index = Math.min(at, findings.length - 1);
  const focused = findings[index] ?? null;
  const shownId = product ? `${product.id} ${product.seq}` : null;

  // Another product: nothing of the former one stays open, and who cannot see it hears of it.
  useEffect(() => {
    setAt(0);
    setTextAt(null);
    setAsking(null);
    setHint(null);
    setEditing(null);
    setPreview(false);
    // At the end of a queue keys count too: the last decision is taken back, and what is approved published.
    (shownId === null ? region : heading).current?.focus({ preventScroll: true });
  }, [shownId]);
  useReadyMark(region, shownAt);
  useEffect(() => returnFocusWithin(region, heading), []);
  useEffect(() => {
    if (focused && region.current) return showMark(region.current, focused.number);
  }, [focused]);

  const stepText = (by: 1 | -1) => {
    const slots = [...(region.current?.querySelectorAll<HTMLElement>("[data-slot]") ?? [])];
    const from = slots.findIndex((slot) => slot.dataset.slot === textAt);
    const next = slots[(from + by + slots.length) % Math.max(1, slots.length)];
    next?.focus();
    setTextAt(next?.dataset.slot ?? null);
  };
  return {
    passes: product !== null && (!mayApprove || (fourEyes && isOwn(product))),
    ...{
      product,
      findings,
      focused,
      side,
      setSide,
      asking,
      setAsking,
      hint,
      setHint,
      opened,
      setOpened,
      textAt,
      setTextAt,
      stepText,
    },
    ...{ editing, setEditing, preview, setPreview, region, heading },
    // Who goes to a finding stands on its text from then on.
    focusFinding(one) {
      setAt(Math.max(0, one));
      setTextAt(null);
    },
    stepFinding(by) {
      setAt((index + by + findings.length) % Math.max(1, findings.length));
      setTextAt(null);
    },
    focusHeading: () => heading.current?.focus({ preventScroll: true }),
  };
}
