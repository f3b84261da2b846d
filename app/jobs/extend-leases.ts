import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import type { Lease } from "./complete-items.ts";
import { prepared } from "./prepared.ts";

/**
 * Renews leases to `leaseMs` from now. One that ran out is renewed too as long as nobody else took its item.
 * @returns those that were lost
 */
export function extendLeases<L extends Lease>(
  { db, clock }: { db: Db; clock: Clock },
  { leases, leaseMs }: { leases: readonly L[]; leaseMs: number },
): L[] {
  if (leases.length === 0) return [];
  const statement = prepared<Record<string, unknown>>(
    db,
    `UPDATE job_items SET lease_until = @until
     WHERE job_id = @jobId AND seq = @seq AND shop = @shop AND status = 'processing' AND lease_token = @token`,
  );
  const until = clock.now() + leaseMs;
  const renew = () =>
    leases.filter(({ jobId, seq, shop, token }) => statement.run({ jobId, seq, shop, token, until }).changes === 0);
  return db.raw.transaction(renew).immediate();
}

/** Of these jobs, the ones whose cancel was asked for. */
export function cancelledAmong({ db }: { db: Db }, jobIds: readonly string[]): Set<string> {
  if (jobIds.length === 0) return new Set();
  const sql = `SELECT id FROM jobs /* all shops: the jobs under way in this worker */
    WHERE id IN (SELECT value FROM json_each(@ids)) AND cancel_requested_at IS NOT NULL`;
  const rows = prepared<object, { id: string }>(db, sql).all({ ids: JSON.stringify(jobIds) });
  return new Set(rows.map((row) => row.id));
}
