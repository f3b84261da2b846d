import type { reviewQueues } from "../db/schema/index.ts";
import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { type Target, targetSchema } from "../texts/target.ts";

export type Sort = (typeof sorts)[number];
/** `usual`: conflicts first, then by type of product, newest texts first; `findings`: the gravest first; `oldest`: longest waiting first. */
export const sorts = ["usual", "findings", "oldest"] as const;

/** A person's queue for one target. */
export interface Queue {
  id: string;
  person: string;
  target: Target;
  /** parameters of the products list */
  query: string;
  sort: Sort;
  size: number;
  /** the place of the product that the person had before them */
  position: number;
  openedAt: number;
  touchedAt: number;
}

type Row = typeof reviewQueues.$inferSelect;
const columns = `id, shop, person, locale, market, channel, query, sort, size, position, opened_at AS "openedAt",
  touched_at AS "touchedAt", closed_at AS "closedAt"`;
const openSql = `SELECT ${columns} FROM review_queues
  WHERE shop = @shop AND person = @person AND locale = @locale AND market = @market AND channel = @channel
    AND closed_at IS NULL ORDER BY opened_at DESC, id DESC LIMIT 1`;
const byIdSql = `SELECT ${columns} FROM review_queues WHERE shop = @shop AND person = @person AND id = @id`;
const newestSql = `SELECT ${columns} FROM review_queues
  WHERE shop = @shop AND person = @person AND closed_at IS NULL ORDER BY touched_at DESC, id DESC LIMIT 1`;

/** The person's open queue for a target, without one the one that they touched last. */
export function* openQueueOf(shop: ShopDomain, person: string, target?: Target): Steps<Queue | null> {
  const row = target
    ? yield* get<Row>(openSql, { shop, person, ...columnsOf(target) })
    : yield* get<Row>(newestSql, { shop, person });
  return row ? queueOf(row) : null;
}

/** A queue of the person's own. */
export function* queueById(shop: ShopDomain, person: string, id: string): Steps<Queue | null> {
  const row = yield* get<Row>(byIdSql, { shop, person, id });
  return row ? queueOf(row) : null;
}

/** The columns of a target, and nothing else of what carries it. */
export function columnsOf({ locale, market, channel }: Target) {
  return { locale, market, channel };
}

function queueOf({ id, person, query, sort, size, position, openedAt, touchedAt, ...target }: Row): Queue {
  const known = sorts.find((one) => one === sort) ?? "usual";
  return { id, person, target: targetSchema.parse(target), query, sort: known, size, position, openedAt, touchedAt };
}
