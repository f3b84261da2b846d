import { isRecord, parseJson } from "../lib/json.ts";
import { leaveOutQuotes } from "./leave-out-quotes.ts";
import { readEvents } from "./read-events.ts";
import { type Reason, readReason } from "./read-reason.ts";

/** Of a page of HTML or an error, so much is looked at. */
const maxReasonChars = 64_000;

/**
 * A `fetch` that brings the answers of compatible servers into OpenAI's form: errors of any shape, errors that come with
 * status 200, errors that quote what was asked, and events that nobody asked for. Bodies are read whole, under the caller's signal.
 */
export function evenOutAnswers(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await inner(input, init);
    const text = await answer.text();
    if (!answer.ok) {
      const failed = failedGeneration(text);
      if (failed) return Response.json(failed, { headers: kept(answer.headers) });
      return refusal(answer.status, ownWords(readReason(text.slice(0, maxReasonChars)), init), answer.headers);
    }
    const body = jsonOf(text, answer.headers.get("content-type") ?? "");
    // No JSON by its content either: it is read as a text.
    if (body === undefined) return new Response(text, { status: answer.status });
    const failed = failureIn(body);
    if (failed) return refusal(failed.status, ownWords(failed.reason, init), answer.headers);
    return Response.json(body, { status: answer.status, headers: kept(answer.headers) });
  };
}

/** A reason in the server's words alone. */
function ownWords(reason: Reason, init: RequestInit | undefined): Reason {
  const { words, quoted } = leaveOutQuotes(reason.message, init?.body);
  return { ...reason, message: words, quoted };
}

function jsonOf(text: string, contentType: string): unknown {
  const whole = parseJson(text);
  if (whole !== undefined) return whole;
  const trimmed = text.trimStart();
  if (trimmed.startsWith("{")) return parseJson(trimmed.replace(/\}\s*data:\s*\[DONE\]\s*$/, "}"));
  const isStream = contentType.includes("event-stream") || /^(?:data|event|id|retry)?:/.test(trimmed);
  return isStream ? readEvents(text) : undefined;
}

/** An error inside a body that calls itself a success: of the whole, or of its only choice. */
function failureIn(body: unknown): { status: number; reason: Reason } | undefined {
  const whole = Array.isArray(body) ? body[0] : body;
  if (!isRecord(whole)) return undefined;
  const choice: unknown = Array.isArray(whole.choices) ? whole.choices[0] : undefined;
  const error = isRecord(choice) ? (choice.error ?? (choice.finish_reason === "error" ? "" : null)) : whole.error;
  if (error === undefined || error === null) return undefined;
  const said = isRecord(error) ? [error.code, error.status] : [];
  const status = [...said, whole.status, whole.code].map(Number).find((one) => one >= 400 && one <= 599);
  return { status: status ?? 502, reason: readReason(JSON.stringify({ error })) };
}

/** The reason to finish of an answer that the server itself could not read. */
export const unreadableFinish = "json_validate_failed";

/**
 * Groq reports an answer that does not fit the schema as an error of the request, and quotes it: it is treated as an answer.
 * @see https://console.groq.com/docs/structured-outputs
 */
function failedGeneration(text: string): object | undefined {
  const body = parseJson(text);
  const error = isRecord(body) && isRecord(body.error) ? body.error : undefined;
  if (error?.code !== unreadableFinish) return undefined;
  const content = typeof error.failed_generation === "string" ? error.failed_generation : "";
  const message = { role: "assistant", content };
  return { object: "chat.completion", choices: [{ index: 0, message, finish_reason: unreadableFinish }] };
}

function refusal(status: number, error: Reason, headers: Headers): Response {
  return Response.json({ error }, { status, headers: kept(headers) });
}

function kept(headers: Headers): Headers {
  const rest = new Headers(headers);
  for (const name of ["content-type", "content-length", "content-encoding", "transfer-encoding"]) rest.delete(name);
  return rest;
}
