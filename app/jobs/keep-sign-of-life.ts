import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { prepared } from "./prepared.ts";

/** A worker writes a sign of life this often … */
export const signOfLifeMs = 10_000;
/** … and counts as gone after this silence. */
export const workerSilenceMs = 35_000;
const forgetAfterMs = 3_600_000;

/** Notes that this worker is alive and forgets those long gone. */
export function keepSignOfLife(
  { db, clock }: { db: Db; clock: Clock },
  worker: { id: string; startedAt: number },
): void {
  const now = clock.now();
  prepared(
    db,
    `INSERT INTO workers (id, started_at, seen_at) VALUES (@id, @startedAt, @now)
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
  ).run({ ...worker, now });
  prepared(db, "DELETE FROM workers WHERE seen_at < @before").run({ before: now - forgetAfterMs });
}

/** A worker that stops in good order leaves at once. */
export function endSignOfLife({ db }: { db: Db }, worker: { id: string }): void {
  prepared(db, "DELETE FROM workers WHERE id = @id").run({ id: worker.id });
}
