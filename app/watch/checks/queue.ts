import type { Db } from "../../db/open.ts";
import { health } from "../../jobs/health.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Check } from "../check.ts";

/** Above this wait of the oldest runnable item the worker is stuck or missing, although this process is up. */
const longestWaitMs = 120_000;

/** Whether due work is done. While the file cannot be written nobody can do it, and a restart would not help. */
export async function checkQueue(
  deps: { db: Db; clock: Clock },
  storage: Pick<Check, "status">,
): Promise<Omit<Check, "name">> {
  const { oldestRunnableMs } = await health(deps);
  const seconds = Math.round(oldestRunnableMs / 1_000);
  if (oldestRunnableMs <= longestWaitMs) return { status: "ok", detail: `The oldest due work waits for ${seconds} s.` };
  if (storage.status === "fail") return { status: "warn", detail: `Due work waits for ${seconds} s, for the storage.` };
  return { status: "fail", detail: `Due work waits for ${seconds} s and nobody does it.` };
}
