import type { Db } from "../db/open.ts";
import { all, many } from "../db/steps.ts";
import { isWorkerDead, removeWorkerLock } from "./worker-lock.ts";

/** Names the lease's holder, so that the leases of a worker that died can be found. */
export function leaseToken(workerId: string, random: string): string {
  return `${workerId}.${random}`;
}

/** SQL: whether an item's lease is of a worker whose id is in the JSON list `@dead`. */
export const isOfDeadWorker = `EXISTS (SELECT 1 FROM json_each(@dead) AS gone
  WHERE substr(lease_token, 1, length(gone.value) + 1) = gone.value || '.')`;

/** Workers of this machine that ended without a stop in good order: what they held need not wait for its lease to end. */
export async function findDeadWorkers({ db }: { db: Db }, { self }: { self: string }): Promise<string[]> {
  const known = await db.do(all<{ id: string }>("SELECT id FROM workers WHERE id <> @self", { self }));
  return known.map(({ id }) => id).filter((id) => isWorkerDead(db, id));
}

/** To be called when nothing is left that they held. */
export async function forgetWorkers({ db }: { db: Db }, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transact("all shops", () =>
    many(
      "DELETE FROM workers WHERE id = @id",
      ids.map((id) => ({ id })),
    ),
  );
  for (const id of ids) removeWorkerLock(db, id);
}
