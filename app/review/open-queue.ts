import { type Condition, join } from "../catalog/condition.ts";
import { filterOf } from "../catalog/product-filter.ts";
import { parseProductQuery } from "../catalog/product-query.ts";
import { type TargetPlace, targetPlaceOf } from "../catalog/target-place.ts";
import { stateRank } from "../catalog/target-texts.ts";
import type { Db } from "../db/open.ts";
import { all, get, manyOf, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import type { Target } from "../texts/target.ts";
import { newestWaitingTextSql } from "../versions/drafts-of-product.ts";
import { reviewStates } from "./lanes.ts";
import { columnsOf, openQueueOf, type Queue, queueById, type Sort } from "./queue.ts";

/** More than anybody goes through: what is left is found when the queue is opened again. */
export const maxEntries = 20_000;

const closeSql = `UPDATE review_queues SET closed_at = @now
  WHERE shop = @shop AND person = @person AND locale = @locale AND market = @market AND channel = @channel AND closed_at IS NULL`;
const insertSql = `INSERT INTO review_queues (id, shop, person, locale, market, channel, query, sort, size, position, opened_at, touched_at)
  VALUES (@id, @shop, @person, @locale, @market, @channel, @query, @sort, @size, 0, @now, @now)`;
const entrySql = `INSERT INTO review_entries (shop, queue_id, seq, product_id)
  VALUES (@shop, @id, @seq, @productId)`;
const touchSql = "UPDATE review_queues SET touched_at = @now WHERE shop = @shop AND id = @id";
const sizeSql = "UPDATE review_queues SET size = size + @more WHERE shop = @shop AND id = @id";
const lastSql = "SELECT coalesce(max(seq), -1) AS last FROM review_entries WHERE shop = @shop AND queue_id = @id";

export interface QueueWanted {
  shop: ShopDomain;
  person: string;
  target: Target;
  /** parameters of the products list; what is in other states than those that wait for a review is left out */
  query: string;
  sort: Sort;
  /** true: a queue that is open already for the same filter and order is begun anew */
  anew?: boolean | undefined;
}

/**
 * Opens a queue of all products of a filter that wait for a review, in an order that stays. A person who has the same one open
 * goes on with it; another filter for the same target takes its place, and what was decided in it stays decided.
 */
export async function openQueue({ db, clock }: { db: Db; clock: Clock }, wanted: QueueWanted): Promise<Queue> {
  const { shop, person, target, query, sort, anew = false } = wanted;
  const now = clock.now();
  return db.transact({ shop }, function* () {
    const open = yield* openQueueOf(shop, person, target);
    if (open && !anew && open.query === query && open.sort === sort) {
      yield* run(touchSql, { shop, id: open.id, now });
      return { ...open, touchedAt: now };
    }
    yield* run(closeSql, { shop, person, ...columnsOf(target), now });
    const productIds = yield* waitingProducts(wanted);
    const id = newId("rq", now);
    yield* run(insertSql, { id, shop, person, ...columnsOf(target), query, sort, size: productIds.length, now });
    yield* addEntries({ shop, id, from: 0 }, productIds);
    return { id, person, target, query, sort, size: productIds.length, position: 0, openedAt: now, touchedAt: now };
  });
}

/** The queue for a target that a person has open; null when they have none. */
export async function resumeQueue(
  { db }: { db: Db },
  { shop, person, target }: { shop: ShopDomain; person: string; target: Target },
): Promise<Queue | null> {
  return db.do(openQueueOf(shop, person, target));
}

/** A queue of the person's own; null when they have no such queue. */
export async function findQueue(
  { db }: { db: Db },
  { shop, person, id }: { shop: ShopDomain; person: string; id: string },
): Promise<Queue | null> {
  return db.do(queueById(shop, person, id));
}

/**
 * Puts products that came since at the end of a queue.
 * @returns how many
 */
export async function extendQueue(
  { db, clock }: { db: Db; clock: Clock },
  { shop, person, id }: { shop: ShopDomain; person: string; id: string },
): Promise<number> {
  return db.transact({ shop }, function* () {
    const queue = yield* queueById(shop, person, id);
    if (!queue) return 0;
    const productIds = yield* newcomers(shop, queue);
    if (productIds.length === 0) return 0;
    const last = (yield* get<{ last: number }>(lastSql, { shop, id }))?.last ?? -1;
    yield* addEntries({ shop, id, from: last + 1 }, productIds);
    yield* run(sizeSql, { shop, id, more: productIds.length });
    yield* run(touchSql, { shop, id, now: clock.now() });
    return productIds.length;
  });
}

function* addEntries(
  { shop, id, from }: { shop: ShopDomain; id: string; from: number },
  productIds: readonly string[],
): Steps<void> {
  yield* manyOf(entrySql, productIds, (productId, at) => ({ shop, id, seq: from + at, productId }));
}

/**
 * Products of a queue's filter that wait for a review and are not waiting in it; without those that its person left to others,
 * or put aside as they still are.
 */
export function* newcomers(shop: ShopDomain, { id, target, query, sort }: Queue): Steps<string[]> {
  return yield* waitingProducts({ shop, target, query, sort }, id);
}

function* waitingProducts(
  { shop, target, query, sort }: Pick<QueueWanted, "shop" | "target" | "query" | "sort">,
  withoutQueue?: string,
): Steps<string[]> {
  const asked = parseProductQuery(shop, new URLSearchParams(query));
  const states = asked.contentState?.filter((state) => reviewStates.includes(state)) ?? [];
  const filter = yield* filterOf({ ...asked, target, contentState: states.length > 0 ? states : [...reviewStates] });
  const place = yield* targetPlaceOf(shop, target);
  const where = join(filter.where);
  const order = orderBy(sort, place, target);
  const { candidates } = filter;
  const from = candidates
    ? `(${candidates.sql}) AS c CROSS JOIN products AS p ON p.row_id = c.row_id`
    : "products AS p";
  const { locale, market, channel } = target;
  const others = withoutQueue === undefined ? [] : [withoutQueue, locale, market, channel];
  const isNew =
    withoutQueue === undefined
      ? ""
      : `AND NOT EXISTS
    (SELECT 1 FROM review_entries AS e WHERE e.queue_id = ? AND e.product_id = p.id
      AND (e.outcome IS NULL OR e.outcome = 'passed' OR (e.outcome = 'later' AND e.decided_at >= ${newestWaitingTextSql})))`;
  const rows = yield* all<{ id: string }>(
    `SELECT p.id FROM ${from} WHERE ${where.sql} ${isNew} ORDER BY ${order.sql} LIMIT ${maxEntries}`,
    [...(candidates?.params ?? []), ...where.params, ...others, ...order.params],
  );
  return rows.map(({ id }) => id);
}

function orderBy(sort: Sort, place: TargetPlace, target: Target): Condition {
  const written = [target.locale, target.market, target.channel];
  if (sort === "oldest") return { sql: `${newestWaitingTextSql}, p.row_id`, params: written };
  const rank = stateRank(place, sort === "findings" ? reviewStates : ["conflict"]);
  return {
    sql: `${rank.sql}, p.product_type, ${newestWaitingTextSql} DESC, p.row_id`,
    params: [...rank.params, ...written],
  };
}
