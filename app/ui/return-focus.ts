/** A button that an answer has locked is free again by then. */
const patienceMs = 5_000;

/**
 * Gives the focus back to what opened something: as soon as it can take it, and not when the person has gone elsewhere. What is
 * no longer there is stood in for by `place`, the part of the page that it was in.
 */
export function returnFocus(opener: Element | null, place: Element | null): void {
  const until = Date.now() + patienceMs;
  const attempt = () => {
    const { activeElement } = document;
    const elsewhere = activeElement !== null && activeElement !== document.body && activeElement.isConnected;
    if (elsewhere && !activeElement.closest("[role=dialog]")) return;
    if (opener instanceof HTMLElement && opener.isConnected && isFree(opener)) {
      opener.focus({ preventScroll: false });
      if (document.activeElement === opener) return;
    }
    if (!opener?.isConnected && place instanceof HTMLElement && place.isConnected) {
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      return;
    }
    if (Date.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}

function isFree(element: HTMLElement): boolean {
  return !element.matches(":disabled, [aria-disabled=true]");
}
