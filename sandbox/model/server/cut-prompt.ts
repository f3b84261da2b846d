import type { ChatRequest } from "../chat-request.ts";
import { tokensOf } from "../usage.ts";
import type { ServerManner } from "./manner.ts";

/** What is left of a prompt that is longer than the context; undefined where all of it is read. */
export function cutPrompt(
  { contextTokens }: Pick<ServerManner, "contextTokens">,
  request: ChatRequest,
  tokens: number,
): { request: ChatRequest; tokens: number } | undefined {
  if (contextTokens === null || tokens <= contextTokens) return undefined;
  const left = Math.floor(contextTokens / 2) + 2;
  const kept = [...request.messages];
  const size = () => kept.reduce((sum, { content }) => sum + tokensOf(content), 0);
  while (kept.length > 1 && size() > left) kept.shift();
  return { request: { ...request, messages: kept }, tokens: left };
}
