import { and, desc, eq, gt, notExists, notInArray, sql } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { dismissedEnds, jobs } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { type JobRow, jobColumns } from "./read-jobs.ts";

/** Nobody waits for longer before the screen. */
export const longMs = 2 * 60_000;
/** Who was away longer looks at the list. */
const tellsForMs = 24 * 3_600_000;
const most = 3;

/** The shop's jobs that took more than two minutes and ended within the last day, without those that a person has dismissed. */
export function listEndedLong(
  { db, clock }: { db: Db; clock: Clock },
  { shop, person, withoutKinds }: { shop: ShopDomain; person: string; withoutKinds: readonly string[] },
): Promise<JobRow[]> {
  const dismissed = db.orm
    .select({ one: sql`1` })
    .from(dismissedEnds)
    .where(and(eq(dismissedEnds.shop, shop), eq(dismissedEnds.person, person), eq(dismissedEnds.jobId, jobs.id)));
  return db.orm
    .select(jobColumns)
    .from(jobs)
    .where(
      and(
        eq(jobs.shop, shop),
        gt(jobs.finishedAt, clock.now() - tellsForMs),
        sql`${jobs.finishedAt} - ${jobs.createdAt} > ${longMs}`,
        notInArray(jobs.kind, [...withoutKinds]),
        notExists(dismissed),
      ),
    )
    .orderBy(desc(jobs.finishedAt))
    .limit(most);
}
