import { targetPlaceOf } from "../catalog/target-place.ts";
import { stateCondition } from "../catalog/target-texts.ts";
import type { Db } from "../db/open.ts";
import { all, get, run, type Steps } from "../db/steps.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Target } from "../texts/target.ts";
import { type Lane, statesOf } from "./lanes.ts";
import { columnsOf, type Queue, queueById } from "./queue.ts";

/** How long a product stays with the person who has it, unless they do something. */
export const claimMs = 120_000;
/** A person may be some products ahead; beyond this they look up what nobody else should wait for. */
const mostAtOnce = 10;

/** A product of a queue that is nobody else's at the moment. */
export interface HandedOut {
  seq: number;
  productId: ProductId;
}

export interface NextProducts {
  products: HandedOut[];
  /** products of the queue that other people have before them */
  withOthers: number;
}

const claimSql = `INSERT INTO review_claims (shop, product_id, locale, market, channel, person, until)
  VALUES (@shop, @productId, @locale, @market, @channel, @person, @until)
  ON CONFLICT (shop, product_id, locale, market, channel) DO UPDATE SET person = excluded.person, until = excluded.until
  WHERE review_claims.person = excluded.person OR review_claims.until <= @now`;
const touchSql = "UPDATE review_queues SET touched_at = @now, position = @position WHERE shop = @shop AND id = @id";
const othersSql = `SELECT count(*) AS count FROM review_claims AS c
  WHERE c.shop = @shop AND c.locale = @locale AND c.market = @market AND c.channel = @channel
    AND c.person <> @person AND c.until > @now
    AND EXISTS (SELECT 1 FROM review_entries AS e WHERE e.queue_id = @id AND e.product_id = c.product_id AND e.outcome IS NULL)`;
const releaseSql =
  "DELETE FROM review_claims WHERE shop = @shop AND person = @person AND product_id IN (SELECT value FROM json_each(@ids))";
const releaseAllSql = "DELETE FROM review_claims WHERE shop = @shop AND person = @person";
const holderSql = `SELECT person, until FROM review_claims
  WHERE shop = @shop AND product_id = @productId AND locale = @locale AND market = @market AND channel = @channel AND until > @now`;

/**
 * The next products of a person's queue that wait for a review, each claimed for a while so that nobody else gets it. Those that
 * others have before them, and those that were decided elsewhere, are passed over.
 * @param from the first place that counts; behind the last one it begins again at the first
 * @returns null when the person has no such queue
 */
export async function handOut(
  { db, clock }: { db: Db; clock: Clock },
  asked: {
    shop: ShopDomain;
    person: string;
    queueId: string;
    from: number;
    lane?: Lane | undefined;
    count: number;
    /** the place of the product that the person has before them; default: the first that is handed out */
    at?: number | undefined;
  },
): Promise<NextProducts | null> {
  const { shop, person, queueId, lane, count } = asked;
  return db.transact({ shop }, function* () {
    const queue = yield* queueById(shop, person, queueId);
    if (!queue) return null;
    const now = clock.now();
    const products = yield* openEntries(shop, queue, { ...asked, now, lane, count: Math.min(count, mostAtOnce) });
    for (const { productId } of products) {
      yield* run(claimSql, { shop, productId, ...columnsOf(queue.target), person, until: now + claimMs, now });
    }
    const position = asked.at ?? products[0]?.seq ?? queue.position;
    yield* run(touchSql, { shop, id: queueId, now, position });
    const others = yield* get<{ count: number }>(othersSql, {
      shop,
      id: queueId,
      ...columnsOf(queue.target),
      person,
      now,
    });
    return { products, withOthers: others?.count ?? 0 };
  });
}

/** Who else has the product before them; null: nobody. */
export function* holderOf(
  shop: ShopDomain,
  { productId, target, person, now }: { productId: ProductId; target: Queue["target"]; person: string; now: number },
): Steps<string | null> {
  const row = yield* get<{ person: string }>(holderSql, { shop, productId, ...columnsOf(target), now });
  return row && row.person !== person ? row.person : null;
}

/** Gives back what a person has before them, e.g. when they leave the page. @param productIds default: all of it */
export async function release(
  { db }: { db: Db },
  { shop, person, productIds }: { shop: ShopDomain; person: string; productIds?: readonly ProductId[] },
): Promise<void> {
  await db.transact({ shop }, function* () {
    if (productIds) yield* run(releaseSql, { shop, person, ids: JSON.stringify(productIds) });
    else yield* run(releaseAllSql, { shop, person });
  });
}

const releaseOneSql = `DELETE FROM review_claims WHERE shop = @shop AND person = @person AND product_id = @productId
  AND locale = @locale AND market = @market AND channel = @channel`;

/** Others may have it at once: a step of the caller's transaction. */
export function* releaseOne({
  shop,
  person,
  productId,
  target,
}: {
  shop: ShopDomain;
  person: string;
  productId: ProductId;
  target: Target;
}): Steps<void> {
  yield* run(releaseOneSql, { shop, person, productId, ...columnsOf(target) });
}

interface EntriesAsked {
  from: number;
  lane?: Lane | undefined;
  count: number;
  person: string;
  now: number;
}

/**
 * Products of a queue that wait for a review and that nobody else has before them, in its order, from a place to the end.
 * @param range `around`: then from the beginning to that place
 */
export function* openEntries(
  shop: ShopDomain,
  { id, target }: Queue,
  { from, lane, count, person, now }: EntriesAsked,
  range: "around" | "only_ahead" = "around",
): Steps<HandedOut[]> {
  const state = stateCondition(yield* targetPlaceOf(shop, target), statesOf(lane));
  const { locale, market, channel } = target;
  const read = (where: string, limit: number) =>
    all<{ seq: number; productId: string }>(
      `SELECT e.seq, e.product_id AS "productId"
       FROM review_entries AS e JOIN products AS p ON p.shop = e.shop AND p.id = e.product_id
       WHERE e.shop = ? AND e.queue_id = ? AND e.outcome IS NULL AND ${where} AND p.gone_at IS NULL AND ${state.sql}
         AND NOT EXISTS (SELECT 1 FROM review_claims AS c WHERE c.shop = e.shop AND c.product_id = e.product_id
           AND c.locale = ? AND c.market = ? AND c.channel = ? AND c.person <> ? AND c.until > ?)
       ORDER BY e.seq LIMIT ?`,
      [shop, id, from, ...state.params, locale, market, channel, person, now, limit],
    );
  const ahead = yield* read("e.seq >= ?", count);
  const isRoom = range === "around" && ahead.length < count && from > 0;
  const behind = isRoom ? yield* read("e.seq < ?", count - ahead.length) : [];
  return [...ahead, ...behind].map(({ seq, productId }) => ({ seq, productId: productIdSchema.parse(productId) }));
}

/** Keeps products with the person who works on them. What somebody else has by now stays with them. */
export async function renewClaims(
  { db, clock }: { db: Db; clock: Clock },
  {
    shop,
    person,
    target,
    productIds,
  }: { shop: ShopDomain; person: string; target: Target; productIds: readonly ProductId[] },
): Promise<void> {
  const now = clock.now();
  await db.transact({ shop }, function* () {
    for (const productId of productIds.slice(0, mostAtOnce)) {
      yield* run(claimSql, { shop, productId, ...columnsOf(target), person, until: now + claimMs, now });
    }
  });
}
