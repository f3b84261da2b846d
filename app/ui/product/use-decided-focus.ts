import { type RefObject, useEffect, useRef } from "react";

/**
 * A decision takes away the button that was pressed, and the focus with it: then the card has it, instead of the page's
 * beginning. Only where the person was in this card last.
 * @param state changes when something was decided
 */
export function useDecidedFocus(card: RefObject<HTMLElement>, state: string): void {
  const was = useRef(state);
  const inside = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      inside.current = target instanceof Node && card.current?.contains(target) === true;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [card]);
  useEffect(() => {
    if (state === was.current) return;
    was.current = state;
    const { activeElement } = document;
    if (inside.current && (activeElement === null || activeElement === document.body)) {
      card.current?.focus({ preventScroll: true });
    }
  }, [state, card]);
}
