import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { recordAct } from "../db/record-act.ts";
import { sessions, shops } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import { cancelJob } from "../jobs/cancel-job.ts";
import { listJobs } from "../jobs/read-jobs.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";
import { confirmUninstallJob } from "./leaving-jobs.ts";
import { askWhetherInstalled } from "./still-installed.ts";

export interface ConfirmUninstallDeps {
  db: Db;
  clock: Clock;
  admin: AdminApiFor;
}

/**
 * After `app/uninstalled`: asks the shop whether our token still works (a webhook is a hint, and may be late: the shop may
 * be installed again), then drops the tokens and cancels the shop's work. Content stays until Shopify asks to redact it.
 */
export function createConfirmUninstallTask(deps: ConfirmUninstallDeps) {
  return defineTask(confirmUninstallJob, async (context, notice) => {
    const { shop, jobId } = context;
    const answer = await askWhetherInstalled(deps, context, notice);
    if (answer === "installed") return { outcome: "done", message: "The app is installed." };
    if (answer !== "gone") return answer;
    await markUninstalled(deps, shop);
    await cancelOtherJobs(deps, shop, jobId);
    return { outcome: "done", message: "The app was uninstalled." };
  });
}

async function markUninstalled({ db, clock }: ConfirmUninstallDeps, shop: ShopDomain): Promise<void> {
  await db.transact({ shop }, function* (tx) {
    yield* q(tx.delete(sessions).where(eq(sessions.shop, shop)));
    const now = clock.now();
    yield* q(tx.update(shops).set({ authState: "uninstalled", uninstalledAt: now }).where(eq(shops.shop, shop)));
    yield* recordAct({ shop, at: now, by: "webhook", action: "shop.uninstalled" });
  });
}

async function cancelOtherJobs(deps: ConfirmUninstallDeps, shop: ShopDomain, own: JobId): Promise<void> {
  for (const status of ["queued", "processing"] as const) {
    const { rows } = await listJobs(deps, { shop, status, limit: 250 });
    for (const row of rows) {
      if (row.id !== own) await cancelJob(deps, { shop, jobId: jobIdSchema.parse(row.id) });
    }
  }
}
