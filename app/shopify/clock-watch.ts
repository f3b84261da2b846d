import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import type { SessionClaims } from "./session-claims.ts";

/** Whether this machine's clock agrees with Shopify's, as far as people's session tokens and Shopify's answers show. */
export interface ClockWatch {
  /** A token that Shopify signed, and that has all required claims. @returns whether it is valid now */
  look(claims: Pick<SessionClaims, "notBefore" | "expiresAt">): boolean;
  /** An answer of Shopify's own. @param askedAt epoch ms, when it was asked for @param date its `Date` header */
  noteAnswer(answer: { askedAt: number; date: string | null }): void;
  /** How many seconds this clock is ahead of Shopify's (negative: behind), when that keeps people out; else null */
  skewSeconds(): number | null;
}

/** Shopify's library allows as much. */
const toleranceSeconds = 10;
/** How long a token lives: when we are ahead by more, each has ended before it comes. */
const tokenLifeSeconds = 60;
/** One answer may come from a cache on the way. */
const sureAfterAnswers = 2;
/** What nothing has shown for so long is no longer held against the clock, so that it clears when nobody opens the app. */
const believedForMs = 10 * 60_000;

/**
 * A token that is not valid yet comes from no past: our clock is behind. One that is over only means that somebody's page is
 * old, however many come. That we are ahead is known from the `Date` of Shopify's answers alone.
 */
export function createClockWatch({ clock, logger }: { clock: Clock; logger: Logger }): ClockWatch {
  let wrong: { aheadSeconds: number; at: number } | null = null;
  let ahead = 0;

  function current(): number | null {
    // A time that is still to come: the clock was put back since.
    if (wrong && (clock.now() < wrong.at || clock.now() - wrong.at > believedForMs)) wrong = null;
    return wrong?.aheadSeconds ?? null;
  }

  function isWrong(aheadSeconds: number): void {
    if (current() === null)
      logger.error(
        { reason: "clock", ms: aheadSeconds * 1_000 },
        `this machine's clock is ${Math.abs(aheadSeconds)} s ${aheadSeconds > 0 ? "ahead of" : "behind"} Shopify's: nobody can open the app until it is set`,
      );
    wrong = { aheadSeconds, at: clock.now() };
  }

  function isRight(): void {
    if (wrong) logger.info({ reason: "clock" }, "this machine's clock agrees with Shopify's again");
    ahead = 0;
    wrong = null;
  }

  return {
    look({ notBefore, expiresAt }) {
      const now = Math.floor(clock.now() / 1_000);
      if (now < notBefore - toleranceSeconds) {
        isWrong(now - notBefore);
        return false;
      }
      if (now >= expiresAt + toleranceSeconds) return false;
      isRight();
      return true;
    },
    noteAnswer({ askedAt, date }) {
      const theirs = date === null ? Number.NaN : Date.parse(date);
      if (Number.isNaN(theirs)) return;
      const behindSeconds = Math.floor((theirs - clock.now()) / 1_000);
      // Counted from the question: a slow answer makes nobody's clock wrong.
      const aheadSeconds = Math.floor((askedAt - theirs) / 1_000);
      if (behindSeconds > toleranceSeconds) isWrong(-behindSeconds);
      else if (aheadSeconds <= tokenLifeSeconds + toleranceSeconds) isRight();
      else if (++ahead >= sureAfterAnswers) isWrong(aheadSeconds);
    },
    skewSeconds: current,
  };
}

/** `fetch` for Shopify's own addresses: each answer has the time there. */
export function watchAnswers(
  ask: typeof fetch,
  { clock, watch }: { clock: Clock; watch: Pick<ClockWatch, "noteAnswer"> },
): typeof fetch {
  return async (input, init) => {
    const askedAt = clock.now();
    const answer = await ask(input, init);
    watch.noteAnswer({ askedAt, date: answer.headers.get("date") });
    return answer;
  };
}
