import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { ActionResult } from "./action-result.ts";

/** Calls `then` once for each new answer of an action. */
export function useAnswer(answer: ActionResult | undefined, then: (answer: ActionResult) => void): void {
  const seenAt = useRef(answer?.at);
  useEffect(() => {
    if (answer === undefined || answer.at === seenAt.current) return;
    seenAt.current = answer.at;
    then(answer);
  });
}

/** Says the outcome of an action in a toast. */
export function useToastAnswer(answer: ActionResult | undefined, open?: (jobId: string) => void): void {
  const shopify = useAppBridge();
  useAnswer(answer, (given) => {
    const jobId = given.ok ? given.jobId : undefined;
    shopify.toast.show(given.message, {
      isError: !given.ok,
      duration: given.ok ? 5_000 : 8_000,
      ...(jobId && open ? { action: "Show the job", onAction: () => open(jobId) } : {}),
    });
  });
}
