/** A button that an answer has locked is free again by then. */
const patienceMs = 5_000;

/**
 * Gives the focus back to what opened something: as soon as it can take it, and not when the person has gone elsewhere. What is
 * no longer there is stood in for by `place`, the part of the page that it was in.
 * @param find gives the opener, also when the page has drawn it anew
 */
export function returnFocus(find: Element | null | (() => Element | null), place: Element | null): void {
  const isDrawnAnew = typeof find === "function";
  const until = Date.now() + patienceMs;
  const attempt = () => {
    const opener = isDrawnAnew ? find() : find;
    const { activeElement } = document;
    const elsewhere = activeElement !== null && activeElement !== document.body && activeElement.isConnected;
    // Its place may have been given the focus meanwhile, e.g. when what was saved has come back.
    const isHeld = activeElement === place || activeElement === opener;
    if (elsewhere && !isHeld && !activeElement.closest("[role=dialog]")) return;
    if (opener instanceof HTMLElement && opener.isConnected && isFree(opener)) {
      if (activeElement !== opener) opener.focus({ preventScroll: false });
      // What it did may take it away a moment later, and the focus with it.
      if (document.activeElement === opener && Date.now() < until) {
        requestAnimationFrame(attempt);
        return;
      }
    }
    if (!opener?.isConnected && place instanceof HTMLElement && place.isConnected) {
      place.tabIndex = -1;
      if (activeElement !== place) place.focus({ preventScroll: true });
      if (!isDrawnAnew) return;
    }
    if (Date.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}

function isFree(element: HTMLElement): boolean {
  return !element.matches(":disabled, [aria-disabled=true]");
}
