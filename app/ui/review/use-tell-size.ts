import { type RefObject, useEffect } from "react";

const name = "--sw-dock-size";

/** Tells the style sheet how tall the dock is, so that what lies over the page lies above it. */
export function useTellSize(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(name, `${current.offsetHeight}px`));
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  }, [element]);
}
