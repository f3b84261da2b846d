import { cancelJob } from "../../commands/jobs/cancel-job.ts";
import { dismissEnd } from "../../commands/jobs/dismiss-end.ts";
import { goOnWithJob } from "../../commands/jobs/go-on-with-job.ts";
import { holdJob } from "../../commands/jobs/hold-job.ts";
import { retryFailedWork } from "../../commands/jobs/retry-failed-work.ts";
import { retryJob } from "../../commands/jobs/retry-job.ts";
import { undoJob } from "../../commands/jobs/undo-job.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";

const read = fromForm((_, jobId) => ({ jobId }));

/** What a person can do on a run's page, and the messages they get. */
export const runActions = {
  cancel: pageAction(cancelJob, {
    read,
    words: ({ kind }, { t }) =>
      kind === "finished" ? { problem: t("runs:said.wasEnded") } : { message: t("runs:said.stopping") },
  }),
  pause: pageAction(holdJob, {
    read,
    words: ({ kind }, { t }) =>
      kind === "held" ? { message: t("runs:said.paused") } : { problem: t("runs:said.wasEnded") },
  }),
  goOn: pageAction(goOnWithJob, {
    read,
    words: ({ kind }, { t }) =>
      kind === "going_on" ? { message: t("runs:said.goesOn") } : { problem: t("runs:said.notPaused") },
  }),
  retry: pageAction(retryJob, {
    read,
    words: (result, { t }) =>
      result.kind === "retrying"
        ? { message: t("runs:said.again", { count: result.items }) }
        : { problem: t("runs:said.nothingToTry") },
  }),
  retryChosen: pageAction(retryFailedWork, {
    read: fromForm((form, jobId) => ({ items: form.getAll("seq").map((seq) => ({ jobId, seq: Number(seq) })) })),
    words: (result, { t }) =>
      result.kind === "retrying"
        ? { message: t("runs:said.again", { count: result.items }) }
        : { problem: t("runs:said.nothingToTry") },
  }),
  undo: pageAction(undoJob, { read, words: ({ jobId }, { t }) => ({ message: t("runs:said.undoing"), jobId }) }),
};

/** What a person can do about the line that tells of a run's end, on any page. */
export const endedActions = {
  dismiss: pageAction(dismissEnd, {
    read: fromForm((form) => ({ jobId: form.get("job") })),
    words: () => ({ message: "" }),
  }),
};
