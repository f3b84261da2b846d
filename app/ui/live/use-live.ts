import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useConnection } from "../calm/connection.ts";
import type { LiveTopic } from "./live-feed.ts";
import { tabFeed } from "./tab-feed.ts";

/** What changed so short a time before a page was shown may have been read before or after. */
const doubtfulMs = 4_000;

/**
 * Loads the page's data again when something of a topic has changed, by the tab's one held request (`app/ui/live/`). Not while
 * the app cannot be reached: the notice of that asks again by itself.
 * @param underWay the page shows work that runs: what changed while it was loaded is loaded once more
 */
export function useLive(topic: LiveTopic, underWay = false): void {
  const { revalidate, state } = useRevalidator();
  const lost = useConnection().failures > 0;
  const isIdle = useRef(true);
  const again = useRef(false);
  useEffect(() => {
    isIdle.current = state === "idle";
    if (state !== "idle" || !again.current) return;
    again.current = false;
    revalidate();
  }, [state, revalidate]);
  const wasUnderWay = useRef(underWay);
  useEffect(() => {
    if (lost) return;
    const load = () => {
      if (isIdle.current) revalidate();
      else again.current = true;
    };
    const feed = tabFeed();
    if (wasUnderWay.current && Date.now() - feed.changedAt(topic) < doubtfulMs) load();
    let known = feed.changedAt(topic) > 0;
    return feed.subscribe(({ changed }) => {
      // The first answer only tells where the feed begins.
      if (changed.includes(topic) || (!known && wasUnderWay.current)) load();
      known = true;
    });
  }, [topic, lost, revalidate]);
}
