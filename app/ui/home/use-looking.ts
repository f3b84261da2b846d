import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 3_000;

/** Loads the page's data again from time to time while work goes on that nobody asked for, and that no run tells of. */
export function useLooking(active: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [active, revalidate]);
}
