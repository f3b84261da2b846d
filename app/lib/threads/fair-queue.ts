/** Work that waits for one of few places: no key takes more than its share, and keys that wait take turns. */
export interface FairQueue {
  /** @returns what the work returns; `false` at once when too much of this key waits already */
  run<T>(key: string, work: () => Promise<T>): Promise<T> | false;
}

export interface FairQueueOptions {
  /** how much runs at once */
  places: number;
  /** how much of one key runs at once */
  placesPerKey: number;
  /** how much of one key may wait */
  waitingPerKey: number;
}

export function createFairQueue({ places, placesPerKey, waitingPerKey }: FairQueueOptions): FairQueue {
  /** in the order of their turns: a map keeps the order in which keys came */
  const waiting = new Map<string, (() => void)[]>();
  const running = new Map<string, number>();
  let busy = 0;

  function next(): void {
    for (const [key, queue] of waiting) {
      if (busy >= places) return;
      if ((running.get(key) ?? 0) >= placesPerKey) continue;
      const start = queue.shift();
      waiting.delete(key);
      // Behind all others that wait.
      if (queue.length > 0) waiting.set(key, queue);
      start?.();
    }
  }

  function began(key: string): void {
    busy++;
    running.set(key, (running.get(key) ?? 0) + 1);
  }

  function ended(key: string): void {
    busy--;
    const left = (running.get(key) ?? 1) - 1;
    if (left > 0) running.set(key, left);
    else running.delete(key);
    next();
  }

  return {
    run(key, work) {
      const queue = waiting.get(key) ?? [];
      if (queue.length >= waitingPerKey) return false;
      return new Promise((resolve, reject) => {
        queue.push(() => {
          began(key);
          work()
            .then(resolve, reject)
            .finally(() => ended(key));
        });
        waiting.set(key, queue);
        next();
      });
    },
  };
}
