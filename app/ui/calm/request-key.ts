import { useRef } from "react";
import type { ActionResult } from "../action-result.ts";

/** Within this time the same, sent twice, is a button that was pressed twice. */
const doublePressMs = 1_000;

interface Sent {
  request: string;
  key: string;
  sentAt: number;
  /** `at` of the answer that was there before it was sent */
  before: number | undefined;
}

/**
 * Keys for what is sent: the server does once what comes twice with one key. A new key for each thing that a person wants; the
 * same again for what is under way still, was sent a moment ago, or whose answer was lost.
 * @param answer the last one
 */
export function useRequestKey(answer: ActionResult | undefined): (request: unknown) => string {
  const sent = useRef<Sent | null>(null);
  return (request) => {
    sent.current = nextRequest(sent.current, JSON.stringify(request), answer, Date.now());
    return sent.current.key;
  };
}

export function nextRequest(sent: Sent | null, request: string, answer: ActionResult | undefined, now: number): Sent {
  if (sent?.request === request && isTheSame(sent, answer, now)) return sent;
  return { request, key: crypto.randomUUID(), sentAt: now, before: answer?.at };
}

function isTheSame(sent: Sent, answer: ActionResult | undefined, now: number): boolean {
  const answered = answer !== undefined && answer.at !== sent.before;
  if (!answered) return true;
  return answer.ok ? now - sent.sentAt < doublePressMs : answer.lost === true;
}
