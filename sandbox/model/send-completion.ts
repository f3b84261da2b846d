import type { ServerResponse } from "node:http";
import type { ComposedMessage } from "./compose-message.ts";
import type { Usage } from "./usage.ts";

export interface Completion {
  id: string;
  /** Epoch seconds, as OpenAI counts. */
  created: number;
  model: string;
  message: ComposedMessage;
  usage: Usage;
}

/** The answer as OpenAI writes it, on the wire or in a line of a batch's output. */
export function completionBody({ message, usage, ...head }: Completion) {
  return {
    ...head,
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: message.content, refusal: message.refusal, annotations: [] },
        logprobs: null,
        finish_reason: message.finishReason,
      },
    ],
    usage,
    service_tier: "default",
    system_fingerprint: "fp_sandbox",
  };
}

/**
 * Sends the answer in one piece. @param how.cut the connection is destroyed in the middle of the body
 * @param how.tail the end of a stream stands behind it
 */
export function sendCompletion(
  res: ServerResponse,
  completion: object,
  headers: Record<string, string>,
  how: { cut: boolean; tail: boolean },
): void {
  const body = Buffer.from(`${JSON.stringify(completion)}${how.tail ? "\n\ndata: [DONE]\n\n" : ""}`);
  const type = how.tail ? "text/event-stream" : "application/json";
  res.writeHead(200, { ...headers, "content-type": type, "content-length": body.byteLength });
  if (how.cut) {
    res.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => res.destroy());
    return;
  }
  res.end(body);
}

const pieceChars = 24;

/** Sends the answer as server-sent events; with `cut` the connection is destroyed after half of them. */
export function streamCompletion(
  res: ServerResponse,
  completion: Completion,
  headers: Record<string, string>,
  options: { includeUsage: boolean; cut: boolean },
): void {
  const { message, usage, ...head } = completion;
  const chunk = (choices: unknown[], last?: Usage) =>
    `data: ${JSON.stringify({
      ...head,
      object: "chat.completion.chunk",
      service_tier: "default",
      system_fingerprint: "fp_sandbox",
      choices,
      ...(options.includeUsage ? { usage: last ?? null } : {}),
    })}\n\n`;
  const delta = (value: unknown, finish: string | null = null) =>
    chunk([{ index: 0, delta: value, logprobs: null, finish_reason: finish }]);
  const field = message.refusal === null ? "content" : "refusal";
  const characters = [...(message.refusal ?? message.content ?? "")];
  const events = [delta({ role: "assistant", content: "", refusal: null })];
  for (let i = 0; i < characters.length; i += pieceChars) {
    events.push(delta({ [field]: characters.slice(i, i + pieceChars).join("") }));
  }
  events.push(delta({}, message.finishReason));
  if (options.includeUsage) events.push(chunk([], usage));
  events.push("data: [DONE]\n\n");
  res.writeHead(200, { ...headers, "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
  if (options.cut) {
    res.write(events.slice(0, Math.ceil(events.length / 2)).join(""), () => res.destroy());
    return;
  }
  for (const event of events) res.write(event);
  res.end();
}
