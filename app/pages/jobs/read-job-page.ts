import { z } from "zod";
import { readProductNames } from "../../catalog/read-product-names.ts";
import type { AppContext } from "../../context.server.ts";
import { readItemCosts, readRun } from "../../credits/read-run.ts";
import { readBatchCounts } from "../../generation/batch/read-batch-counts.ts";
import { type JobItemRow, listJobItems, readJob } from "../../jobs/read-jobs.ts";
import type { JobId, ShopDomain } from "../../lib/brand.ts";
import { pick } from "../../lib/pick.ts";
import { countUndecided } from "../../publishing/count-undecided.ts";
import { publishJob } from "../../publishing/jobs.ts";
import { type JobItemView, outcomes } from "../../ui/jobs/job-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readWaiting } from "../waiting.ts";
import { jobView } from "./job-view.ts";

type Deps = Pick<AppContext, "db" | "clock">;

const pageSize = 50;

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
    batchMode: await deps.db.do(readBatchCounts({ shop, jobId })),
    nextAfter: list.nextCursor,
    later: after.success,
    outcome,
    single: job.total === 1 && only?.progress && job.finishedAt === null ? only.progress : null,
    canUndo: job.kind === publishJob.kind && job.finishedAt !== null && job.done > 0,
    notices,
    now: deps.clock.now(),
  };
}

const shownOfItem = ["seq", "status", "subject", "attempts", "progress", "message", "runAt"] as const;

function itemView(item: JobItemRow, product: JobItemView["product"]): Omit<JobItemView, "cost"> {
  return { ...pick(item, shownOfItem), product };
}
