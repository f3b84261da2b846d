import { importJob, importTextsJob } from "../catalog/jobs.ts";
import type { AppContext } from "../context.server.ts";
import { previewJob } from "../generation/jobs.ts";
import { openBreakers } from "../jobs/breaker.ts";
import { hiddenKinds } from "../jobs/hidden-kinds.ts";
import { listJobs } from "../jobs/read-jobs.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { WaitingView } from "../ui/runs/next-step.ts";
import type { RunView } from "../ui/runs/run-view.ts";
import { runViews } from "./runs/run-view.ts";
import { readWaiting } from "./waiting.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** Longer ago than a person watches a list. */
const recentMs = 10 * 60_000;

/** The work that people asked for: what is under way, and what has ended a short time ago. */
export async function readShopWork(deps: Deps, shop: ShopDomain): Promise<{ jobs: RunView[]; waiting: WaitingView }> {
  const withoutKinds = [...hiddenKinds, previewJob.kind, importTextsJob.kind];
  // First what runs: what ends in between is then seen as ended.
  const running = await listJobs(deps, {
    shop,
    status: ["queued", "processing"],
    limit: 5,
    withoutKinds: [...withoutKinds, importJob.kind],
  });
  const ended = await listJobs(deps, {
    shop,
    status: ["completed", "partially_completed", "failed", "cancelled"],
    limit: 20,
    withoutKinds,
  });
  const away = await deps.db.do(openBreakers(shop));
  const since = deps.clock.now() - recentMs;
  const recent = ended.rows.filter(({ finishedAt }) => finishedAt !== null && finishedAt > since);
  const runs = await runViews(deps, shop, { rows: [...running.rows, ...recent], away });
  const jobs = new Map(runs.map((run) => [run.id, run]));
  return { jobs: [...jobs.values()], waiting: await readWaiting(deps, shop, recent.length > 0) };
}
