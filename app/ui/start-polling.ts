/** The part of a document that polling looks at. */
export interface Seen extends Pick<EventTarget, "addEventListener" | "removeEventListener"> {
  visibilityState: DocumentVisibilityState;
}

/**
 * Calls `load` every `everyMs` and at once when the tab is looked at again; passes a turn over while the tab is hidden or a load
 * is under way. The next turn hangs on the clock alone: a load may begin and end between two renders, so that whoever waits
 * for a change of state would wait for good.
 * @returns what ends it
 */
export function startPolling(input: { everyMs: number; seen: Seen; isIdle(): boolean; load(): void }): () => void {
  const { everyMs, seen, isIdle, load } = input;
  const turn = () => {
    if (seen.visibilityState === "visible" && isIdle()) load();
  };
  const timer = setInterval(turn, everyMs);
  seen.addEventListener("visibilitychange", turn);
  return () => {
    clearInterval(timer);
    seen.removeEventListener("visibilitychange", turn);
  };
}
