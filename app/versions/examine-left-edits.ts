import type { Db } from "../db/open.ts";
import { all, get, type Steps } from "../db/steps.ts";
import { enqueueJobIn } from "../jobs/enqueue-job.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { examinationOf } from "./examine-edit-job.ts";

const dueSql = `SELECT id, shop FROM versions /* all shops: time passes for all */
  WHERE examine_at <= @now ORDER BY examine_at, id LIMIT 100`;
// What was decided meanwhile is not examined any more.
const takeSql = `UPDATE versions SET examine_at = NULL WHERE shop = @shop AND id = @versionId AND examine_at <= @now
  RETURNING state`;

/**
 * Has texts examined of which nobody said that their writer is done with them: a window was closed, or they sit before it and
 * write nothing. The sitting goes on all the same. @returns how many
 */
export async function examineLeftEdits({ db, clock }: { db: Db; clock: Clock }): Promise<number> {
  const now = clock.now();
  let examined = 0;
  for (const { id: versionId, shop: name } of await db.do(all<{ id: string; shop: string }>(dueSql, { now }))) {
    const shop = shopDomainSchema.parse(name);
    const isWanted = await db.transact({ shop }, () => takeUp(clock, { shop, versionId }));
    if (isWanted) examined++;
  }
  return examined;
}

function* takeUp(clock: Clock, of: { shop: ShopDomain; versionId: string }): Steps<boolean> {
  const taken = yield* get<{ state: string }>(takeSql, { ...of, now: clock.now() });
  if (taken?.state !== "draft") return false;
  yield* enqueueJobIn(clock, examinationOf(of));
  return true;
}
