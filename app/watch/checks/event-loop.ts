import type { Check } from "../check.ts";
import type { Vitals } from "../vitals.ts";

/** One hold this long is felt by people; a process whose every hundredth turn is that late hardly works any more. */
const feltMs = 1_000;

/** Whether the processes' event loops run freely. Only this process' own fails: a worker in its death throes shows as missing. */
export function checkEventLoop({ web, workers }: { web: Vitals; workers: readonly Vitals[] }): Omit<Check, "name"> {
  const worker = Math.max(0, ...workers.map(({ lag }) => lag.maxMs));
  const detail = `Held at most: web ${web.lag.maxMs} ms (99th percentile ${web.lag.p99Ms} ms), worker ${worker} ms.`;
  if (web.lag.p99Ms > feltMs) return { status: "fail", detail };
  return { status: web.lag.maxMs > feltMs || worker > feltMs ? "warn" : "ok", detail };
}
