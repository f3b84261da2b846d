import type { Db } from "../db/open.ts";
import { prepared } from "./prepared.ts";

/** That this machine's clock was set to another time while the app ran. */
export interface ClockStep {
  /** epoch ms by the clock as it was set to: when it was found */
  at: number;
  /** by how much it was set forward or, negative, back */
  byMs: number;
}

/** The last step of the clock that a worker found, null when there was none. */
export function readClockStep(db: Db): ClockStep | null {
  const row = prepared<object, { at: number | null; byMs: number | null }>(
    db,
    "SELECT stepped_at AS at, step_ms AS byMs FROM clock_readings WHERE id = 1",
  ).get({});
  return row?.at != null && row.byMs !== null ? { at: row.at, byMs: row.byMs } : null;
}
