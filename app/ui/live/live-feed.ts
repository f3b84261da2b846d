/** What pages are told of: runs under way, what people did, and what keeps work waiting. */
export type LiveTopic = "runs" | "acts" | "trouble";

export interface LiveAnswer<Ended = unknown> {
  token: string;
  changed: LiveTopic[];
  /** true: the server has no room to hold a request */
  busy: boolean;
  /** ends of long runs that its reader was not told of yet */
  ended: Ended[];
}

/** What the feed needs of a tab. */
export interface LiveTab extends Pick<EventTarget, "addEventListener" | "removeEventListener"> {
  visibilityState: DocumentVisibilityState;
}

export interface LiveFeedDeps<Ended> {
  ask(token: string | null, signal: AbortSignal): Promise<LiveAnswer<Ended>>;
  tab: LiveTab;
  /** epoch ms */
  now(): number;
  /** resolves after so many milliseconds, or when the signal is aborted */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ n < 1: tabs that lost their server come back at different moments */
  random(): number;
}

export interface LiveFeed<Ended = unknown> {
  /** @returns what ends it; with the last one the feed asks no more */
  subscribe(listener: (answer: LiveAnswer<Ended>) => void): () => void;
  /** when a topic last changed, epoch ms; 0 while it did not */
  changedAt(topic: LiveTopic): number;
}

/** Two answers are this far apart at least: a run that ends ten products a second is shown once or twice a second. */
const restMs = 700;
const busyMs = 10_000;
const firstFailureMs = 1_500;
const longestFailureMs = 30_000;

/**
 * Asks for what has changed by one held request a tab, whoever of its page wants to know. Nothing is asked while the tab is hidden; when it
 * is shown again the old token finds out at once what happened meanwhile.
 */
export function createLiveFeed<Ended>(deps: LiveFeedDeps<Ended>): LiveFeed<Ended> {
  const { ask, tab, now, pause, random } = deps;
  const listeners = new Set<(answer: LiveAnswer<Ended>) => void>();
  const changed = new Map<LiveTopic, number>();
  let token: string | null = null;
  let running: AbortController | null = null;

  async function run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        const answer = await ask(token, signal);
        if (signal.aborted) return;
        failures = 0;
        token = answer.token;
        for (const topic of answer.changed) changed.set(topic, now());
        for (const listener of [...listeners]) listener(answer);
        await pause(answer.busy ? busyMs : restMs, signal);
      } catch {
        if (signal.aborted) return;
        failures += 1;
        const longest = Math.min(longestFailureMs, firstFailureMs * 2 ** (failures - 1));
        await pause(longest * (0.5 + random() / 2), signal);
      }
    }
  }

  function turn(): void {
    const wanted = listeners.size > 0 && tab.visibilityState === "visible";
    if (wanted && running === null) {
      running = new AbortController();
      void run(running.signal);
    } else if (!wanted && running !== null) {
      running.abort();
      running = null;
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) tab.addEventListener("visibilitychange", turn);
      turn();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) tab.removeEventListener("visibilitychange", turn);
        // Going from page to page takes the last listener away for a moment: the request need not end for that.
        queueMicrotask(turn);
      };
    },
    changedAt: (topic) => changed.get(topic) ?? 0,
  };
}
