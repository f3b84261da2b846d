import { useLayoutEffect } from "react";
import { useFormats } from "../use-formats.ts";
import type { View } from "./list-address.ts";

/** Inner and outer room of Polaris's badge, its widest digit at 12 px, and the arrow of a chosen view that can be changed. */
const badgePx = 24;
const digitPx = 8;
const arrowPx = 24;

/**
 * Polaris measures tabs without their badges and arrows to find out how many fit in one row: the elements that it measures
 * get the room that those take. It measures after this, in the next frame.
 */
export function useRoomForCounts(views: readonly View[], selected: string): void {
  const formats = useFormats();
  useLayout(() => {
    for (const { id, count } of views) {
      const measured = document.getElementById(`view-${id}Measurer`);
      if (!measured) continue;
      const chars = count ? formats.count(count.value).length + Number(count.capped) : 0;
      const badge = chars === 0 ? 0 : badgePx + chars * digitPx;
      measured.style.paddingInlineEnd = `calc(var(--p-space-300) + ${badge + (id === selected ? arrowPx : 0)}px)`;
    }
  });
}

/** On the server there is nothing to measure. */
const useLayout = typeof document === "undefined" ? () => {} : useLayoutEffect;
