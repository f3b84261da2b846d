import { isRecord, parseJson } from "../lib/json.ts";

/**
 * One completion from the events of a stream. @returns undefined when the text holds no event of one; a stream that broke off
 * before its end is told as one that reached its most tokens: what it holds is not whole
 */
export function readEvents(text: string): object | undefined {
  const pieces: Record<"content" | "refusal" | "reasoning_content", string[]> = {
    content: [],
    refusal: [],
    reasoning_content: [],
  };
  let head: Record<string, unknown> | undefined;
  let finish: string | undefined;
  let usage: unknown;
  let done = false;
  for (const line of text.split("\n")) {
    const data = line.startsWith("data:") ? line.slice(5).trim() : "";
    if (data === "") continue;
    if (data === "[DONE]") {
      done = true;
      continue;
    }
    const event: unknown = parseJson(data);
    if (!isRecord(event)) continue;
    if (event.error !== undefined && event.error !== null) return { error: event.error };
    head ??= event;
    usage = event.usage ?? usage;
    const choice: unknown = Array.isArray(event.choices) ? event.choices[0] : undefined;
    if (!isRecord(choice)) continue;
    if (typeof choice.finish_reason === "string") finish = choice.finish_reason;
    const delta = isRecord(choice.delta) ? choice.delta : isRecord(choice.message) ? choice.message : {};
    pieces.content.push(textOf(delta.content));
    pieces.refusal.push(textOf(delta.refusal));
    pieces.reasoning_content.push(textOf(delta.reasoning_content ?? delta.reasoning));
  }
  if (head === undefined) return undefined;
  const message = {
    role: "assistant",
    content: pieces.content.join(""),
    refusal: pieces.refusal.join("") || null,
    reasoning_content: pieces.reasoning_content.join("") || null,
  };
  return {
    id: head.id,
    object: "chat.completion",
    model: head.model,
    choices: [{ index: 0, message, finish_reason: finish ?? (done ? "stop" : "length") }],
    usage: usage ?? null,
  };
}

function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: unknown) => (isRecord(part) && typeof part.text === "string" ? part.text : "")).join("");
}
