import type { Db } from "../db/open.ts";
import type { Scope } from "../db/scope.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import { parseJson } from "../lib/json.ts";
import type { ServerKnowledge } from "./ask-server.ts";
import { openAiTraits, type ServerTraits, sameTraits, serverTraitsSchema } from "./server-traits.ts";

/** Servers learn: what one refused is tried again after this long. */
const holdsMs = 24 * 60 * 60_000;
/** What an answer cost to learn, that a form is not heeded, is found out again after this long: it may have been chance. */
const costlyHoldsMs = 7 * holdsMs;

/** Of the operator's own connection, which all shops without one share. */
const operator = "";

export interface KnownServer {
  /** undefined: the operator's */
  shop: string | undefined;
  baseUrl: string;
}

const selectSql = `SELECT traits, learned_at AS learnedAt FROM model_servers
  WHERE shop = @shop AND server = @server AND model = @model`;
const keepSql = `INSERT INTO model_servers (shop, server, model, traits, learned_at)
  VALUES (@shop, @server, @model, @traits, @now)
  ON CONFLICT (shop, server, model) DO UPDATE SET traits = excluded.traits, learned_at = excluded.learned_at`;
const forgetSql = "DELETE FROM model_servers WHERE shop = @shop AND server = @server AND model = @model";
const forgetAllSql = "DELETE FROM model_servers WHERE shop = @shop";

/**
 * What a server takes, kept for all processes, by address and model. Another key may be allowed other things: whoever changes
 * a shop's key has its servers forgotten.
 */
export function keepTraits({ db, clock }: { db: Db; clock: Clock }, known: KnownServer): ServerKnowledge {
  const place = { shop: known.shop ?? operator, server: digestOf([known.baseUrl]) };
  const scope: Scope = known.shop === undefined ? "all shops" : { shop: known.shop };
  function* readKnown(model: string): Steps<ServerTraits | undefined> {
    const row = yield* get<{ traits: string; learnedAt: number }>(selectSql, { ...place, model });
    const traits = row && serverTraitsSchema.safeParse(parseJson(row.traits)).data;
    if (!row || !traits) return undefined;
    const ageMs = clock.now() - row.learnedAt;
    // That a server ignores a schema was learned at the cost of an answer, so it is remembered longer.
    const { tokenParameter } = traits;
    const explained = traits.explained && ageMs < costlyHoldsMs;
    // Both names of the limit mean the same.
    const tried = { ...openAiTraits, explained, ...(tokenParameter === "none" ? {} : { tokenParameter }) };
    return sameTraits(traits, tried) || ageMs < holdsMs ? traits : undefined;
  }

  async function change(model: string, change: (known: ServerTraits | undefined) => ServerTraits | null) {
    try {
      await db.transact(scope, function* () {
        const traits = change(yield* readKnown(model));
        if (traits) yield* run(keepSql, { ...place, model, traits: JSON.stringify(traits), now: clock.now() });
      });
    } catch {
      // A full disk must not lose the answer that showed it; the next call finds out again.
    }
  }

  return {
    read: (model) => db.do(readKnown(model)),
    keep: (model, traits) => change(model, () => traits),
    change,
    async forget(model) {
      await db.transact(scope, () => run(forgetSql, { ...place, model }));
    },
  };
}

/** Forgets all that is known of a shop's own servers: it has named another address or key. */
export function* forgetServers(shop: string): Steps<void> {
  yield* run(forgetAllSql, { shop });
}
