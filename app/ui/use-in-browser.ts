import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False while a page is made on the server, and for the browser's first look at it; true from then on. For what would hold the
 * server up, where all shops wait, and takes a browser no longer than its own reader will wait.
 */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
