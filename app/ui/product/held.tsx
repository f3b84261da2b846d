import { type ReactNode, useEffect, useRef } from "react";

/**
 * Keeps a part of the page as tall as it was while a job worked on it, until a person edits it, the page is left or the window
 * changes: what is below it does not jump up under the reader when the outcome takes less room.
 */
export function Held({ working, editing, children }: { working: boolean; editing: boolean; children: ReactNode }) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = part.current;
    if (!element) return;
    const release = () => {
      element.style.minBlockSize = "";
    };
    if (editing) release();
    // Measured whenever it changes, so that it is known before the outcome is drawn.
    const seen = new ResizeObserver(() => {
      element.style.minBlockSize = `${element.offsetHeight}px`;
    });
    if (working && !editing) seen.observe(element);
    window.addEventListener("resize", release);
    return () => {
      seen.disconnect();
      window.removeEventListener("resize", release);
    };
  }, [working, editing]);
  return <div ref={part}>{children}</div>;
}
