import type { Completion } from "../send-completion.ts";
import { completionBody } from "../send-completion.ts";
import type { ServerManner } from "./manner.ts";
import { wrapAnswer } from "./wrap-answer.ts";

const thoughts = "The shop wants short texts. I name the material first.";

/** The answer as this server writes it. */
export function dressCompletion(server: ServerManner, completion: Completion): object {
  const content = completion.message.content;
  const wrapped = content === null ? null : wrapAnswer(content, server.wrapping);
  const body = completionBody({ ...completion, message: { ...completion.message, content: wrapped } });
  const [choice, ...others] = body.choices;
  if (!choice) return body;
  const { finish_reason: finish, message, ...rest } = choice;
  const reason =
    server.finishReason === "missing" ? {} : { finish_reason: server.finishReason === "always_stop" ? "stop" : finish };
  const dressed = { ...rest, message: { ...message, ...contentOf(server.content, wrapped) }, ...reason };
  const { usage, ...head } = body;
  return { ...head, choices: [dressed, ...others], ...(server.usage ? { usage } : {}) };
}

function contentOf(kind: ServerManner["content"], text: string | null): object {
  if (text === null) return {};
  switch (kind) {
    case "string":
      return {};
    case "parts":
      return {
        content: [
          { type: "text", text: text.slice(0, 20) },
          { type: "text", text: text.slice(20) },
        ],
      };
    case "thinking_parts":
      return {
        content: [
          { type: "thinking", thinking: [{ type: "text", text: thoughts }], closed: true },
          { type: "text", text },
        ],
      };
    case "beside_reasoning":
      return { reasoning_content: thoughts };
    case "in_reasoning":
      return { content: null, reasoning_content: text };
  }
}
