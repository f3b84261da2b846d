import { run, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";

const dismissSql = `INSERT INTO dismissed_ends (shop, person, job_id, at)
  SELECT shop, @person, id, @now FROM jobs WHERE shop = @shop AND id = @jobId
  ON CONFLICT DO NOTHING`;

/** Remembers that a person was told of a run's end; nothing for another shop's run. */
export function* dismissEndFor(end: { shop: ShopDomain; person: string; jobId: JobId; now: number }): Steps<void> {
  yield* run(dismissSql, end);
}
