import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { OperationalError } from "../lib/errors.ts";
import { readAccount } from "./account.ts";

export interface NewRun {
  shop: ShopDomain;
  jobId: string;
  agentModel: string;
  contentTypes: readonly string[];
  itemCredits: number;
  items: number;
  now: number;
}

const insertSql = `INSERT INTO credit_runs (shop, job_id, agent_model, content_types, item_credits, created_at)
  VALUES (@shop, @jobId, @agentModel, @contentTypes, @itemCredits, @now)`;

/**
 * Keeps the credits of a run's items. For the transaction that stores the job, so that of two runs started at once the
 * second sees what the first one holds.
 * @throws OperationalError `credits_exhausted` when less is left than the run may cost: nothing of it is stored then
 */
export function reserveRun(db: Db, run: NewRun): void {
  assertCovered(readAccount({ db }, run.shop).available, run.items * run.itemCredits);
  const { shop, jobId, agentModel, itemCredits, now } = run;
  prepared<object>(db, insertSql).run({
    shop,
    jobId,
    agentModel,
    contentTypes: [...run.contentTypes].join(),
    itemCredits,
    now,
  });
}

/**
 * Opens a run again for `items` that are to be tried anew, before they are queued.
 * @throws OperationalError `credits_exhausted`
 */
export async function reserveRetry(
  { db }: { db: Db },
  { shop, jobId, items }: { shop: ShopDomain; jobId: string; items: number },
): Promise<void> {
  const reopen = () => {
    const key = { shop, jobId };
    const run = prepared<object, { itemCredits: number }>(
      db,
      "SELECT item_credits AS itemCredits FROM credit_runs WHERE shop = @shop AND job_id = @jobId",
    ).get(key);
    if (!run) return;
    assertCovered(readAccount({ db }, shop).available, items * run.itemCredits);
    prepared<object>(db, "UPDATE credit_runs SET settled_at = NULL WHERE shop = @shop AND job_id = @jobId").run(key);
  };
  await db.write(reopen);
}

function assertCovered(available: number | null, needed: number): void {
  if (available === null || needed <= available) return;
  const left = Math.max(0, available).toLocaleString("en-US");
  throw new OperationalError("the shop's credits do not cover the run", {
    code: "credits_exhausted",
    retryable: false,
    merchantMessage: `This run may cost ${needed.toLocaleString("en-US")} credits and ${left} are left. Choose fewer products, or ask whoever runs this app for more credits.`,
  });
}
