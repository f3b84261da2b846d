import type { Db } from "../db/open.ts";
import { all, many, type Steps } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { type Lease, scopeOf } from "./complete-items.ts";

/**
 * Renews leases to `leaseMs` from now. One that ran out is renewed too as long as nobody else took its item.
 * @returns those that were lost
 */
export async function extendLeases<L extends Lease>(
  { db, clock }: { db: Db; clock: Clock },
  { leases, leaseMs }: { leases: readonly L[]; leaseMs: number },
): Promise<L[]> {
  if (leases.length === 0) return [];
  const until = clock.now() + leaseMs;
  const renewed = await db.transact(scopeOf(leases), () =>
    many(
      renewSql,
      leases.map(({ jobId, seq, shop, token }) => ({ jobId, seq, shop, token, until })),
    ),
  );
  return leases.filter((_, at) => renewed[at] === 0);
}

const renewSql = `UPDATE job_items SET lease_until = @until
  WHERE job_id = @jobId AND seq = @seq AND shop = @shop AND status = 'processing' AND lease_token = @token`;

/** Of these jobs, the ones whose cancel was asked for. */
export function* cancelledAmong(jobIds: readonly string[]): Steps<Set<string>> {
  if (jobIds.length === 0) return new Set();
  const sql = `SELECT id FROM jobs /* all shops: the jobs under way in this worker */
    WHERE id IN (SELECT value FROM json_each(@ids)) AND cancel_requested_at IS NOT NULL`;
  const rows = yield* all<{ id: string }>(sql, { ids: JSON.stringify(jobIds) });
  return new Set(rows.map((row) => row.id));
}
