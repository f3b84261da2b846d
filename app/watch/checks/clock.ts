import type { Db } from "../../db/open.ts";
import { readClockStep } from "../../jobs/find-clock-steps.ts";
import { readWatchedTime } from "../../jobs/read-watched-time.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Check } from "../check.ts";

const toldForMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * Whether the machine's clock is right, as far as session tokens tell, and was not set to another time lately. In a wrong one
 * nobody can open the app; after a step work is moved along, and only log times and ages are off.
 * @param deps.skewSeconds how far it is ahead of Shopify's, when that keeps people out
 */
export async function checkClock(deps: {
  db: Db;
  clock: Clock;
  skewSeconds: () => number | null;
}): Promise<Omit<Check, "name">> {
  const { db, clock } = deps;
  const skew = deps.skewSeconds();
  if (skew !== null) {
    const side = skew > 0 ? "ahead of" : "behind";
    const detail = `The clock is ${Math.abs(skew)} s ${side} Shopify's: nobody can open the app. Set it, and run a time service.`;
    return { status: "fail", detail };
  }
  const step = await db.do(readClockStep());
  const ageMs = step === null ? Number.POSITIVE_INFINITY : clock.now() - step.at;
  if (step === null || ageMs > toldForMs)
    return { status: "ok", detail: `The clock was not set lately.${await lagOf(deps)}` };
  const seconds = Math.round(Math.abs(step.byMs) / 1_000);
  const where = step.byMs < 0 ? "back" : "forward";
  return {
    status: "warn",
    detail: `The clock was set ${where} by ${seconds} s in the last hour. Check the time service.${await lagOf(deps)}`,
  };
}

/** What an operator may want to shorten by hand. */
async function lagOf({ db, clock }: { db: Db; clock: Clock }): Promise<string> {
  const now = clock.now();
  const days = Math.floor((now - (await db.do(readWatchedTime(now)))) / dayMs);
  if (days < 1) return "";
  return ` Old rows are kept ${days} day(s) longer for now, as if the clock might be wrong; if it is right: npm run db -- trust-clock.`;
}
