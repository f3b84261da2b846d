import type { Db } from "../db/open.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../lib/brand.ts";
import { prepared } from "./prepared.ts";

/** Longer than storing any job takes: one that is not open by then was left by a crash. */
const storingMs = 60_000;

/**
 * The job that an earlier sending of the same request has started, or null. A page sends an action again when its answer was
 * lost on the way.
 * @param requestKey chosen by the sender, once for each thing it wants
 */
export function jobOfRequest(
  { db }: { db: Db },
  { shop, requestKey, now }: { shop: ShopDomain; requestKey: string; now: number },
): JobId | null {
  const found = prepared<object, { id: string }>(
    db,
    `SELECT id FROM jobs WHERE shop = @shop AND request_key = @requestKey AND request_key IS NOT NULL
       AND (opened_at IS NOT NULL OR created_at > @storedAfter)`,
  ).get({ shop, requestKey, storedAfter: now - storingMs });
  return found ? jobIdSchema.parse(found.id) : null;
}

/**
 * A step of the transaction that stores a job: the earlier job of the request, or null, and then the key is free for a new
 * one: what a crash left half stored has it no longer.
 */
export function takeRequest(db: Db, shop: ShopDomain, requestKey: string, now: number): JobId | null {
  const found = jobOfRequest({ db }, { shop, requestKey, now });
  if (found) return found;
  prepared(db, "UPDATE jobs SET request_key = NULL WHERE shop = @shop AND request_key = @requestKey").run({
    shop,
    requestKey,
  });
  return null;
}
