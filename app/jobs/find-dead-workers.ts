import type { Db } from "../db/open.ts";
import { prepared } from "./prepared.ts";
import { isWorkerDead, removeWorkerLock } from "./worker-lock.ts";

/** Names the lease's holder, so that all leases of a worker that died can be told from others'. */
export function leaseToken(workerId: string, random: string): string {
  return `${workerId}.${random}`;
}

/** SQL: the worker that holds an item's lease, '' when it is not named. */
export const holderOfLease = "substr(lease_token, 1, instr(lease_token, '.') - 1)";

/** Workers of this machine that ended without a stop in good order: what they held need not wait for its lease to end. */
export function findDeadWorkers(db: Db, { self }: { self: string }): string[] {
  const known = prepared<object, { id: string }>(db, "SELECT id FROM workers WHERE id <> @self").all({ self });
  return known.map(({ id }) => id).filter((id) => isWorkerDead(db, id));
}

/** To be called when nothing is left that they held. */
export function forgetWorkers(db: Db, ids: readonly string[]): void {
  for (const id of ids) {
    prepared(db, "DELETE FROM workers WHERE id = @id").run({ id });
    removeWorkerLock(db, id);
  }
}
