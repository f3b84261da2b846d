import type { AppContext } from "../../context.server.ts";
import type { RunFigures } from "../../credits/read-run.ts";
import { generateJob, generatePayloadSchema } from "../../generation/jobs.ts";
import type { JobRow } from "../../jobs/read-jobs.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { configNamesOf } from "../../texts/slot.ts";
import type { RestView } from "../../ui/runs/run-view.ts";
import { estimateRun } from "../../ui/spending.ts";
import { readSpending } from "../spending.ts";

/** What the rest of a paused run would cost and take now: by the prices of today, and by what products took lately. */
export async function readRest(
  deps: Pick<AppContext, "db" | "clock" | "models">,
  shop: ShopDomain,
  job: JobRow,
  cost: Pick<RunFigures, "itemCredits"> | null,
): Promise<RestView> {
  const left = job.total - job.done - job.failed - job.conflict - job.cancelled;
  const payload = generatePayloadSchema.safeParse(job.payload);
  if (job.kind !== generateJob.kind || !payload.success) {
    return { left, credits: null, costNanos: null, durationMs: null };
  }
  const { agentModel, contentTypes, lane } = payload.data;
  const types = configNamesOf(contentTypes);
  const estimate = estimateRun(await readSpending(deps, shop), { agentModel, contentTypes: types, products: left });
  return {
    left,
    credits: cost === null ? null : left * cost.itemCredits,
    costNanos: (lane === "batch" ? estimate?.waitingCostNanos : estimate?.costNanos) ?? null,
    durationMs: estimate?.durationMs ?? null,
  };
}
