import { outlivePage } from "../outlive-page.ts";
import { readAs, type Shape } from "../shapes.ts";
import { type Honest, isHonest, isNextView, isPublishable, type Publishable } from "./answer-shapes.ts";
import { editOf } from "./edit-request.ts";
import type { NoAnswer } from "./outbox.ts";
import type { Outgoing } from "./outgoing.ts";
import { reach } from "./reach.ts";
import { readSent } from "./read-sent.ts";
import type { NextView, ReviewAnswer, ReviewProgress, SentView } from "./review-view.ts";

/** Sends what a person did in a queue, which is counted with the answer. App Bridge adds who asks. */
export async function sendToServer(outgoing: Outgoing, queueId: string): Promise<SentView | NoAnswer> {
  const { page, productId, request, id } = outgoing;
  if (!navigator.onLine) return { kind: "unreachable", unsent: true };
  const body = JSON.stringify({ page, productId, queueId, request: { ...request, requestKey: id } });
  const headers = { "Content-Type": "application/json" };
  // A text is left, maybe with the page.
  const last = editOf(outgoing)?.sitting?.ends ? outlivePage(body) : {};
  const response = await reach("/app/review/send", { method: "POST", headers, body, ...last });
  return readSent(response);
}

/** The next products of a queue. @throws when there is no answer, or none that can be read */
export function askForNext(asked: Record<string, string>): Promise<NextView> {
  return ask(asked, isNextView);
}

async function ask<T>(asked: Record<string, string>, shape: Shape<T>): Promise<T> {
  const response = await reach(`/app/review/next?${new URLSearchParams(asked)}`);
  const answer = response.ok ? await readAs(response, shape) : null;
  if (answer === null) throw new Error(`no answer: ${response.status}`);
  return answer;
}

/** Gives back what the person had before them. The page may be gone before the answer comes. */
export function releaseClaims(productIds: readonly string[]): void {
  if (productIds.length === 0) return;
  const request = { intent: "release", productIds, requestKey: crypto.randomUUID() };
  void fetch("/app/review/send", {
    method: "POST",
    keepalive: true,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ page: "review", productId: "", request }),
  }).catch(() => undefined);
}

/** What would be published of what was approved in a queue. @throws as {@link askForNext} */
export function askWhatIsPublished(queueId: string): Promise<Publishable> {
  return ask({ queue: queueId, approved: "1" }, isPublishable);
}

/** What a dialog does: once for a key, and the dialog waits for the answer. @throws when there is none */
export async function sendOnce(
  request: Outgoing["request"],
  { key, queueId }: { key: string; queueId: string },
): Promise<ReviewAnswer & { progress: ReviewProgress | null }> {
  const outgoing = { id: key, page: "review", productId: "", title: "", request, follows: false } as const;
  const sent = await sendToServer(outgoing, queueId);
  if ("kind" in sent) throw new Error(`no answer: ${sent.kind}`);
  return { ...sent.answer, progress: sent.progress };
}

/** What a team did with products like those that would be approved at once. @throws as {@link askForNext} */
export function askHonestly(queueId: string): Promise<Honest> {
  return ask({ queue: queueId, honest: "1" }, isHonest);
}
