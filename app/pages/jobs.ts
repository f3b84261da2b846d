import { z } from "zod";
import { readProductNames } from "../catalog/read-product-names.ts";
import type { AppContext } from "../context.server.ts";
import { readItemCosts, readRun } from "../credits/read-run.ts";
import { reserveRetry } from "../credits/reserve-run.ts";
import type { Acted } from "../db/record-act.ts";
import { hurryCarrier } from "../generation/batch/hurry-carrier.ts";
import { readBatchCounts } from "../generation/batch/read-batch-counts.ts";
import { cancelJob } from "../jobs/cancel-job.ts";
import { type JobItemRow, type JobRow, listJobItems, listJobs, readJob } from "../jobs/read-jobs.ts";
import { retryFailedItems } from "../jobs/retry-failed.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import { pick } from "../lib/pick.ts";
import { countUndecided } from "../publishing/count-undecided.ts";
import { startUndo } from "../publishing/start-undo.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import { hiddenKinds } from "../tasks/hidden-kinds.ts";
import { jobTabs } from "../ui/jobs/job-tabs.ts";
import { type JobItemView, type JobView, outcomes } from "../ui/jobs/job-view.ts";
import { countOf } from "../ui/numbers.ts";
import type { Outcome } from "./answer-action.ts";
import { countHiddenFailures } from "./failed.ts";
import { readShopNotices } from "./shop-notices.ts";
import { readWaiting } from "./waiting.ts";
import { waitsFor } from "./waits-for.ts";

type Deps = Pick<AppContext, "db" | "clock"> & Acted;

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
    hiddenFailures: countHiddenFailures(deps, shop),
    nextCursor,
    later: cursor !== undefined,
    tab: tab.id,
    notices,
    now: deps.clock.now(),
  };
}

/** All that one job's page shows for an address, or null when the shop has no such job. */
export async function readJobPage(deps: Deps, shop: ShopDomain, jobId: JobId, params: URLSearchParams) {
  const outcome = outcomes.find((name) => name === params.get("outcome")) ?? "all";
  const after = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(params.get("after") ?? undefined);
  const [row, list, cost, notices] = await Promise.all([
    readJob(deps, { shop, jobId }),
    listJobItems(deps, {
      shop,
      jobId,
      status: outcome === "all" ? undefined : outcome,
      cursor: after.success ? after.data : undefined,
      limit: pageSize,
    }),
    readRun(deps, { shop, jobId }),
    readShopNotices(deps, shop),
  ]);
  if (!row) return null;
  const job = jobView(row, notices.outages);
  const seqs = list.rows.map(({ seq }) => seq);
  const costs = cost === null ? null : await readItemCosts(deps, { shop, jobId, seqs });
  const names = await readProductNames(
    deps,
    shop,
    list.rows.map(({ subject }) => subject),
  );
  const [only] = list.rows;
  return {
    job,
    items: list.rows.map((item) => ({
      ...itemView(item, names.get(item.subject) ?? null),
      cost: costs?.get(item.seq) ?? null,
    })),
    cost,
    waiting: await readWaiting(deps, shop, job.finishedAt !== null),
    undecided: job.conflict === 0 ? 0 : await countUndecided(deps, { shop, jobId }),
    halfPrice: readBatchCounts(deps, { shop, jobId }),
    nextAfter: list.nextCursor,
    later: after.success,
    outcome,
    single: job.total === 1 && only?.progress && job.finishedAt === null ? only.progress : null,
    canUndo: job.kind === "publish" && job.finishedAt !== null && job.done > 0,
    notices,
    now: deps.clock.now(),
  };
}

/** Does what a person asked for on a job's page. */
export async function changeJob(deps: Deps, { shop, by }: AdminUser, jobId: JobId, form: FormData): Promise<Outcome> {
  switch (form.get("intent")) {
    case "cancel":
      if (!(await cancelJob(deps, { shop, jobId }))) return { problem: "The job had finished already." };
      await hurryCarrier(deps, { shop, jobId });
      return { message: "The job is being cancelled" };
    case "retry": {
      const job = await readJob(deps, { shop, jobId });
      await reserveRetry(deps, { shop, jobId, items: job?.failed ?? 0 });
      const retried = await retryFailedItems(deps, { shop, jobId });
      return retried > 0
        ? { message: `Trying ${countOf(retried, "product")} again` }
        : { problem: "There is nothing to try again." };
    }
    case "undo":
      return { message: "Undo started", jobId: await startUndo(deps, { shop, jobId, createdBy: by }) };
    default:
      return { problem: "This page is from an older version of the app. Reload it." };
  }
}

const shownOfJob = [
  "id",
  "kind",
  "title",
  "status",
  "total",
  "done",
  "failed",
  "conflict",
  "cancelled",
  "message",
  "createdAt",
  "startedAt",
  "finishedAt",
] as const;
const shownOfItem = ["seq", "status", "subject", "attempts", "progress", "message", "runAt"] as const;

/** By name: a job's payload stays here. @param away who does not answer now */
export function jobView(row: JobRow, away: Parameters<typeof waitsFor>[0]): JobView {
  return {
    ...pick(row, shownOfJob),
    waitingFor: waitsFor(away, row),
    paused: row.pauseReason !== null && row.finishedAt === null,
    cancelling: row.cancelRequestedAt !== null && row.finishedAt === null,
  };
}

function itemView(item: JobItemRow, product: JobItemView["product"]): Omit<JobItemView, "cost"> {
  return { ...pick(item, shownOfItem), product };
}
