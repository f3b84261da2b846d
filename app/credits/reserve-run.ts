import type { Db } from "../db/open.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { OperationalError } from "../lib/errors.ts";
import { readAccount } from "./account.ts";
import { keptForFailed, type TriedAgain } from "./kept-for-items.ts";

export interface NewRun {
  shop: ShopDomain;
  jobId: string;
  agentModel: string;
  contentTypes: readonly string[];
  /** how many wordings of each short text at most; default: one */
  wordings?: number | undefined;
  /** of one item; where they differ, of the dearest */
  itemCredits: number;
  items: number;
  /** of all items together, where they differ; default: `items` times `itemCredits` */
  heldCredits?: number | undefined;
  now: number;
}

const insertSql = `INSERT INTO credit_runs (shop, job_id, agent_model, content_types, wordings, item_credits, held_credits,
    created_at)
  VALUES (@shop, @jobId, @agentModel, @contentTypes, @wordings, @itemCredits, @heldCredits, @now)`;

/**
 * Keeps the credits of a run's items. For the transaction that stores the job, so that of two runs started at once the
 * second sees what the first one holds.
 * @throws OperationalError `credits_exhausted` when less is left than the run may cost: nothing of it is stored then
 */
export function* reserveRun(wanted: NewRun): Steps<void> {
  const { shop, jobId, agentModel, wordings = 1, itemCredits, items, heldCredits = null, now } = wanted;
  const { available } = yield* readAccount(shop);
  assertCovered(available, heldCredits ?? items * itemCredits);
  const contentTypes = wanted.contentTypes.join();
  yield* run(insertSql, { shop, jobId, agentModel, contentTypes, wordings, itemCredits, heldCredits, now });
}

const moreSql = `UPDATE credit_runs SET held_credits = coalesce(held_credits, 0) + @credits,
    item_credits = max(item_credits, @itemCredits)
  WHERE shop = @shop AND job_id = @jobId`;

/**
 * Keeps the credits of further items of a run whose items differ: a step of the transaction that stores them.
 * @param more.credits of all of them. @param more.itemCredits of the dearest. @param more.items that a person reads of
 * @throws OperationalError `credits_exhausted` when less is left
 */
export function* reserveMore(more: {
  shop: ShopDomain;
  jobId: string;
  credits: number;
  itemCredits: number;
  items: number;
}): Steps<void> {
  const { shop, jobId, credits, itemCredits, items } = more;
  const { available } = yield* readAccount(shop);
  if (!isCovered(available, credits)) {
    const needed = credits.toLocaleString("en-US");
    throw exhausted(
      `The next ${items} products of this run cost ${needed} credits and ${leftOf(available)} are left. Ask whoever runs this app for more credits, then try this again: it stands for all of these products.`,
    );
  }
  yield* run(moreSql, { shop, jobId, credits, itemCredits });
}

const reopenSql = "UPDATE credit_runs SET settled_at = NULL WHERE shop = @shop AND job_id = @jobId";

/**
 * Opens a run again for `items` that are to be tried anew, before they are queued: from then on they are held with the others.
 * @param retry.items how many; `seqs` and `code` say which of the failed ones
 * @throws OperationalError `credits_exhausted`
 */
export async function reserveRetry(
  { db }: { db: Db },
  retry: { shop: ShopDomain; jobId: string; items: number } & TriedAgain,
): Promise<void> {
  const { shop, jobId, items } = retry;
  const key = { shop, jobId };
  await db.transact({ shop }, function* () {
    const known = yield* get<{ itemCredits: number; heldCredits: number | null }>(
      "SELECT item_credits AS itemCredits, held_credits AS heldCredits FROM credit_runs WHERE shop = @shop AND job_id = @jobId",
      key,
    );
    if (!known) return;
    const { available } = yield* readAccount(shop);
    assertCovered(available, known.heldCredits === null ? items * known.itemCredits : yield* keptForFailed(key, retry));
    yield* run(reopenSql, key);
  });
}

function isCovered(available: number | null, needed: number): boolean {
  return available === null || needed <= available;
}

function leftOf(available: number | null): string {
  return Math.max(0, available ?? 0).toLocaleString("en-US");
}

function exhausted(merchantMessage: string): OperationalError {
  return new OperationalError("the shop's credits do not cover the run", {
    code: "credits_exhausted",
    retryable: false,
    merchantMessage,
  });
}

function assertCovered(available: number | null, needed: number): void {
  if (isCovered(available, needed)) return;
  throw exhausted(
    `This run may cost ${needed.toLocaleString("en-US")} credits and ${leftOf(available)} are left. Choose fewer products, or ask whoever runs this app for more credits.`,
  );
}
