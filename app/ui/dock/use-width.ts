import { type RefObject, useLayoutEffect, useState } from "react";

/**
 * How wide an element is, px, as it changes.
 * @param usual before it is measured, and on the server
 */
export function useWidth(element: RefObject<HTMLElement | null>, usual: number): number {
  const [width, setWidth] = useState(usual);
  useBeforePaint(() => {
    const current = element.current;
    if (!current) return;
    setWidth(Math.floor(current.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** React warns of layout effects on the server, where there are none. */
const useBeforePaint = typeof window === "undefined" ? () => undefined : useLayoutEffect;
