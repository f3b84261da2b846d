import type { Db } from "../db/open.ts";
import { examineEdit } from "../generation/examine/examine-edit.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { Clock } from "../lib/clock.ts";
import type { Models } from "../model/model-for-shop.ts";
import { examineEditJob } from "../versions/examine-edit-job.ts";
import { defineTask } from "./define-task.ts";

/** Examines a text that a person wrote: see `generation/examine/examine-edit.ts`. */
export function createExamineTask(deps: { db: Db; clock: Clock; models: Models }) {
  return defineTask(examineEditJob, async (context, _payload, { versionId }) => {
    return outcomes[await examineEdit(deps, context, versionId)];
  });
}

const outcomes: Record<Awaited<ReturnType<typeof examineEdit>>, ItemOutcome> = {
  examined: { outcome: "done", message: "The text was examined." },
  unwanted: { outcome: "done", message: "There is nothing to examine any more." },
  away: {
    ...{ outcome: "retry", code: "examiner_away", waitMs: 10 * 60_000 },
    message: "The examiner does not answer; the text was judged without it for now.",
  },
  // What the examiner said is kept: the next try asks nobody.
  changed: { outcome: "retry", code: "decided_meanwhile", message: "Somebody decided a finding meanwhile." },
};
