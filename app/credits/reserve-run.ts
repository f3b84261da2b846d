import type { Db } from "../db/open.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { OperationalError } from "../lib/errors.ts";
import { readAccount } from "./account.ts";

export interface NewRun {
  shop: ShopDomain;
  jobId: string;
  agentModel: string;
  contentTypes: readonly string[];
  /** how many wordings of each short text at most; default: one */
  wordings?: number | undefined;
  itemCredits: number;
  items: number;
  now: number;
}

const insertSql = `INSERT INTO credit_runs (shop, job_id, agent_model, content_types, wordings, item_credits, created_at)
  VALUES (@shop, @jobId, @agentModel, @contentTypes, @wordings, @itemCredits, @now)`;

/**
 * Keeps the credits of a run's items. For the transaction that stores the job, so that of two runs started at once the
 * second sees what the first one holds.
 * @throws OperationalError `credits_exhausted` when less is left than the run may cost: nothing of it is stored then
 */
export function* reserveRun(wanted: NewRun): Steps<void> {
  const { shop, jobId, agentModel, wordings = 1, itemCredits, now } = wanted;
  const { available } = yield* readAccount(shop);
  assertCovered(available, wanted.items * itemCredits);
  const contentTypes = wanted.contentTypes.join();
  yield* run(insertSql, { shop, jobId, agentModel, contentTypes, wordings, itemCredits, now });
}

/**
 * Opens a run again for `items` that are to be tried anew, before they are queued.
 * @throws OperationalError `credits_exhausted`
 */
export async function reserveRetry(
  { db }: { db: Db },
  { shop, jobId, items }: { shop: ShopDomain; jobId: string; items: number },
): Promise<void> {
  const key = { shop, jobId };
  await db.transact({ shop }, function* () {
    const known = yield* get<{ itemCredits: number }>(
      "SELECT item_credits AS itemCredits FROM credit_runs WHERE shop = @shop AND job_id = @jobId",
      key,
    );
    if (!known) return;
    const { available } = yield* readAccount(shop);
    assertCovered(available, items * known.itemCredits);
    yield* run("UPDATE credit_runs SET settled_at = NULL WHERE shop = @shop AND job_id = @jobId", key);
  });
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
