import type { KeyboardEvent } from "react";

/** Of a row: the text itself, which Tab stops at. */
export const stopSelector = "[data-stop]";
const row = "[data-text]";
const written = ".sw-editor [role=textbox], .sw-editor textarea, .sw-editor input";
const buttons = ".sw-tr-acts button, .sw-card-finding button";

/**
 * Tab leads from text to text, and from the last one on; Enter opens a text, ↓ leads to its buttons and Esc back. From a text that is
 * written in Tab opens the next one: it is saved by itself. Backwards from there Tab goes its usual way, to the buttons of its style.
 */
export function walkTexts(event: KeyboardEvent<HTMLElement>): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
  const at = target.closest<HTMLElement>(row);
  if (!at) return;
  const isWritten = target.closest(written) !== null;
  const isStop = target.matches(stopSelector);
  if (key === "Tab" && (isStop || (isWritten && !event.shiftKey))) {
    const to = nextTo(event.currentTarget, at, event.shiftKey ? -1 : 1);
    if (to === null) return;
    event.preventDefault();
    if (isWritten) at.querySelector<HTMLElement>('[data-act="done"] button')?.click();
    go(to, isWritten);
    return;
  }
  if (event.shiftKey) return;
  if (isStop && key === "Enter") act(event, at.querySelector('[data-act="edit"] button'), "click");
  else if (isStop && key === "ArrowDown") act(event, at.querySelector(buttons), "focus");
  else if (key === "Escape" && target.matches(buttons)) act(event, at.querySelector(stopSelector), "focus");
}

/** The next row, behind the last one what decides on all of them; null: Tab goes its usual way. */
function nextTo(all: HTMLElement, at: HTMLElement, step: 1 | -1): HTMLElement | null {
  const rows = [...all.querySelectorAll<HTMLElement>(row)];
  const to = rows[rows.indexOf(at) + step];
  if (to) return to;
  return step === 1
    ? (all.parentElement?.querySelector<HTMLElement>(".sw-tr-dock button:not(:disabled)") ?? null)
    : null;
}

function go(to: HTMLElement, isWriting: boolean): void {
  const edit = isWriting ? to.querySelector<HTMLElement>('[data-act="edit"] button') : null;
  if (edit) edit.click();
  else (to.querySelector<HTMLElement>(`${stopSelector}, .sw-editor [role=textbox], .sw-editor textarea`) ?? to).focus();
}

function act(event: KeyboardEvent, found: HTMLElement | null, what: "click" | "focus"): void {
  if (!found) return;
  event.preventDefault();
  found[what]();
}
