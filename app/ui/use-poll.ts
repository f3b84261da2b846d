import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useConnection } from "./calm/connection.ts";

/**
 * Loads the page's data again every 1.5 s while `active`, and once more after it: what was read just before the end is not the
 * end. Not while the tab is hidden, nor while the app cannot be reached: the notice of that asks again by itself.
 */
export function usePoll(active: boolean, everyMs = 1_500): void {
  const { revalidate, state } = useRevalidator();
  const lost = useConnection().failures > 0;
  const wasActive = useRef(active);
  useEffect(() => {
    if (wasActive.current && !active) revalidate();
    wasActive.current = active;
  }, [active, revalidate]);
  useEffect(() => {
    if (!active || state !== "idle" || lost) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
      else document.addEventListener("visibilitychange", revalidate, { once: true });
    }, everyMs);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", revalidate);
    };
  }, [active, state, lost, everyMs, revalidate]);
}
