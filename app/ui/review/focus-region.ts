import type { RefObject } from "react";

/**
 * Puts the focus where single keys work, when the page opens and when the admin gives its frame the focus back: after a click
 * in the admin's menu nobody should have to click into the page first.
 * @returns stops it
 */
export function returnFocusWithin(
  region: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
): () => void {
  const take = () => {
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body && activeElement !== document.documentElement) return;
    (heading.current ?? region.current)?.focus({ preventScroll: true });
  };
  window.focus();
  take();
  window.addEventListener("focus", take);
  return () => window.removeEventListener("focus", take);
}
