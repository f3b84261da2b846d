import type OpenAI from "openai";
import type { ModelMessage, ModelRequest } from "./port.ts";
import type { ServerTraits } from "./server-traits.ts";

type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;
type Part = OpenAI.ChatCompletionContentPart;

/** A request as a server with these traits takes it. */
export function chatBodyOf(request: ModelRequest, traits: ServerTraits): Body {
  const messages = withForm(request, traits);
  return {
    model: request.model,
    messages: traits.turns === "alternating" ? alternating(messages) : messages.map(messageOf),
    ...(traits.tokenParameter === "none" ? {} : { [traits.tokenParameter]: mostTokensOf(request, traits) }),
    ...formatOf(request, traits),
  };
}

/** How long the answer may get. */
export function mostTokensOf(request: ModelRequest, { mostOutputTokens }: ServerTraits): number {
  return Math.min(request.maxOutputTokens, mostOutputTokens ?? request.maxOutputTokens);
}

function formatOf({ schemaName, schema }: ModelRequest, { structure }: ServerTraits): Pick<Body, "response_format"> {
  switch (structure) {
    case "json_schema":
      return { response_format: { type: "json_schema", json_schema: { name: schemaName, strict: true, schema } } };
    case "json_object":
      return { response_format: { type: "json_object" } };
    case "none":
      return {};
  }
}

/** A server that refuses or ignores a schema gets it in words, at the end, so that the beginning of the prompt stays the same. */
function withForm({ messages, schema }: ModelRequest, { structure, explained }: ServerTraits): ModelMessage[] {
  if (structure === "json_schema" && !explained) return messages;
  const form = "Answer with one JSON object and nothing around it. It fits this JSON Schema, key by key:";
  return [...messages, { role: "user", content: `${form} ${JSON.stringify(schema)}` }];
}

/** Pictures go in as they are: whoever wants another address or bytes puts them there before. */
function messageOf(message: ModelMessage): OpenAI.ChatCompletionMessageParam {
  const { role, content, images = [] } = message;
  return role !== "user" || images.length === 0 ? { role, content } : { role, content: partsOf(message) };
}

function partsOf({ content, images = [] }: ModelMessage): Part[] {
  const pictures = images.flatMap(({ url, label }): Part[] => [
    { type: "text", text: label },
    // 512 px are enough to see what a picture shows, at a tenth of the tokens.
    { type: "image_url", image_url: { url, detail: "low" } },
  ]);
  return [{ type: "text", text: content }, ...pictures];
}

/** One message for each turn: the templates of some models know no other order, and no system message. */
function alternating(messages: readonly ModelMessage[]): OpenAI.ChatCompletionMessageParam[] {
  const turns: ModelMessage[][] = [];
  for (const message of messages) {
    const isAnswer = message.role === "assistant";
    const turn = turns.at(-1);
    if (turn?.[0] && (turn[0].role === "assistant") === isAnswer) turn.push(message);
    else turns.push([message]);
  }
  return turns.map((turn) => {
    const role = turn[0]?.role === "assistant" ? "assistant" : "user";
    const hasPictures = turn.some(({ images = [] }) => images.length > 0);
    if (role === "user" && hasPictures) return { role, content: turn.flatMap(partsOf) };
    return { role, content: turn.map(({ content }) => content).join("\n\n") };
  });
}
