import type { Db } from "../db/open.ts";
import { run } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";

/** A worker writes a heartbeat this often … */
export const heartbeatMs = 10_000;
/** … and counts as gone after this silence. */
export const workerSilenceMs = 35_000;
const forgetAfterMs = 3_600_000;

/** Notes that this worker is alive and forgets those long gone. */
export async function keepHeartbeat(
  { db, clock }: { db: Db; clock: Clock },
  worker: { id: string; startedAt: number; vitals?: unknown },
): Promise<void> {
  const { id, startedAt, vitals } = worker;
  const now = clock.now();
  await db.transact("all shops", function* () {
    yield* run(
      `INSERT INTO workers (id, started_at, seen_at, vitals) VALUES (@id, @startedAt, @now, @vitals)
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, vitals = excluded.vitals`,
      { id, startedAt, now, vitals: vitals === undefined ? null : JSON.stringify(vitals) },
    );
    yield* run("DELETE FROM workers WHERE seen_at < @before", { before: now - forgetAfterMs });
  });
}

/** A worker that stops in good order leaves at once. */
export async function endHeartbeat({ db }: { db: Db }, worker: { id: string }): Promise<void> {
  await db.transact("all shops", () => run("DELETE FROM workers WHERE id = @id", { id: worker.id }));
}
