import { all, get, many, run, type Steps } from "../db/steps.ts";
import type { Provider } from "../lib/errors.ts";
import type { WorkEvent } from "./work-events.ts";

/** Failures in a row, of whatever items, that open a breaker: fewer are the noise of a busy provider. */
export const opensAfter = 5;
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;

/** A provider that does not answer a shop's work. */
export interface Outage {
  provider: Provider;
  /** epoch ms of the first failure */
  since: number;
  /** epoch ms; a probe may be claimed from then on */
  probeAt: number;
}

/** How long nothing is sent before the n-th probe, 1 for the first. Doubles up to five minutes. */
export function pauseMs(n: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, n - 1));
}

/** The shop's open breakers. */
export function openBreakers(shop: string): Steps<Outage[]> {
  return all<Outage>(
    `SELECT provider, since, probe_at AS probeAt FROM breakers WHERE shop = @shop AND probe_at IS NOT NULL
     ORDER BY provider`,
    { shop },
  );
}

/**
 * Counts one failed call. The fifth in a row opens the breaker; a probe that fails makes the next pause longer; calls that
 * were under way when it opened change nothing. A step of the transaction that completes the item.
 * @param events gets word when it opens
 * @returns the breaker as it is now; `probeAt` null while it is closed
 */
export function* noteFailure(
  { shop, provider, now }: { shop: string; provider: Provider; now: number },
  events: WorkEvent[] = [],
): Steps<{ since: number; probeAt: number | null }> {
  const row = yield* get<{
    since: number;
    failures: number;
    probeAt: number | null;
    pauses: number;
    probing: 0 | 1;
  }>(
    `INSERT INTO breakers (shop, provider, failures, since) VALUES (@shop, @provider, 1, @now)
     ON CONFLICT (shop, provider) DO UPDATE SET failures = breakers.failures + 1
     RETURNING since, failures, probe_at AS probeAt, pauses, probing`,
    { shop, provider, now },
  );
  if (!row) throw new Error("a breaker's row was not returned");
  const opens = row.probeAt === null && row.failures >= opensAfter;
  if (!opens && !row.probing) return { since: row.since, probeAt: row.probeAt };
  if (opens) events.push({ event: "provider away", shop, provider });
  const pauses = row.pauses + 1;
  const probeAt = now + pauseMs(pauses);
  yield* run(
    `UPDATE breakers SET probe_at = @probeAt, pauses = @pauses, probing = 0 WHERE shop = @shop AND provider = @provider`,
    { shop, provider, probeAt, pauses },
  );
  return { since: row.since, probeAt };
}

/** Takes the right to the next probe: nobody else probes until it has ended, or its pause has passed once more. */
export function* beginProbe({ shop, provider, now }: { shop: string; provider: Provider; now: number }): Steps<void> {
  const row = yield* get<{ pauses: number }>(
    "SELECT pauses FROM breakers WHERE shop = @shop AND provider = @provider",
    { shop, provider },
  );
  yield* run("UPDATE breakers SET probing = 1, probe_at = @probeAt WHERE shop = @shop AND provider = @provider", {
    shop,
    provider,
    probeAt: now + pauseMs((row?.pauses ?? 0) + 1),
  });
}

/**
 * Items of these kinds came to an end that is no outage: whoever they need answers. Closes the breakers and lets the shop's work be claimed at
 * once. A step of the transaction that completes the items. @returns whether any was open
 */
export function* noteAnswers(
  { shop, providers, now }: { shop: string; providers: readonly Provider[]; now: number },
  events: WorkEvent[] = [],
): Steps<boolean> {
  const closed = yield* all<{ provider: Provider; probeAt: number | null }>(
    `DELETE FROM breakers WHERE shop = @shop AND provider IN (SELECT value FROM json_each(@providers))
     RETURNING provider, probe_at AS probeAt`,
    { shop, providers: JSON.stringify(providers) },
  );
  const open = closed.filter(({ probeAt }) => probeAt !== null);
  if (open.length === 0) return false;
  for (const { provider } of open) events.push({ event: "provider back", shop, provider });
  yield* openWaitingGates(shop, now);
  return true;
}

/** A person who presses again and again asks no oftener than that. */
const pressedEveryMs = 5_000;

/**
 * A person wants the next probe of all who do not answer now. It makes no later pause longer. A step of a transaction.
 * @returns `soon` where a probe is under way, due, or ended some seconds ago; `answers` when nobody is away any more
 */
export function* tryNow({ shop, now }: { shop: string; now: number }): Steps<"moved" | "soon" | "answers"> {
  const open = yield* all<{ provider: Provider; probeAt: number; pauses: number; probing: 0 | 1 }>(
    `SELECT provider, probe_at AS probeAt, pauses, probing FROM breakers WHERE shop = @shop AND probe_at IS NOT NULL`,
    { shop },
  );
  if (open.length === 0) return "answers";
  const waiting = open.filter(({ probeAt, pauses, probing }) => {
    const triedAt = probeAt - pauseMs(pauses);
    return probing === 0 && probeAt > now && (now - triedAt >= pressedEveryMs || triedAt > now);
  });
  yield* many(
    `UPDATE breakers SET probe_at = @now, pauses = max(0, pauses - 1) WHERE shop = @shop AND provider = @provider`,
    waiting.map(({ provider }) => ({ shop, provider, now })),
  );
  if (waiting.length === 0) return "soon";
  // The gates of held work are closed until the probe's old time.
  yield* openWaitingGates(shop, now);
  return "moved";
}

function* openWaitingGates(shop: string, now: number): Steps<void> {
  yield* run(
    `UPDATE jobs SET next_run_at = @now WHERE shop = @shop AND next_run_at IS NOT NULL AND next_run_at > @now`,
    { shop, now },
  );
}

/** The shops whose work is held back because somebody does not answer. */
export function shopsWithOutage(): Steps<{ shop: string }[]> {
  return all(
    "SELECT DISTINCT shop FROM breakers /* all shops: an operator asks for each */ WHERE probe_at IS NOT NULL ORDER BY shop",
  );
}

/** A person asks again: the time limit for a provider that still does not answer begins again too. */
export function* forgetAge({ shop, now }: { shop: string; now: number }): Steps<void> {
  yield* run("UPDATE breakers SET since = @now WHERE shop = @shop", { shop, now });
}

/** Whether any shop has trouble with anybody: nearly never, and then nothing else need be asked. */
export function* isAnyTrouble(): Steps<boolean> {
  const sql = "SELECT 1 FROM breakers /* all shops: whether there is any trouble at all */ LIMIT 1";
  return (yield* get(sql)) !== undefined;
}
