import { z } from "zod";
import type { Db } from "../db/open.ts";
import { all } from "../db/steps.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { defineJob } from "../jobs/task.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";

/** Checks the drafts of products by the rules of now, since those that they were checked by were changed. An item a product. */
export const recheckDraftsJob = defineJob({
  kind: "recheck-drafts",
  payload: z.object({
    /** the rules that it was asked for, as they were; absent where one product asks and in jobs of earlier releases */
    configId: z.string().optional(),
    digest: z.string().optional(),
    /** rules of this channel were changed: what they find is looked for, and nothing else */
    channel: z.string().optional(),
  }),
  item: z.object({ productId: z.string() }),
  exclusiveGroup: "recheck-drafts",
});

/** @param about `productIds`: those with drafts that were checked by earlier rules; `rules`: whose page asks, which tells what came of it */
export function startRecheck(
  deps: { db: Db; clock: Clock },
  about: { shop: ShopDomain; productIds: readonly string[]; by: string; rules?: { configId: string; digest: string } },
): Promise<JobId> {
  const { shop, productIds, by, rules = {} } = about;
  return enqueueJob(deps, {
    job: recheckDraftsJob,
    shop,
    title: "Check drafts again",
    payload: rules,
    items: productIds.map((productId) => ({ subject: productId, payload: { productId } })),
    priority: 0,
    createdBy: by,
  });
}

const draftsOfChannelSql = `SELECT DISTINCT product_id AS productId FROM versions
  WHERE shop = @shop AND state = 'draft' AND channel = @channel ORDER BY product_id`;

/** After a change of a channel's rules. @returns null when no draft for the channel waits for a person */
export async function startChannelRecheck(
  deps: { db: Db; clock: Clock },
  { shop, channel, by }: { shop: ShopDomain; channel: string; by: string },
): Promise<JobId | null> {
  const rows = await deps.db.do(all<{ productId: string }>(draftsOfChannelSql, { shop, channel }));
  if (rows.length === 0) return null;
  return enqueueJob(deps, {
    job: recheckDraftsJob,
    shop,
    title: "Check drafts again",
    payload: { channel },
    items: rows.map(({ productId }) => ({ subject: productId, payload: { productId } })),
    priority: 0,
    createdBy: by,
  });
}
