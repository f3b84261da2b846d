import { z } from "zod";
import type { Db } from "../db/open.ts";
import { jobOfRequest } from "../jobs/job-of-request.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

const requestKeySchema = z.uuid();

/** The key that a page gave its request; anything else counts as none. */
export function requestKeyOf(given: unknown): string | undefined {
  return requestKeySchema.safeParse(given).data;
}

/** What to answer to a request that has started a job already: its first answer was lost on the way. Null for a new one. */
export function askedBefore(
  deps: { db: Db; clock: Clock },
  shop: ShopDomain,
  requestKey: string | undefined,
): { message: string; jobId: JobId } | null {
  const jobId = requestKey ? jobOfRequest(deps, { shop, requestKey, now: deps.clock.now() }) : null;
  return jobId && { message: "This was started already", jobId };
}
