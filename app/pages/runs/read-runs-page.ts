import type { AppContext } from "../../context.server.ts";
import { readRuns } from "../../credits/read-run.ts";
import type { JobStatus } from "../../db/schema/index.ts";
import { hiddenKinds } from "../../jobs/hidden-kinds.ts";
import { listJobs } from "../../jobs/read-jobs.ts";
import { readPaces } from "../../jobs/read-pace.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { countOpenWrites } from "../../publishing/read-undo.ts";
import { type RunTab, runTabs } from "../../ui/runs/run-tabs.ts";
import type { ListedRunView } from "../../ui/runs/run-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readWaiting } from "../waiting.ts";
import { countHiddenFailures } from "./read-failed-page.ts";
import { runViews } from "./run-view.ts";
import { timeLeft } from "./time-left.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const pageSize = 50;

/** `undefined`: of any status. What needs a person is paused by one, or ended with something that was not done. */
const narrowed: Record<RunTab, { status?: JobStatus[]; needsPerson?: true }> = {
  all: {},
  running: { status: ["queued", "processing"] },
  person: { needsPerson: true },
  done: { status: ["completed", "partially_completed", "failed", "cancelled"] },
};

/** All that the list of runs shows for an address. @param reader who looks, as the log keeps them */
export async function readRunsPage(
  deps: Deps,
  shop: ShopDomain,
  params: URLSearchParams,
  reader: string | null = null,
) {
  const tab = runTabs.find((id) => id === params.get("tab")) ?? "all";
  const cursor = params.get("cursor") ?? undefined;
  const [{ rows, nextCursor }, notices] = await Promise.all([
    listJobs(deps, { shop, cursor, ...narrowed[tab], limit: pageSize, withoutKinds: hiddenKinds }),
    readShopNotices(deps, shop),
  ]);
  const now = deps.clock.now();
  const ids = rows.map(({ id }) => id);
  const [costs, paces, open] = await Promise.all([
    readRuns(deps, { shop, jobIds: ids }),
    deps.db.do(readPaces({ shop, now })),
    deps.db.do(countOpenWrites({ shop, jobIds: ids })),
  ]);
  const views = await runViews(deps, shop, { rows, away: notices.outages });
  const runs = rows.flatMap((row, at) => {
    const run = views[at];
    return run ? [{ row, run }] : [];
  });
  return {
    runs: runs.map(({ row, run }): ListedRunView => {
      const pace = paces.find(({ jobId }) => jobId === row.id);
      return {
        ...run,
        who: whoOf(row.createdBy, reader),
        cost: costs.get(row.id) ?? null,
        leftMs: timeLeft(run, pace, now),
        checking: open.get(row.id) ?? 0,
      };
    }),
    waiting: await readWaiting(
      deps,
      shop,
      rows.some(({ finishedAt }) => finishedAt !== null),
    ),
    hiddenFailures: await countHiddenFailures(deps, shop),
    nextCursor,
    later: cursor !== undefined,
    tab,
    notices,
    now,
  };
}

function whoOf(by: string | null, reader: string | null): ListedRunView["who"] {
  if (by === null || by === "user:unknown") return null;
  if (by === reader) return "you";
  return by.startsWith("user:") ? "colleague" : "app";
}
