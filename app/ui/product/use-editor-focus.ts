import { type RefObject, useEffect, useRef } from "react";
import { returnFocus } from "../return-focus.ts";

/**
 * An editor that opens has the focus and is in view, wherever it was opened from; when it closes, the focus goes to the
 * button that opens it.
 */
export function useEditorFocus(card: RefObject<HTMLElement>, editing: boolean, buttonId: string): void {
  const was = useRef(editing);
  useEffect(() => {
    if (editing === was.current) return;
    was.current = editing;
    if (!editing) {
      returnFocus(document.getElementById(buttonId), card.current);
      return;
    }
    const field = card.current?.querySelector<HTMLElement>("textarea:not([aria-hidden]), input:not([type=hidden])");
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "nearest" });
  }, [editing, buttonId, card]);
}
