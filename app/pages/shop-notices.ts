import { importJob } from "../catalog/jobs.ts";
import { readSpendSettings } from "../credits/spend-settings.ts";
import type { Db } from "../db/open.ts";
import { get } from "../db/steps.ts";
import { openBreakers } from "../jobs/breaker.ts";
import { health } from "../jobs/health.ts";
import { listPauses } from "../jobs/pause.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { ShopNoticesView } from "../ui/shop-notices-view.ts";

/** What has not ended of the runs that wait for a person: an item of theirs is a product. */
const waitingSql = `SELECT coalesce(sum(total - done - failed - conflict - cancelled), 0) AS n FROM jobs
  WHERE shop = @shop AND pause_reason = @reason AND finished_at IS NULL AND kind <> @importing`;

/** What every page shows at its top: why work waits, which provider does not answer, and whether any worker runs. */
export async function readShopNotices(
  { db, clock }: { db: Db; clock: Clock },
  shop: ShopDomain,
): Promise<ShopNoticesView> {
  const [pauses, outages, { workersAlive }] = await Promise.all([
    listPauses({ db }, shop),
    db.do(openBreakers(shop)),
    health({ db, clock }),
  ]);
  return {
    pauses: await Promise.all(
      pauses.map(async ({ reason }) => ({
        reason,
        waiting: (await db.do(get<{ n: number }>(waitingSql, { shop, reason, importing: importJob.kind })))?.n ?? 0,
        capNanos: reason === "spend_cap" ? (await readSpendSettings({ db }, shop)).dailyCostCapNanos : null,
      })),
    ),
    outages: outages.map(({ provider, probeAt }) => ({ provider, nextTryAt: probeAt })),
    workerAlive: workersAlive > 0,
    now: clock.now(),
  };
}
