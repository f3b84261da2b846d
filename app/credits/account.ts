import { countTotal } from "../db/count-total.ts";
import type { CreditEntryKind } from "../db/schema/index.ts";
import { get, run, type Steps } from "../db/steps.ts";
import { newId } from "../lib/id.ts";
import { keptForItem } from "./kept-for-items.ts";

export interface NewEntry {
  shop: string;
  kind: CreditEntryKind;
  /** negative for a charge */
  credits: number;
  jobId?: string;
  itemSeq?: number;
  round?: number;
  now: number;
}

const insertSql = `INSERT INTO credit_entries (id, shop, kind, credits, job_id, item_seq, round, created_at)
  VALUES (@id, @shop, @kind, @credits, @jobId, @itemSeq, @round, @now)`;
const accountSql = `INSERT INTO credit_accounts (shop, balance, updated_at) VALUES (@shop, @credits, @now)
  ON CONFLICT (shop) DO UPDATE SET balance = credit_accounts.balance + @credits, updated_at = @now`;

/** Adds an entry to the ledger and to the balance. */
export function* addEntry(entry: NewEntry): Steps<void> {
  const { shop, kind, credits, now, jobId = null, itemSeq = null, round = 0 } = entry;
  const id = newId("credit", now);
  yield* run(insertSql, { id, shop, kind, credits, jobId, itemSeq, round, now });
  yield* run(accountSql, { shop, credits, now });
  yield* countTotal("credits", { kind }, kind === "charge" ? -credits : credits);
}

export interface Account {
  /** what is booked: grants less charges */
  balance: number;
  /** credits kept for items that may still be charged, less refunds still to come */
  held: number;
  /** what a new run may cost; null = as much as it likes */
  available: number | null;
}

// A run of n items holds the price of each that is neither booked nor ended without texts. The job's counters change in the
// transaction that ends its items, so nothing has to be given back: an item that failed is no longer counted.
// Where items cost more and less than each other, what was kept for each is summed in the run: that of items which ended otherwise
// than done is taken off as long as they are not tried again.
const endedSql = `SELECT CAST(coalesce(sum(${keptForItem}), 0) AS bigint) FROM job_items AS item INDEXED BY job_items_odd
  WHERE item.job_id = run.job_id AND item.shop = run.shop AND item.status <> 'paused'
    AND (item.status = 'failed' OR item.status = 'conflict' OR item.status = 'paused' OR item.status = 'cancelled')`;
const heldSql = `SELECT CAST(coalesce(sum(CASE
      WHEN run.held_credits IS NULL
        THEN run.item_credits * (job.total - job.failed - job.conflict - job.cancelled - run.charged)
      WHEN job.finished_at IS NOT NULL THEN 0
      WHEN job.failed + job.conflict + job.cancelled = 0 THEN run.held_credits
      ELSE run.held_credits - (${endedSql}) END), 0) AS bigint) AS held
  FROM credit_runs AS run INDEXED BY credit_runs_open
  JOIN jobs AS job ON job.id = run.job_id AND job.shop = run.shop
  WHERE run.shop = @shop AND run.settled_at IS NULL`;

/** A shop's account at this moment; for a decision read it inside the transaction that acts on it. */
export function* readAccount(shop: string): Steps<Account> {
  const accountRow = yield* get<{ balance: number; granted: number | null }>(
    "SELECT balance, granted FROM credit_accounts WHERE shop = @shop",
    { shop },
  );
  const held = (yield* get<{ held: number }>(heldSql, { shop }))?.held ?? 0;
  const balance = accountRow?.balance ?? 0;
  const limited = accountRow !== undefined && accountRow.granted !== null;
  return { balance, held, available: limited ? balance - held : null };
}
