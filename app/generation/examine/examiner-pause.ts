import type { Db } from "../../db/open.ts";

/** Failures in a row, of whatever products, after which nobody waits for the examiner for a while. */
const opensAfter = 3;
const firstPauseMs = 30_000;
const longestPauseMs = 5 * 60_000;

interface Trouble {
  code: string;
  failures: number;
  /** epoch ms; one question may be asked from then on */
  askAt: number;
}

/**
 * What a process remembers of examiners that do not answer, so that not each product of a job waits for its time-out. A writer is
 * held back by the breaker of its jobs; texts are written on without an examiner, and so it has a memory of its own.
 */
export interface ExaminerPause {
  /** why the examiner is not to be asked now, as a stable code; null: it may be. Of those who come after a pause one gets null */
  reason(now: number): string | null;
  failed(code: string, now: number): void;
  answered(): void;
}

const known = new WeakMap<Db, Map<string, Trouble>>();

/** @param examiner.model the provider's name */
export function examinerPause(db: Db, { shop, model }: { shop: string; model: string }): ExaminerPause {
  const troubles = known.get(db) ?? new Map<string, Trouble>();
  known.set(db, troubles);
  const key = JSON.stringify([shop, model]);
  return {
    reason(now) {
      const trouble = troubles.get(key);
      if (!trouble || trouble.failures < opensAfter) return null;
      // A clock that was set back makes no pause longer.
      if (now < trouble.askAt && trouble.askAt - now <= longestPauseMs) return trouble.code;
      trouble.askAt = now + pauseMs(trouble.failures);
      return null;
    },
    failed(code, now) {
      const failures = (troubles.get(key)?.failures ?? 0) + 1;
      troubles.set(key, { code, failures, askAt: now + pauseMs(failures) });
    },
    answered() {
      troubles.delete(key);
    },
  };
}

function pauseMs(failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(10, Math.max(0, failures - opensAfter)));
}
