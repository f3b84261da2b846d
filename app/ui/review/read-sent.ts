import { type Shape, shapeOf, text } from "../shapes.ts";
import { isSentView } from "./answer-shapes.ts";
import type { NoAnswer } from "./outbox.ts";
import type { SentView } from "./review-view.ts";

/** What the server says of a request that it does not take, however often it is sent: see `app/web/refuse.ts`. */
const isRefusal: Shape<{ code: string; message: string }> = shapeOf<{ code: string; message: string }>({
  code: text,
  message: text,
});
const forGood: ReadonlySet<number> = new Set([413, 414, 415, 431]);

/** What became of what was sent. An answer that is none of ours, e.g. of a proxy, tells nothing: it is asked again later. */
export async function readSent(response: Response): Promise<SentView | NoAnswer> {
  const { status, headers } = response;
  const seconds = Number(headers.get("Retry-After") ?? Number.NaN);
  const wait = seconds >= 0 ? { waitMs: seconds * 1_000 } : {};
  if (status >= 500) return { kind: "unreachable", ...wait };
  if (status === 429 || status === 409 || status === 408) return { kind: "later", ...wait };
  const body: unknown = await response.json().catch(() => null);
  if (status === 401) return { kind: "signed_out" };
  // Without the app's own word that a right is missing it is the session that was refused.
  if (status === 403) {
    return isSentView(body) && body.answer.told?.kind === "not_allowed" ? body : { kind: "signed_out" };
  }
  if (isSentView(body)) return body;
  if (forGood.has(status) && isRefusal(body)) {
    return { answer: { ok: false, message: body.message }, fresh: null, progress: null };
  }
  return { kind: "unreadable", ...wait };
}
