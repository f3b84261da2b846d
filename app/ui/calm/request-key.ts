import { useRef } from "react";
import type { ActionResult } from "../action-result.ts";

/**
 * Keys for what is sent: a new one each time, and the same again for a request whose answer was lost, so that pressing twice
 * does not start a second job.
 * @param answer the last one
 */
export function useRequestKey(answer: ActionResult | undefined): (request: unknown) => string {
  const sent = useRef<{ request: string; key: string } | null>(null);
  return (request) => {
    sent.current = nextRequest(sent.current, JSON.stringify(request), answer);
    return sent.current.key;
  };
}

export function nextRequest(
  sent: { request: string; key: string } | null,
  request: string,
  answer: ActionResult | undefined,
): { request: string; key: string } {
  const again = answer?.ok === false && answer.lost === true && sent?.request === request;
  return again ? sent : { request, key: crypto.randomUUID() };
}
