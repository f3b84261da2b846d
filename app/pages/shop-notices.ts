import type { Db } from "../db/open.ts";
import { openBreakers } from "../jobs/breaker.ts";
import { health } from "../jobs/health.ts";
import { listPauses } from "../jobs/pause.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { ShopNoticesView } from "../ui/shop-notices-view.ts";

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
    pauses: pauses.map(({ reason, message }) => ({ reason, message })),
    outages: outages.map(({ provider, probeAt }) => ({ provider, nextTryAt: probeAt })),
    workerAlive: workersAlive > 0,
    now: clock.now(),
  };
}
