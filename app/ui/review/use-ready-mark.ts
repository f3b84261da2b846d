import { type RefObject, useEffect } from "react";
import { guardMs } from "./review-keys.ts";

/**
 * Marks the review by `data-keys="ready"` as soon as its keys count: it runs, and the product that is shown has been there long
 * enough. @param shownAt when it came
 */
export function useReadyMark(region: RefObject<HTMLElement | null>, shownAt: number): void {
  useEffect(() => {
    const place = region.current;
    const timer = setTimeout(() => place?.setAttribute("data-keys", "ready"), shownAt + guardMs - Date.now());
    return () => {
      clearTimeout(timer);
      place?.removeAttribute("data-keys");
    };
  }, [region, shownAt]);
}
