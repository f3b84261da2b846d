import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { TextView } from "./product-detail-view.ts";

/** Loads in vain after which a version is taken for gone: somebody else's may have come in its place. */
const mostLoads = 3;

/**
 * Has the page load until it has a version that was just saved, and says so. That new data came is not enough: it may have been
 * read before the version was there, and the text's card would show the words of before, and approve or edit those.
 * @param version null: nothing to wait for
 */
export function useOnceOnPage(text: TextView, version: string | null, then: () => void): void {
  const { revalidate, state } = useRevalidator();
  const loads = useRef({ of: version, begun: 0, runs: false, seen: text });
  useEffect(() => {
    if (loads.current.of !== version) loads.current = { of: version, begun: 0, runs: false, seen: text };
    if (version === null) return;
    const load = loads.current;
    if (hasVersion(text, version)) return then();
    if (state === "loading") {
      load.runs = true;
      return;
    }
    // A load is asked for before this page knows that it runs.
    if (load.begun > 0 && !load.runs && load.seen === text) return;
    if (load.begun === mostLoads) return then();
    load.begun++;
    load.runs = false;
    load.seen = text;
    revalidate();
  }, [text, version, state, revalidate, then]);
}

function hasVersion({ newest, history }: Pick<TextView, "newest" | "history">, version: string): boolean {
  return newest?.id === version || history.some(({ id }) => id === version);
}
