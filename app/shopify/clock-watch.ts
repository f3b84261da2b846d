import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import type { SessionClaims } from "./session-claims.ts";

/** Whether this machine's clock agrees with Shopify's, as far as the session tokens of people tell. */
export interface ClockWatch {
  /** A token that Shopify signed, and that says all it must. @returns whether it is valid now */
  look(claims: SessionClaims): boolean;
  /** How many seconds this clock is ahead of Shopify's (negative: behind), when that keeps people out; else null */
  skewSeconds(): number | null;
}

/** Shopify's library allows as much. */
const toleranceSeconds = 10;
/** A token of an hour ago is refused too: of a frame that was left open. Its page then comes with a new one. */
const refusedInARow = 3;

/**
 * A token that is not valid yet comes from no past: our clock is behind. One that is over is only old, unless no other is
 * accepted either: the newest of those tells how far we are ahead.
 */
export function createClockWatch({ clock, logger }: { clock: Clock; logger: Logger }): ClockWatch {
  let refused = 0;
  let nearest = 0;
  let skew: number | null = null;

  function note(aheadSeconds: number): void {
    refused += 1;
    nearest = refused === 1 || Math.abs(aheadSeconds) < Math.abs(nearest) ? aheadSeconds : nearest;
    if (aheadSeconds > 0 && refused < refusedInARow) return;
    if (skew === null)
      logger.error(
        { reason: "clock", ms: nearest * 1_000 },
        `this machine's clock is ${Math.abs(nearest)} s ${nearest > 0 ? "ahead of" : "behind"} Shopify's: nobody can open the app until it is set`,
      );
    skew = nearest;
  }

  return {
    look({ notBefore, expiresAt }) {
      const now = Math.floor(clock.now() / 1_000);
      const early = now < notBefore - toleranceSeconds;
      const late = now >= expiresAt + toleranceSeconds;
      if (early || late) {
        note(now - notBefore);
        return false;
      }
      if (skew !== null) logger.info({ reason: "clock" }, "session tokens are accepted again: the clock is right");
      refused = 0;
      skew = null;
      return true;
    },
    skewSeconds: () => skew,
  };
}
