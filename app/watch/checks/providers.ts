import type { Db } from "../../db/open.ts";
import { all } from "../../db/steps.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Check } from "../check.ts";
import { breakersSql } from "../read-states.ts";

/** Who outside does not answer. Never a failure: work waits for them by itself, and a restart changes nothing. */
export async function checkProviders({ db, clock }: { db: Db; clock: Clock }): Promise<Omit<Check, "name">> {
  const away = await db.do(all<{ provider: string; shops: number; since: number }>(breakersSql));
  if (away.length === 0) return { status: "ok", detail: "Nobody is known to be out of reach." };
  const now = clock.now();
  const told = away.map(({ provider, shops, since }) => {
    return `${provider} does not answer ${shops} shop(s), for ${Math.max(0, Math.round((now - since) / 1_000))} s`;
  });
  return { status: "warn", detail: `${told.join("; ")}. Their work waits and goes on by itself.` };
}
