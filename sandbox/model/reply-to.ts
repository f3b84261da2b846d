import { createRandom, hashText } from "../shared/random.ts";
import { type Ask, readAsk } from "./ask.ts";
import type { ChatRequest } from "./chat-request.ts";
import { type ComposedMessage, composeMessage } from "./compose-message.ts";
import type { ModelCall, ModelState, ScriptedAnswer } from "./model-state.ts";
import { userTexts } from "./record-call.ts";
import type { Completion } from "./send-completion.ts";
import { cutPrompt } from "./server/cut-prompt.ts";
import { tokensOf, usageOf } from "./usage.ts";

/** Writes the message for a call and counts what it costs: from here on it is paid for. */
export function replyTo(
  state: ModelState,
  call: ModelCall,
  input: {
    raw: string;
    request: ChatRequest;
    ask: Ask;
    scripted: ScriptedAnswer | undefined;
    fault: string | undefined;
  },
): ComposedMessage {
  const { raw, scripted, fault } = input;
  const whole = state.cache.count(input.request.model, input.request.messages);
  const cut = cutPrompt(state.settings.server, input.request, whole.tokens);
  const request = cut?.request ?? input.request;
  const ask = cut ? { ...readAsk(userTexts(request)), pictures: input.ask.pictures } : input.ask;
  const prompted = cut ? { tokens: cut.tokens, cached: 0 } : whole;
  const random = createRandom(hashText(raw, state.seed));
  const texts = createRandom(hashText(ask.said, state.seed));
  const manner = { ...state.settings, systemPrompt: systemPromptOf(request), texts };
  const message = scriptedMessage(scripted) ?? composeMessage(request, ask, random, manner, fault);
  call.flaws = message.flaws;
  call.promptTokens = prompted.tokens;
  call.cachedTokens = prompted.cached;
  call.completionTokens = tokensOf(message.content ?? message.refusal ?? "");
  call.paid = true;
  call.status = 200;
  state.count(call);
  return message;
}

export function completionOf(call: ModelCall, model: string, message: ComposedMessage): Completion {
  return {
    id: `chatcmpl-${call.promptSha256.slice(0, 20)}${call.seq}`,
    created: Math.floor(call.at / 1_000),
    model,
    message,
    usage: usageOf(call.promptTokens, call.cachedTokens, call.completionTokens),
  };
}

function scriptedMessage(scripted: ScriptedAnswer | undefined): ComposedMessage | undefined {
  if (scripted === undefined) return undefined;
  const { content, refusal } = scripted;
  return {
    content:
      content === undefined || content === null || typeof content === "string"
        ? (content ?? null)
        : JSON.stringify(content),
    refusal: refusal ?? null,
    finishReason: scripted.finish_reason ?? "stop",
    flaws: [],
  };
}

function systemPromptOf(request: ChatRequest): string {
  return request.messages.find(({ role }) => role === "system" || role === "developer")?.content ?? "";
}
