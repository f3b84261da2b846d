import { randomBytes } from "node:crypto";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { beginProbe, isAnyTrouble } from "./breaker.ts";
import { leaseToken } from "./find-dead-workers.ts";
import { holdBack, nothingHeld, type WorkerKinds } from "./hold-back.ts";
import { orderShops, runningByShop } from "./order-shops.ts";
import { prepared } from "./prepared.ts";

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
  /** items of the shop that may run at once, over all workers */
  perShopSlots(shop: string): number;
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
export function claimItems({ db, clock }: { db: Db; clock: Clock }, request: ClaimRequest): ClaimedItem[] {
  if (request.limit < 1 || !somethingIsDue(db, clock.now())) return [];
  return db.raw.transaction(() => claimInTurns(db, clock.now(), request)).immediate();
}

/** A read: an idle worker does not take the write lock. */
function somethingIsDue(db: Db, now: number): boolean {
  const sql = `SELECT 1 FROM jobs /* all shops: is anything due */ WHERE next_run_at IS NOT NULL AND next_run_at <= @now LIMIT 1`;
  return prepared(db, sql).get({ now }) !== undefined;
}

function claimInTurns(db: Db, now: number, request: ClaimRequest): ClaimedItem[] {
  const running = runningByShop(db);
  const shops = orderShops(db, { now, running, lastServed: request.lastServed });
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
      const room = Math.min(
        share,
        request.limit - claimed.length,
        roomInWorker(request.free - claimed.length, request.mine(shop) + own, request.reserve),
        request.perShopSlots(shop) - (running.get(shop) ?? 0) - own,
      );
      if (room < 1) continue;
      const items = claimOfShop(db, { shop, room, ...lease }, request, claimed);
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

function claimOfShop(db: Db, claim: ShopClaim, request: ClaimRequest, before: ClaimedItem[]): ClaimedItem[] {
  const held = isAnyTrouble(db) ? holdBack(db, { shop: claim.shop, now: claim.now }, request) : nothingHeld;
  const claimed = claimOfKinds(db, claim, request, before, { kinds: held.free });
  if (held.over.length > 0 && claimed.length < claim.room) {
    const rest = { ...claim, room: claim.room - claimed.length };
    const old = { kinds: held.over, createdBy: claim.now - request.patienceMs };
    claimed.push(...claimOfKinds(db, rest, request, [...before, ...claimed], old));
  }
  const probes = held.probes.flatMap(({ provider, kinds }) => {
    if (claimed.length >= claim.room) return [];
    const [probe] = claimOfKinds(db, { ...claim, room: 1 }, request, [...before, ...claimed], {
      kinds,
      inTurns: true,
    });
    if (probe) beginProbe(db, { shop: claim.shop, provider, now: claim.now });
    return probe ? [probe] : [];
  });
  return [...claimed, ...probes];
}

function claimOfKinds(
  db: Db,
  claim: ShopClaim,
  request: ClaimRequest,
  before: readonly ClaimedItem[],
  only: { kinds: readonly string[] | null; createdBy?: number; inTurns?: boolean },
): ClaimedItem[] {
  const { shop, now } = claim;
  const kinds = JSON.stringify(only.kinds ?? [...request.kinds.keys()]);
  const createdBy = only.createdBy ?? Number.MAX_SAFE_INTEGER;
  const claimed: ClaimedItem[] = [];
  // Each round either fills the room or moves its jobs' gates on, so it ends; the bound keeps the transaction short.
  for (let round = 0; round < 8 && claimed.length < claim.room; round++) {
    const jobs = prepared<object, RunnableJob>(db, only.inTurns ? jobsInTurnsSql : runnableJobsSql).all({
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
      const items = claimOfJob(db, { ...claim, room }, job, request.kinds.get(job.kind) ?? null, suspects);
      claimed.push(...items);
      if (items.length > 0) prepared(db, startedSql).run({ id: job.id, shop, now });
      if (items.length < room) prepared(db, moveGateSql).run({ id: job.id, shop, now, pauseMs: blockedPauseMs });
    }
  }
  return claimed;
}

export function isSuspect(item: { deaths: number }): boolean {
  return item.deaths >= suspectDeaths;
}

function claimOfJob(db: Db, claim: ShopClaim, job: RunnableJob, group: string | null, suspects: 0 | 1): ClaimedItem[] {
  const { shop, room, now, token, leaseUntil } = claim;
  const own = { jobId: job.id, shop, now, token, leaseUntil };
  const items: ClaimedItem[] = [];
  const take = (rows: ClaimedRow[]) => {
    for (const row of rows) items.push({ ...row, jobId: job.id, shop, kind: job.kind, token, leaseUntil });
  };
  const sql = group === null ? claimSql : claimExclusiveSql;
  const params = group === null ? own : { ...own, group };
  take(prepared<object, ClaimedRow>(db, sql).all({ ...params, room, deathsFrom: 0, deathsTo: suspectDeaths - 1 }));
  if (items.length < room && suspects > 0)
    take(prepared<object, ClaimedRow>(db, sql).all({ ...params, room: 1, deathsFrom: suspectDeaths, deathsTo: 1_000 }));
  return items.sort((a, b) => a.seq - b.seq);
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
    SELECT max(min(run_at), CASE WHEN min(run_at) <= @now THEN @now + @pauseMs ELSE 0 END)
    FROM job_items INDEXED BY job_items_queued WHERE job_id = @id AND status = 'queued')
  WHERE id = @id AND shop = @shop`;

const returning = `RETURNING seq, subject, payload, attempts, deaths, checkpoint, exclusive_key AS exclusiveKey`;

const claimSql = `UPDATE job_items SET status = 'processing', attempts = attempts + 1, lease_token = @token,
    lease_until = @leaseUntil, exclusive_key = NULL
  WHERE job_id = @jobId AND shop = @shop AND seq IN (
    SELECT seq FROM job_items INDEXED BY job_items_queued
    WHERE job_id = @jobId AND status = 'queued' AND run_at <= @now AND deaths BETWEEN @deathsFrom AND @deathsTo
    ORDER BY run_at, seq LIMIT @room)
  ${returning}`;

// OR IGNORE: of two items in this batch with the same key, the unique index lets the first one through.
const claimExclusiveSql = `UPDATE OR IGNORE job_items SET status = 'processing', attempts = attempts + 1, lease_token = @token,
    lease_until = @leaseUntil, exclusive_key = @group || ':' || subject
  WHERE job_id = @jobId AND shop = @shop AND seq IN (
    SELECT seq FROM job_items AS waiting INDEXED BY job_items_queued
    WHERE job_id = @jobId AND status = 'queued' AND run_at <= @now AND deaths BETWEEN @deathsFrom AND @deathsTo
      AND NOT EXISTS (SELECT 1 FROM job_items AS running WHERE running.shop = @shop AND running.status = 'processing'
        AND running.exclusive_key = @group || ':' || waiting.subject)
    ORDER BY run_at, seq LIMIT @room)
  ${returning}`;
