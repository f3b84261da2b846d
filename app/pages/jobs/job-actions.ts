import { cancelJob } from "../../commands/jobs/cancel-job.ts";
import { retryJob } from "../../commands/jobs/retry-job.ts";
import { undoJob } from "../../commands/jobs/undo-job.ts";
import { countOf } from "../../ui/numbers.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";

const read = fromForm((_, jobId) => ({ jobId }));

/** What a person can do on a job's page, and the messages they get. */
export const jobActions = {
  cancel: pageAction(cancelJob, {
    read,
    words: ({ kind }) =>
      kind === "finished" ? { problem: "The job had finished already." } : { message: "The job is being cancelled" },
  }),
  retry: pageAction(retryJob, {
    read,
    words: (result) =>
      result.kind === "retrying"
        ? { message: `Trying ${countOf(result.items, "product")} again` }
        : { problem: "There is nothing to try again." },
  }),
  undo: pageAction(undoJob, { read, words: ({ jobId }) => ({ message: "Undo started", jobId }) }),
};
