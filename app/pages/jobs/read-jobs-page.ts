import type { AppContext } from "../../context.server.ts";
import { listJobs } from "../../jobs/read-jobs.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { hiddenKinds } from "../../tasks/hidden-kinds.ts";
import { jobTabs } from "../../ui/jobs/job-tabs.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readWaiting } from "../waiting.ts";
import { jobView } from "./job-view.ts";
import { countHiddenFailures } from "./read-failed-page.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const pageSize = 50;

/** All that the jobs page shows for an address. */
export async function readJobsPage(deps: Deps, shop: ShopDomain, params: URLSearchParams) {
  const tab = jobTabs.find(({ id }) => id === params.get("tab")) ?? jobTabs[0];
  const cursor = params.get("cursor") ?? undefined;
  const status = tab.statuses.length > 0 ? [...tab.statuses] : undefined;
  const [{ rows, nextCursor }, notices] = await Promise.all([
    listJobs(deps, { shop, cursor, status, limit: pageSize, withoutKinds: hiddenKinds }),
    readShopNotices(deps, shop),
  ]);
  return {
    jobs: rows.map((row) => jobView(row, notices.outages)),
    waiting: await readWaiting(
      deps,
      shop,
      rows.some(({ finishedAt }) => finishedAt !== null),
    ),
    hiddenFailures: await countHiddenFailures(deps, shop),
    nextCursor,
    later: cursor !== undefined,
    tab: tab.id,
    notices,
    now: deps.clock.now(),
  };
}
