import type { Check } from "../check.ts";
import type { RecentOutcomes } from "../outcome-window.ts";

/** Fewer own faults than this are too few for a share. */
const floor = 20;
const worstShare = 0.5;

/** Whether work comes to good ends, apart from what the world refuses: an outage shows here as a figure only. */
export function checkOutcomes({ well, ownFaults, otherFailures, sinceMs }: RecentOutcomes): Omit<Check, "name"> {
  const share = ownFaults / Math.max(1, well + ownFaults);
  const minutes = Math.max(1, Math.round(sinceMs / 60_000));
  const detail = `In the last ${minutes} min: ${well} done, ${ownFaults} tries ended by a fault of the app, ${otherFailures} failed for other reasons.`;
  if (ownFaults >= floor && share >= worstShare) return { status: "fail", detail };
  return { status: ownFaults > 0 ? "warn" : "ok", detail };
}
