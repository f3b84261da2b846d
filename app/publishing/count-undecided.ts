import { and, countDistinct, eq } from "drizzle-orm";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import { conflicts, jobItems } from "../db/schema/index.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import { isForTarget } from "../versions/conditions.ts";

/** How many products of a job still have a conflict about the shop's own pages that nobody decided. */
export async function countUndecided({ db }: { db: Db }, { shop, jobId }: { shop: ShopDomain; jobId: JobId }) {
  const target = await readPrimaryTarget({ db }, shop);
  const [row] = await db.orm
    .select({ count: countDistinct(jobItems.subject) })
    .from(jobItems)
    .innerJoin(conflicts, and(eq(conflicts.shop, jobItems.shop), eq(conflicts.productId, jobItems.subject)))
    .where(
      and(
        eq(jobItems.shop, shop),
        eq(jobItems.jobId, jobId),
        eq(jobItems.status, "conflict"),
        isForTarget(conflicts, target),
      ),
    );
  return row?.count ?? 0;
}
