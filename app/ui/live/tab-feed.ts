import { noteAnswer, noteTrouble } from "../calm/connection.ts";
import { troubleOf } from "../calm/trouble.ts";
import type { RunView } from "../runs/run-view.ts";
import { readAs } from "../shapes.ts";
import { isLiveAnswer } from "./live-answer.ts";
import { createLiveFeed, type LiveAnswer, type LiveFeed } from "./live-feed.ts";

let feed: LiveFeed<RunView> | null = null;
let failures = 0;

/** The feed of this tab, made when something of a page first wants to know. */
export function tabFeed(): LiveFeed<RunView> {
  feed ??= createLiveFeed({ ask, tab: document, now: Date.now, pause, random: Math.random });
  return feed;
}

/** A page that waits is told that it is alone: by the second failure in a row, since a server that restarts cuts one request short. */
async function ask(token: string | null, signal: AbortSignal): Promise<LiveAnswer<RunView>> {
  try {
    const query = token === null ? "" : `?since=${encodeURIComponent(token)}`;
    const asked = fetch(`/app/live${query}`, { signal, headers: { Accept: "application/json" } });
    const response = await Promise.race([asked, untilOffline(signal)]);
    if (!response.ok) throw new Error(`answered with ${response.status}`);
    const answer = await readAs(response, isLiveAnswer);
    if (answer === null) throw new UnreadableError("an answer of another shape");
    failures = 0;
    noteAnswer();
    return answer;
  } catch (error) {
    if (signal.aborted) throw error;
    failures += 1;
    if (error instanceof UnreadableError && failures > 1) noteTrouble("server");
    if (error instanceof TypeError && (failures > 1 || !navigator.onLine)) {
      noteTrouble(troubleOf(error, navigator.onLine) ?? "unreachable");
    }
    throw error;
  }
}

/** Answered by something else than the app, or by another version of it: asked again later. */
class UnreadableError extends Error {}

/** A request that is held when the network goes may stay open without ever being answered. */
function untilOffline(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    window.addEventListener("offline", () => reject(new TypeError("the network is gone")), { once: true, signal });
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
