import { randomBytes } from "node:crypto";
import type { Db } from "../db/open.ts";
import { all, get, run, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { beginProbe, isAnyTrouble } from "./breaker.ts";
import { leaseToken } from "./find-dead-workers.ts";
import { holdBack, nothingHeld, type WorkerKinds } from "./hold-back.ts";
import { orderShops, runningByShop } from "./order-shops.ts";
import { slotsOfShop } from "./shop-slots.ts";

/** An item this worker may work on while its lease lasts. */
export interface ClaimedItem {
  jobId: string;
  seq: number;
  shop: string;
  kind: string;
  subject: string;
  /** JSON, null when the item has no payload */
  payload: string | null;
  /** 1 for the first try */
  attempts: number;
  deaths: number;
  /** JSON, null at first */
  checkpoint: string | null;
  exclusiveKey: string | null;
  token: string;
  leaseUntil: number;
}

export interface ClaimRequest extends WorkerKinds {
  /** the id of the worker that claims */
  worker: string;
  /** at most so many items in this transaction */
  limit: number;
  /** slots without an item */
  free: number;
  leaseMs: number;
  /** kept free for shops that have nothing running in this worker, so that one shop's flood never takes every slot */
  reserve: number;
  /** items of the shop under way in this worker */
  mine(shop: string): number;
  /** items of the shop that may run at once, over all workers; undefined: what its people set */
  perShopSlots: ((shop: string) => number) | undefined;
  /** whether this worker already runs an item that was under way at two deaths: such items run one at a time */
  runsSuspect: boolean;
  /** when the shop last got an item from this worker: any growing number */
  lastServed(shop: string): number;
}

/** A job whose due items are all blocked is looked at again after this wait, or as soon as a blocker is completed. */
export const blockedPauseMs = 100;
/** With this many deaths an item runs beside no other such item, so that it cannot take its neighbours down for good. */
export const suspectDeaths = 2;

interface RunnableJob {
  id: string;
  kind: string;
}

/**
 * Claims due items in one transaction: shops in turns (least running first, so no shop waits behind another's flood),
 * inside a shop interactive jobs first, then the oldest. Each job's items are taken by one UPDATE … RETURNING, which counts
 * the attempt and sets the lease. Items whose (shop, exclusive key) is running are passed over.
 */
export async function claimItems(
  { db, clock }: { db: Db; clock: Clock },
  request: ClaimRequest,
): Promise<ClaimedItem[]> {
  if (request.limit < 1 || !(await db.do(somethingIsDue(clock.now())))) return [];
  return db.transact("all shops", () => claimInTurns(clock.now(), request));
}

/** A read: an idle worker does not take the write lock. */
function* somethingIsDue(now: number): Steps<boolean> {
  const sql = `SELECT 1 FROM jobs /* all shops: is anything due */ WHERE next_run_at IS NOT NULL AND next_run_at <= @now LIMIT 1`;
  return (yield* get(sql, { now })) !== undefined;
}

function* claimInTurns(now: number, request: ClaimRequest): Steps<ClaimedItem[]> {
  const running = yield* runningByShop();
  const shops = yield* orderShops({ now, running, lastServed: request.lastServed });
  const claimed: ClaimedItem[] = [];
  const taken = new Map<string, number>();
  const lease = {
    now,
    token: leaseToken(request.worker, randomBytes(12).toString("base64url")),
    leaseUntil: now + request.leaseMs,
  };
  let waiting = shops;
  while (waiting.length > 0 && claimed.length < request.limit) {
    const share = Math.max(1, Math.floor((request.limit - claimed.length) / waiting.length));
    const unsated: string[] = [];
    for (const shop of waiting) {
      if (claimed.length >= request.limit) break;
      const own = taken.get(shop) ?? 0;
      const slots = request.perShopSlots?.(shop) ?? (yield* slotsOfShop(shop));
      const room = Math.min(
        share,
        request.limit - claimed.length,
        roomInWorker(request.free - claimed.length, request.mine(shop) + own, request.reserve),
        slots - (running.get(shop) ?? 0) - own,
      );
      if (room < 1) continue;
      const items = yield* claimOfShop({ shop, room, ...lease }, request, claimed);
      claimed.push(...items);
      taken.set(shop, own + items.length);
      if (items.length === room) unsated.push(shop);
    }
    waiting = unsated;
  }
  return claimed;
}

function roomInWorker(free: number, ofShop: number, reserve: number): number {
  if (ofShop > 0) return free - reserve;
  return Math.min(free, Math.max(1, free - reserve));
}

interface ShopClaim {
  shop: string;
  room: number;
  now: number;
  token: string;
  leaseUntil: number;
}

function* claimOfShop(claim: ShopClaim, request: ClaimRequest, before: ClaimedItem[]): Steps<ClaimedItem[]> {
  const { shop, now, room } = claim;
  const held = (yield* isAnyTrouble()) ? yield* holdBack({ shop, now }, request) : nothingHeld;
  const claimed = yield* claimOfKinds(claim, request, before, { kinds: held.free });
  if (held.over.length > 0 && claimed.length < room) {
    const rest = { ...claim, room: room - claimed.length };
    const old = { kinds: held.over, createdBy: now - request.patienceMs };
    claimed.push(...(yield* claimOfKinds(rest, request, [...before, ...claimed], old)));
  }
  if (claimed.length >= room) return claimed;
  const probes: ClaimedItem[] = [];
  for (const { provider, kinds } of held.probes) {
    const only = { kinds, inTurns: true };
    const [probe] = yield* claimOfKinds({ ...claim, room: 1 }, request, [...before, ...claimed], only);
    if (!probe) continue;
    yield* beginProbe({ shop, provider, now });
    probes.push(probe);
  }
  return [...claimed, ...probes];
}

function* claimOfKinds(
  claim: ShopClaim,
  request: ClaimRequest,
  before: readonly ClaimedItem[],
  only: { kinds: readonly string[] | null; createdBy?: number; inTurns?: boolean },
): Steps<ClaimedItem[]> {
  const { shop, now } = claim;
  const kinds = JSON.stringify(only.kinds ?? [...request.kinds.keys()]);
  const createdBy = only.createdBy ?? Number.MAX_SAFE_INTEGER;
  const claimed: ClaimedItem[] = [];
  // Each round either fills the room or moves its jobs' gates on, so it ends; the bound keeps the transaction short.
  for (let round = 0; round < 8 && claimed.length < claim.room; round++) {
    const jobs = yield* all<RunnableJob>(only.inTurns ? jobsInTurnsSql : runnableJobsSql, {
      shop,
      now,
      kinds,
      createdBy,
      limit: claim.room,
    });
    if (jobs.length === 0) break;
    for (const job of jobs) {
      const room = claim.room - claimed.length;
      if (room === 0) break;
      const suspects = [...before, ...claimed].some(isSuspect) || request.runsSuspect ? 0 : 1;
      const items = yield* claimOfJob({ ...claim, room }, job, request.kinds.get(job.kind) ?? null, suspects);
      claimed.push(...items);
      if (items.length > 0) yield* run(startedSql, { id: job.id, shop, now });
      if (items.length < room) yield* run(moveGateSql, { id: job.id, shop, now, blockedUntil: now + blockedPauseMs });
    }
  }
  return claimed;
}

export function isSuspect(item: { deaths: number }): boolean {
  return item.deaths >= suspectDeaths;
}

function* claimOfJob(claim: ShopClaim, job: RunnableJob, group: string | null, suspects: 0 | 1): Steps<ClaimedItem[]> {
  const { shop, room, now, token, leaseUntil } = claim;
  const own = { jobId: job.id, shop, now, token, leaseUntil };
  const sql = group === null ? claimSql : claimExclusiveSql;
  const params = group === null ? own : { ...own, prefix: `${group}:` };
  const rows = yield* all<ClaimedRow>(sql, { ...params, room, deathsFrom: 0, deathsTo: suspectDeaths - 1 });
  if (rows.length < room && suspects > 0)
    rows.push(...(yield* all<ClaimedRow>(sql, { ...params, room: 1, deathsFrom: suspectDeaths, deathsTo: 1_000 })));
  return rows
    .map((row): ClaimedItem => ({ ...row, jobId: job.id, shop, kind: job.kind, token, leaseUntil }))
    .sort((a, b) => a.seq - b.seq);
}

type ClaimedRow = Pick<
  ClaimedItem,
  "seq" | "subject" | "payload" | "attempts" | "deaths" | "checkpoint" | "exclusiveKey"
>;

const dueJobsSql = `SELECT id, kind FROM jobs
  WHERE shop = @shop AND next_run_at IS NOT NULL AND next_run_at <= @now AND kind IN (SELECT value FROM json_each(@kinds))
    AND created_at <= @createdBy`;

const runnableJobsSql = `${dueJobsSql}
  ORDER BY priority, created_at, id LIMIT @limit`;

/** A probe that fails must not be the next one too: another job's item may be what the provider takes. */
const jobsInTurnsSql = `${dueJobsSql}
  ORDER BY coalesce(claimed_at, 0), priority, created_at, id LIMIT @limit`;

const startedSql = `UPDATE jobs SET claimed_at = @now, started_at = coalesce(started_at, @now),
    status = CASE status WHEN 'queued' THEN 'processing' ELSE status END
  WHERE id = @id AND shop = @shop`;

/** To the earliest run of what is queued; to a short pause from now when that is due but blocked. */
const moveGateSql = `UPDATE jobs SET next_run_at = (
    SELECT max(min(run_at), CASE WHEN min(run_at) <= @now THEN CAST(@blockedUntil AS bigint) ELSE 0 END)
    FROM job_items INDEXED BY job_items_queued WHERE job_id = @id AND status = 'queued')
  WHERE id = @id AND shop = @shop AND held_at IS NULL`;

const returning = `RETURNING seq, subject, payload, attempts, deaths, checkpoint, exclusive_key AS exclusiveKey`;

// MATERIALIZED: a server could otherwise run the inner query once a row, and take more than its limit.
const claimSql = `WITH due AS MATERIALIZED (
    SELECT seq FROM job_items INDEXED BY job_items_queued
    WHERE job_id = @jobId AND status = 'queued' AND run_at <= @now AND deaths BETWEEN @deathsFrom AND @deathsTo
    ORDER BY run_at, seq LIMIT @room)
  UPDATE job_items SET status = 'processing', attempts = attempts + 1, lease_token = @token, lease_until = @leaseUntil,
    exclusive_key = NULL
  WHERE job_id = @jobId AND shop = @shop AND seq IN (SELECT seq FROM due)
  ${returning}`;

// Of two items in this batch with the same key the first one is taken.
const claimExclusiveSql = `WITH due AS MATERIALIZED (
    SELECT seq, subject FROM job_items AS waiting INDEXED BY job_items_queued
    WHERE job_id = @jobId AND status = 'queued' AND run_at <= @now AND deaths BETWEEN @deathsFrom AND @deathsTo
      AND NOT EXISTS (SELECT 1 FROM job_items AS running WHERE running.shop = @shop AND running.status = 'processing'
        AND running.exclusive_key = @prefix || waiting.subject)
    ORDER BY run_at, seq LIMIT @room)
  UPDATE job_items SET status = 'processing', attempts = attempts + 1, lease_token = @token, lease_until = @leaseUntil,
    exclusive_key = @prefix || subject
  WHERE job_id = @jobId AND shop = @shop AND seq IN (SELECT min(seq) FROM due GROUP BY subject)
  ${returning}`;
