import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import { readSigns, type Signs, type Topic } from "./read-signs.ts";
import { changedSince, tokenOf } from "./token.ts";

export interface LiveChange {
  /** to ask with the next time */
  token: string;
  changed: Topic[];
  /** true: there is no room to wait; to be asked again after a while */
  busy: boolean;
}

/** Holds requests of open pages until something of their shop's work has changed. */
export interface Live {
  /**
   * Answers at once without a token, or when something changed since it was given; otherwise when something changes, when the time is
   * over, or when this process stops.
   */
  wait(asked: { shop: ShopDomain; by: string; token: string | null; signal: AbortSignal }): Promise<LiveChange>;
  /** requests that are held now */
  readonly held: number;
  /** ends all of them, and holds none any more */
  end(): void;
}

export interface LiveOptions {
  db: Db;
  clock: Clock;
  logger: Logger;
  /** kinds of job that people do not see */
  hidden: readonly string[];
  /** how often the database is looked at while anybody waits */
  lookMs?: number;
  /** below the half minute after which proxies give a silent request up */
  holdMs?: number;
  /** held requests of one person, of one shop, and of all: each is a connection */
  perPerson?: number;
  perShop?: number;
  most?: number;
}

interface Waiting {
  by: string;
  token: string;
  answer(signs: Signs): void;
  /** with nothing new */
  release(): void;
}

/**
 * One look a second for each shop that has a page open, however many wait; none while nobody does. The database is the only way between
 * web and worker, so looking is what works for both engines and for any number of processes.
 */
export function createLive(options: LiveOptions): Live {
  const { db, clock, logger, hidden, lookMs = 1_000, holdMs = 25_000 } = options;
  const { perPerson = 10, perShop = 40, most = 800 } = options;
  const waiting = new Map<ShopDomain, Set<Waiting>>();
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  let ended = false;
  const count = () => [...waiting.values()].reduce((sum, ofShop) => sum + ofShop.size, 0);
  /** One person with many windows leaves room for colleagues. */
  const isFull = (shop: ShopDomain, by: string) => {
    const ofShop = [...(waiting.get(shop) ?? [])];
    const own = ofShop.filter((one) => one.by === by).length;
    return own >= perPerson || ofShop.length >= perShop || count() >= most;
  };

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (const [shop, ofShop] of waiting) {
        const signs = await db.do(readSigns(shop, hidden, clock.now()));
        const token = tokenOf(signs);
        for (const one of ofShop) if (one.token !== token) one.answer(signs);
      }
    } catch (error) {
      logger.warn({ error: describeError(error) }, "open pages could not be told of changes");
    } finally {
      looking = false;
    }
  }

  function leave(shop: ShopDomain, one: Waiting): void {
    const ofShop = waiting.get(shop);
    ofShop?.delete(one);
    if (ofShop?.size === 0) waiting.delete(shop);
    if (waiting.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  }

  function hold(shop: ShopDomain, by: string, token: string, signal: AbortSignal): Promise<LiveChange> {
    return new Promise((resolve) => {
      const finish = (change: LiveChange) => {
        clearTimeout(over);
        signal.removeEventListener("abort", release);
        leave(shop, one);
        resolve(change);
      };
      const release = () => finish({ token, changed: [], busy: false });
      const one: Waiting = {
        by,
        token,
        release,
        answer: (signs) => finish({ token: tokenOf(signs), changed: changedSince(token, signs), busy: false }),
      };
      const over = setTimeout(release, holdMs);
      signal.addEventListener("abort", release, { once: true });
      waiting.set(shop, (waiting.get(shop) ?? new Set()).add(one));
      timer ??= setInterval(look, lookMs);
    });
  }

  return {
    async wait({ shop, by, token, signal }) {
      const signs = await db.do(readSigns(shop, hidden, clock.now()));
      const now = tokenOf(signs);
      if (token === null) return { token: now, changed: [], busy: false };
      if (token !== now) return { token: now, changed: changedSince(token, signs), busy: false };
      if (isFull(shop, by) || ended) return { token: now, changed: [], busy: true };
      return signal.aborted ? { token: now, changed: [], busy: false } : hold(shop, by, now, signal);
    },
    get held() {
      return count();
    },
    end() {
      ended = true;
      for (const ofShop of [...waiting.values()]) for (const one of [...ofShop]) one.release();
    },
  };
}
