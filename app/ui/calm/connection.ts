import { useSyncExternalStore } from "react";
import type { Trouble } from "./trouble.ts";

/** Whether the app's server answers, as the page's own requests find out. */
export interface Connection {
  /** requests in a row that had no answer; 0 while all is well */
  failures: number;
  trouble: Trouble | null;
  /** an action had no answer while the app could not be reached */
  unconfirmed: boolean;
  /** when the app answered again after that, epoch ms */
  backAt: number | null;
  /** the last attempt to open another page, when it failed. `scrollY` is where the person was */
  stayed: { words: string; at: number; scrollY: number } | null;
}

const well: Connection = { failures: 0, trouble: null, unconfirmed: false, backAt: null, stayed: null };
let now = well;
const listeners = new Set<() => void>();

function become(next: Connection): void {
  now = next;
  for (const listener of listeners) listener();
}

/** @param toAction true when it answers what a person did: then nothing of it is unconfirmed any more */
export function noteAnswer({ toAction = false }: { toAction?: boolean } = {}): void {
  if (now.failures === 0 && !now.unconfirmed) return;
  const backAt = now.unconfirmed && !toAction ? Date.now() : now.backAt;
  become({ ...now, failures: 0, trouble: null, unconfirmed: false, backAt });
}

export function noteLostAction(): void {
  become({ ...now, unconfirmed: true });
}

export function noteTrouble(trouble: Trouble): void {
  become({ ...now, failures: now.failures + 1, trouble });
}

export function noteStayed(words: string): void {
  become({ ...now, stayed: { words, at: Date.now(), scrollY: window.scrollY } });
}

export function connectionNow(): Connection {
  return now;
}

/** The connection, for a component that shows it. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connectionNow, () => well);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const firstPauseMs = 1_500;
const longestPauseMs = 30_000;

/** How long to wait before the next attempt: longer after each failure, so that an outage is not met with a storm. */
export function pauseMs(failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1));
}
