import type { JobRow } from "../../jobs/read-jobs.ts";
import { pick } from "../../lib/pick.ts";
import type { JobView } from "../../ui/jobs/job-view.ts";
import { waitsFor } from "../waits-for.ts";

const shownOfJob = [
  "id",
  "kind",
  "title",
  "status",
  "total",
  "done",
  "failed",
  "conflict",
  "cancelled",
  "message",
  "createdAt",
  "startedAt",
  "finishedAt",
] as const;

/** By name: a job's payload stays here. @param away who does not answer now */
export function jobView(row: JobRow, away: Parameters<typeof waitsFor>[0]): JobView {
  return {
    ...pick(row, shownOfJob),
    waitingFor: waitsFor(away, row),
    paused: row.pauseReason !== null && row.finishedAt === null,
    cancelling: row.cancelRequestedAt !== null && row.finishedAt === null,
  };
}
