/** Work of which only the newest is wanted: who asks again no longer waits for what was asked before. */
export interface NewestOf {
  /**
   * Begins work under a key and ends the one before it.
   * @returns a signal that is aborted once somebody begins under the same key, and what to call when the work has ended
   */
  begin(key: string): { signal: AbortSignal; ended: () => void };
}

export function createNewestOf(): NewestOf {
  const running = new Map<string, AbortController>();
  return {
    begin(key) {
      running.get(key)?.abort();
      const own = new AbortController();
      running.set(key, own);
      return {
        signal: own.signal,
        ended: () => {
          if (running.get(key) === own) running.delete(key);
        },
      };
    },
  };
}
