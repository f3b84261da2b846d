import { z } from "zod";
import { retryFailedWork } from "../../commands/jobs/retry-failed-work.ts";
import { jobIdSchema } from "../../lib/brand.ts";
import { fromForm, pageAction } from "../asked/page-action.ts";

/** As the page names a failed item: `<job>:<seq>`. */
const namedSchema = z
  .array(z.string().regex(/^[\w-]{1,64}:\d{1,9}$/))
  .min(1)
  .max(100);

function failedWorkOf(form: FormData) {
  const named = namedSchema.safeParse(form.getAll("item"));
  if (named.success) {
    const items = named.data.map((id) => {
      const colon = id.indexOf(":");
      return { jobId: id.slice(0, colon), seq: Number(id.slice(colon + 1)) };
    });
    return { items };
  }
  return { kind: form.get("kind"), code: form.get("code") || null, jobId: jobIdSchema.safeParse(form.get("job")).data };
}

/** What a person can do on the page of failed work, and the messages they get. */
export const failedActions = {
  retry: pageAction(retryFailedWork, {
    read: fromForm(failedWorkOf),
    refusal: (t) => t("runs:failed.chooseAgain"),
    words: (result, { t }) =>
      result.kind === "retrying"
        ? { message: t("runs:failed.trying", { count: result.items }) }
        : { problem: t("runs:said.nothingToTry") },
  }),
};
