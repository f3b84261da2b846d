import { randomUUID } from "node:crypto";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { wait } from "../lib/retry.ts";
import type { Db } from "./open.ts";
import { get, run, type Steps } from "./steps.ts";

/** A request that somebody names, so that the same sent again is not done again. */
export interface RequestId {
  shop: ShopDomain;
  by: string;
  key: string;
}

export type Claim =
  /** to be worked on by this caller; `effect` when an earlier worker had it complete and died before it could answer */
  | { kind: "ours"; owner: string; effect: Record<string, string> | null }
  | { kind: "answered"; answer: unknown }
  /** the key belongs to something else that was sent */
  | { kind: "other_request" }
  /** still under way elsewhere after all the patience */
  | { kind: "under_way" };

export interface ClaimDeps {
  db: Db;
  clock: Clock;
  /** by which stored answers grow old, at a time of the clock */
  watchedTime(now: number): Steps<number>;
}
type Deps = Omit<ClaimDeps, "watchedTime">;

/** A worker that did not renew its claim for so long is dead. */
const leaseMs = 10_000;
const renewEveryMs = 3_000;
/** Below the time after which the page gives its request up. */
const patienceMs = 80_000;
const lookEveryMs = 50;
/** Answers are kept for a day, or until very many follow: longer than any page stays open that waits for one. */
const keptMs = 24 * 3_600_000;
const forgottenAtOnce = 200;
/** Of a shop; its people together send fewer within the minutes in which one of them might send the same again. */
const maxKept = 5_000;

/**
 * Takes a request to work on it, or gets the answer of who did: at once, or when it is there.
 * @param digest of all that was sent beside the key
 */
export async function claimRequest(deps: ClaimDeps, id: RequestId, digest: string): Promise<Claim> {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const claim = await deps.db.transact({ shop: id.shop }, () => tryClaim(deps, id, digest));
    if (claim.kind !== "under_way" || waitedMs >= patienceMs) return claim;
    await wait(lookEveryMs);
  }
}

interface Row {
  digest: string;
  leaseUntil: number;
  effect: string | null;
  answer: string | null;
}

function* tryClaim({ clock, watchedTime }: Omit<ClaimDeps, "db">, id: RequestId, digest: string): Steps<Claim> {
  const now = clock.now();
  yield* forget(id.shop, yield* watchedTime(now));
  const row = yield* get<Row>(
    `SELECT digest, lease_until AS leaseUntil, effect, answer FROM answered_requests
     WHERE shop = @shop AND by = @by AND key = @key`,
    id,
  );
  const owner = randomUUID();
  const claimed = { ...id, owner, leaseUntil: now + leaseMs };
  if (!row) {
    yield* run(
      `INSERT INTO answered_requests (shop, by, key, digest, owner, lease_until, at)
       VALUES (@shop, @by, @key, @digest, @owner, @leaseUntil, @now)`,
      { ...claimed, digest, now },
    );
    return { kind: "ours", owner, effect: null };
  }
  if (row.digest !== digest) return { kind: "other_request" };
  if (row.answer !== null) {
    return { kind: "answered", answer: JSON.parse(row.answer) };
  }
  // A lease from the future is of before the clock was put back.
  if (row.leaseUntil > now && row.leaseUntil <= now + leaseMs) return { kind: "under_way" };
  yield* run(
    `UPDATE answered_requests SET owner = @owner, lease_until = @leaseUntil
     WHERE shop = @shop AND by = @by AND key = @key`,
    claimed,
  );
  return {
    kind: "ours",
    owner,
    effect: row.effect === null ? null : (JSON.parse(row.effect) as Record<string, string>),
  };
}

function* forget(shop: ShopDomain, now: number): Steps<void> {
  yield* run(
    `DELETE FROM answered_requests WHERE (shop, by, key) IN (
       SELECT shop, by, key FROM answered_requests WHERE shop = @shop AND at < @before LIMIT @limit)`,
    { shop, before: now - keptMs, limit: forgottenAtOnce },
  );
  const count = yield* get<{ kept: number }>("SELECT count(*) AS kept FROM answered_requests WHERE shop = @shop", {
    shop,
  });
  if (count === undefined || count.kept < maxKept) return;
  yield* run(
    `DELETE FROM answered_requests WHERE (shop, by, key) IN (
       SELECT shop, by, key FROM answered_requests WHERE shop = @shop ORDER BY at LIMIT @limit)`,
    { shop, limit: forgottenAtOnce },
  );
}

/** Renews a claim until its work has ended, however long that takes. @returns a function that stops the renewing */
export function keepClaim({ db, clock }: Deps, id: RequestId, owner: string): () => void {
  const renewed = () =>
    run(
      `UPDATE answered_requests SET lease_until = @leaseUntil
       WHERE shop = @shop AND by = @by AND key = @key AND owner = @owner`,
      { ...id, owner, leaseUntil: clock.now() + leaseMs },
    );
  // Out of a timer an error would end the process. A renewal that failed is made up for by the next one; what a lost claim
  // means, the effect and the answer find out for themselves.
  const renew = () => void db.transact({ shop: id.shop }, renewed).catch(() => {});
  const timer = setInterval(renew, renewEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Stores the answer for all who ask again. @returns false when somebody else took the request over: theirs counts */
export async function storeAnswer(
  { db }: Deps,
  id: RequestId,
  { owner, answer }: { owner: string; answer: unknown },
): Promise<boolean> {
  const changes = await db.transact({ shop: id.shop }, () =>
    run(
      `UPDATE answered_requests SET status = 200, answer = @answer
       WHERE shop = @shop AND by = @by AND key = @key AND owner = @owner`,
      { ...id, owner, answer: JSON.stringify(answer) },
    ),
  );
  return changes > 0;
}

/** Gives a request back that could not be answered, so that the next one who sends it need not wait. */
export async function releaseClaim({ db }: Deps, id: RequestId, owner: string): Promise<void> {
  await db.transact({ shop: id.shop }, () =>
    run(
      `UPDATE answered_requests SET lease_until = 0 WHERE shop = @shop AND by = @by AND key = @key AND owner = @owner`,
      { ...id, owner },
    ),
  );
}

/** Thrown out of the transaction of an effect whose request somebody else works on by now. */
export class TakenOver extends Error {}

/** Part of an effect's transaction: it is only kept while the request is still this worker's. @throws TakenOver */
export function* holdClaim(id: RequestId, owner: string, effect: Record<string, string> | null): Steps<void> {
  const changes = yield* run(
    `UPDATE answered_requests SET effect = coalesce(@effect, effect)
     WHERE shop = @shop AND by = @by AND key = @key AND owner = @owner`,
    { ...id, owner, effect: effect === null ? null : JSON.stringify(effect) },
  );
  if (changes === 0) throw new TakenOver("another worker took this request over");
}
