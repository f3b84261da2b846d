import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";

/** Lets a loop sleep until somebody rings, or for so long. */
export interface Alarm {
  ring(): void;
  /** Ends at the next ring or after `ms`, but never before other callbacks had a turn. A ring while awake is remembered. */
  sleep(ms: number): Promise<void>;
  /** The whole time, whoever rings. */
  sleepThrough(ms: number): Promise<void>;
}

export function createAlarm(): Alarm {
  let rang = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rang = true;
      wake?.();
    },
    async sleep(ms) {
      if (!rang && ms > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      // Lets everything that ended in the same turn be completed in one transaction.
      await nextTurn();
      rang = false;
    },
    async sleepThrough(ms) {
      await pause(ms);
    },
  };
}
