import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Loads the page's data again every 1.5 s while `active`, and not while the tab is hidden. */
export function usePoll(active: boolean, everyMs = 1_500): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active || state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
      else document.addEventListener("visibilitychange", revalidate, { once: true });
    }, everyMs);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", revalidate);
    };
  }, [active, state, everyMs, revalidate]);
}
