import type { Check } from "../check.ts";

/** A worker gives its first heartbeat at once; on a busy machine its start takes some seconds. */
const startMs = 60_000;

/** A worker that cannot write its heartbeat because of the storage is no worker that a restart would bring. */
export function checkWorkers(input: {
  alive: number;
  upMs: number;
  storage: Pick<Check, "status">;
}): Omit<Check, "name"> {
  const { alive, upMs, storage } = input;
  if (alive > 0) return { status: "ok", detail: `${alive} worker(s) gave a heartbeat in the last 35 s.` };
  // After a step of the clock the time since the start may be negative.
  if (upMs >= 0 && upMs < startMs) return { status: "ok", detail: "No worker yet: this process has just started." };
  const detail = "No worker gave a heartbeat in the last 35 s.";
  return { status: storage.status === "fail" ? "warn" : "fail", detail };
}
