import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useConnection } from "./calm/connection.ts";
import { startPolling } from "./start-polling.ts";

/**
 * Loads the page's data again every 1.5 s while `active`, and once more after it: what was read just before the end is not the
 * end. Not while the tab is hidden, nor while the app cannot be reached: the notice of that asks again by itself.
 */
export function usePoll(active: boolean, everyMs = 1_500): void {
  const { revalidate, state } = useRevalidator();
  const lost = useConnection().failures > 0;
  const wasActive = useRef(active);
  const isIdle = useRef(true);
  useEffect(() => {
    isIdle.current = state === "idle";
  }, [state]);
  useEffect(() => {
    if (wasActive.current && !active) revalidate();
    wasActive.current = active;
  }, [active, revalidate]);
  useEffect(() => {
    if (!active || lost) return;
    return startPolling({ everyMs, seen: document, isIdle: () => isIdle.current, load: revalidate });
  }, [active, lost, everyMs, revalidate]);
}
