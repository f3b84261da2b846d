import { useEffect } from "react";

/** Where keys belong to what has the focus: fields, and what lies over the page. */
const busy =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu]";

/**
 * The keys of a list: `/` searches, `J` and `K` or the arrows go from row to row, `X` ticks one, Shift and `R` reviews. Enter
 * opens by itself, as the focus is on the row's link. Never while something is typed, or with keys of the browser's own.
 */
export function useListKeys({ onReview }: { onReview: (() => void) | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (!(target instanceof Element) || target.closest(busy)) return;
      if (document.querySelector("[role=dialog]")) return;
      const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
      const act = key === "/" ? search : actOf(letter, event, onReview);
      if (!act) return;
      if (act()) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [onReview]);
}

function actOf(letter: string, event: KeyboardEvent, onReview: (() => void) | null): (() => boolean) | null {
  if (event.shiftKey) {
    if (letter !== "r" || !onReview) return null;
    return () => {
      onReview();
      return true;
    };
  }
  if (letter === "j" || (event.key === "ArrowDown" && rowOf(event.target))) return () => go(1);
  if (letter === "k" || (event.key === "ArrowUp" && rowOf(event.target))) return () => go(-1);
  return letter === "x" ? tick : null;
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("tr[data-id]")];
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("tr[data-id]") : null;
}

function go(by: 1 | -1): boolean {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[at < 0 ? 0 : at + by];
  const link = next?.querySelector<HTMLElement>("a[data-primary]");
  link?.focus();
  return link !== null && link !== undefined;
}

function tick(): boolean {
  const box = rowOf(document.activeElement)?.querySelector<HTMLInputElement>("input[data-tick]");
  box?.click();
  return box !== null && box !== undefined;
}

/** The list's search hears it, wherever it is. */
export const searchAsked = "shelfwright-search";

function search(): boolean {
  document.dispatchEvent(new Event(searchAsked));
  return true;
}
