import { run, type Steps } from "../db/steps.ts";
import type { Provider } from "../lib/errors.ts";
import { type Outage, openBreakers } from "./breaker.ts";

/** What a worker works on. */
export interface WorkerKinds {
  /** kind → its exclusive group, null for none; other kinds are left to other workers */
  kinds: ReadonlyMap<string, string | null>;
  /** kind → whose outage holds it back */
  needs: ReadonlyMap<string, readonly Provider[]>;
  /** work that has waited for a provider so long is let through, to be given up */
  patienceMs: number;
}

/** Which kinds of a shop's work may be claimed while a provider is away. */
export interface Held {
  /** kinds that may be claimed as usual; null: all */
  free: readonly string[] | null;
  /** kinds whose jobs have waited longer than the worker's patience: they are let through, to be given up */
  over: readonly string[];
  /** kinds of which one item may be claimed now, to see whether the provider answers again */
  probes: readonly { provider: Provider; kinds: readonly string[] }[];
}

export const nothingHeld: Held = { free: null, over: [], probes: [] };

/**
 * Parts a shop's kinds by its open breakers, and moves the gates of the jobs that are held to the next probe, so that they
 * are not looked at until then.
 */
export function* holdBack(
  { shop, now }: { shop: string; now: number },
  { kinds, needs, patienceMs }: WorkerKinds,
): Steps<Held> {
  const breakers = yield* openBreakers(shop);
  if (breakers.length === 0) return nothingHeld;
  const needing = (provider: Provider) => [...kinds.keys()].filter((kind) => needs.get(kind)?.includes(provider));
  const held = new Set(breakers.flatMap(({ provider }) => needing(provider)));
  const isOver = ({ since }: Outage) => now - since >= patienceMs;
  for (const breaker of breakers) {
    if (breaker.probeAt > now)
      yield* shut({ shop, now, breaker, kinds: needing(breaker.provider), patienceMs, isOver });
  }
  return {
    free: [...kinds.keys()].filter((kind) => !held.has(kind)),
    over: breakers.filter(isOver).flatMap(({ provider }) => needing(provider)),
    probes: breakers
      .filter(({ probeAt }) => probeAt <= now)
      .map(({ provider }) => ({ provider, kinds: needing(provider).filter((kind) => isTellingOf(kind, provider)) })),
  };

  /** A probe must test one provider alone: an item that needs two that do not answer waits for the other. */
  function isTellingOf(kind: string, provider: Provider): boolean {
    return breakers.every((other) => other.provider === provider || !needs.get(kind)?.includes(other.provider));
  }
}

function* shut(input: {
  shop: string;
  now: number;
  breaker: Outage;
  kinds: string[];
  patienceMs: number;
  isOver(breaker: Outage): boolean;
}): Steps<void> {
  const { shop, now, breaker, kinds, patienceMs } = input;
  yield* run(shutSql, {
    shop,
    now,
    probeAt: breaker.probeAt,
    kinds: JSON.stringify(kinds),
    createdAfter: input.isOver(breaker) ? now - patienceMs : 0,
  });
}

const shutSql = `UPDATE jobs SET next_run_at = @probeAt
  WHERE shop = @shop AND next_run_at IS NOT NULL AND next_run_at <= @now AND created_at > @createdAfter
    AND kind IN (SELECT value FROM json_each(@kinds))`;
