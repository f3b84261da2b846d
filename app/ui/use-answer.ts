import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ActionResult } from "./action-result.ts";
import { useToast } from "./use-toast.ts";

/** Calls `then` once for each new answer of an action. */
export function useAnswer(answer: ActionResult | undefined, then: (answer: ActionResult) => void): void {
  const seenAt = useRef(answer?.at);
  useEffect(() => {
    if (answer === undefined || answer.at === seenAt.current) return;
    seenAt.current = answer.at;
    then(answer);
  });
}

/**
 * Says the outcome of an action in a toast.
 * @param open leads to the job that was started
 */
export function useToastAnswer(
  answer: ActionResult | undefined,
  { open }: { open?: (jobId: string) => void } = {},
): void {
  const { t } = useTranslation("frame");
  const toast = useToast();
  useAnswer(answer, (given) => {
    if (!given.ok) {
      toast(given.message, { isError: true, durationMs: 8_000 });
      return;
    }
    const { jobId } = given;
    toast(given.message, jobId && open ? { action: { label: t("showRun"), run: () => open(jobId) } } : {});
  });
}
