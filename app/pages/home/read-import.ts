import { importJob } from "../../catalog/jobs.ts";
import type { AppContext } from "../../context.server.ts";
import { listJobItems, listJobs } from "../../jobs/read-jobs.ts";
import { jobIdSchema, type ShopDomain } from "../../lib/brand.ts";
import type { ImportProgress } from "../../ui/home/home-view.ts";

/** How far the import is that runs now; null when none does. */
export async function readImport(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  shop: ShopDomain,
): Promise<ImportProgress | null> {
  const status = ["queued" as const, "processing" as const];
  const { rows } = await listJobs({ db }, { shop, kind: importJob.kind, status, limit: 1 });
  const [job] = rows;
  if (!job) return null;
  const { rows: items } = await listJobItems({ db }, { shop, jobId: jobIdSchema.parse(job.id), limit: 1 });
  const [item] = items;
  const waits = item?.status === "queued" && (item.attempts > 0 || item.message !== null) && item.runAt > clock.now();
  return {
    runId: job.id,
    done: item?.progress?.done ?? 0,
    total: item?.progress?.total ?? null,
    stopped: item?.status === "paused" ? { again: null } : waits ? { again: item.runAt } : null,
  };
}
