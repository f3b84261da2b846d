import { useEffect, useState, useSyncExternalStore } from "react";
import { keepWords } from "../editor/kept-words.ts";
import { openTabs, thisTab, wordStore } from "../editor/this-tab.ts";
import { placeOf } from "../editor/use-saved-text.ts";
import { keptOutgoing } from "./kept-outgoing.ts";
import { ReviewSession } from "./review-session.ts";
import type { NextView, ReviewLane } from "./review-view.ts";
import { askForNext, releaseClaims, sendToServer } from "./send-to-server.ts";
import type { SessionState } from "./session-state.ts";

export interface QueueShown {
  queueId: string;
  outboxKey: string;
  lane: ReviewLane | null;
  size: number;
  first: NextView;
}

/** A product stays with its person for two minutes; while they do something it is renewed in time. */
const renewMs = 45_000;

/** The person's way through a queue, as long as the page is shown. */
export function useReviewSession({ queueId, outboxKey, lane, size, first }: QueueShown): [ReviewSession, SessionState] {
  const [session] = useState(
    () =>
      new ReviewSession({
        ...{ queueId, lane, size, first },
        load: ({ from, count, at }) =>
          askForNext({
            ...{ queue: queueId, from: String(from), count: String(count) },
            ...(lane ? { lane } : {}),
            ...(at === null ? {} : { at: String(at) }),
          }),
        outbox: {
          kept: keptOutgoing(typeof window === "undefined" ? null : wordStore(), outboxKey, {
            own: thisTab,
            open: openTabs,
          }),
          send: (outgoing) => sendToServer(outgoing, queueId),
          after: (ms, then) => {
            const timer = setTimeout(then, ms);
            return () => clearTimeout(timer);
          },
        },
        keep: ({ id: productId, locale }, { contentType, body, seen }) =>
          keepWords(wordStore(), thisTab(), placeOf({ productId, locale, contentType }), {
            ...{ body, seen, continues: false, at: Date.now() },
          }),
        newId: () => crypto.randomUUID(),
        now: () => Date.now(),
      }),
  );
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  useEffect(() => {
    void session.start();
    // What a window left that was closed meanwhile is sent by this one.
    const shown = () => {
      if (document.visibilityState === "visible") void session.start();
    };
    document.addEventListener("visibilitychange", shown);
    const online = () => session.retryIfStuck();
    window.addEventListener("online", online);
    let active = Date.now();
    const note = () => {
      active = Date.now();
    };
    for (const name of ["keydown", "pointerdown", "scroll"])
      window.addEventListener(name, note, { passive: true, capture: true });
    const renewing = setInterval(() => {
      const ids = session.queue.claimed();
      if (document.hidden || Date.now() - active > renewMs * 2 || ids.length === 0) return;
      // What somebody else took meanwhile is told when it is decided.
      const at = session.queue.place;
      const asked = { queue: queueId, count: "0", from: "0", renew: ids.join(",") };
      void session.hear(askForNext(at === null ? asked : { ...asked, at: String(at) }));
    }, renewMs);
    const leave = () => releaseClaims(session.queue.claimed());
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(renewing);
      for (const name of ["keydown", "pointerdown", "scroll"])
        window.removeEventListener(name, note, { capture: true });
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("online", online);
      window.removeEventListener("pagehide", leave);
      leave();
      session.stop();
    };
  }, [session, queueId]);
  return [session, state];
}
