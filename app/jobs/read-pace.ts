import { all, type Steps } from "../db/steps.ts";

/** How fast the items of a job ended lately, and how many are worked on. */
export interface Pace {
  jobId: string;
  /** ended since `now - paceMs` */
  ended: number;
  underWay: number;
}

/** Long enough for items that take ten seconds each, short enough to forget a pause. */
export const paceMs = 60_000;

/** The pace of a shop's unfinished jobs. */
export function readPaces({ shop, now }: { shop: string; now: number }): Steps<Pace[]> {
  return all<Pace>(pacesSql, { shop, since: now - paceMs });
}

const pacesSql = `SELECT jobs.id AS jobId,
    (SELECT count(*) FROM job_items WHERE job_id = jobs.id AND finished_at > @since) AS ended,
    (SELECT count(*) FROM job_items INDEXED BY job_items_running
     WHERE job_items.shop = @shop AND status = 'processing' AND job_id = jobs.id) AS underWay
  FROM jobs WHERE jobs.shop = @shop AND jobs.status = 'processing' AND jobs.finished_at IS NULL AND jobs.opened_at IS NOT NULL
  ORDER BY jobs.created_at DESC LIMIT 20`;
