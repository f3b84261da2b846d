import type { Db } from "../db/open.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../lib/brand.ts";
import { prepared } from "./prepared.ts";

/**
 * The job that an earlier sending of the same request has started, or null. A page sends an action again when its answer was
 * lost on the way.
 * @param requestKey chosen by the sender, once for each thing it wants
 */
export function jobOfRequest(
  { db }: { db: Db },
  { shop, requestKey }: { shop: ShopDomain; requestKey: string },
): JobId | null {
  const found = prepared<object, { id: string }>(
    db,
    "SELECT id FROM jobs WHERE shop = @shop AND request_key = @requestKey AND request_key IS NOT NULL",
  ).get({ shop, requestKey });
  return found ? jobIdSchema.parse(found.id) : null;
}
