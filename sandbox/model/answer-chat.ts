import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, sendJson } from "../shared/http.ts";
import { createRandom, hashText } from "../shared/random.ts";
import { type Ask, readAsk } from "./ask.ts";
import { type ChatRequest, readChatRequest } from "./chat-request.ts";
import { type ComposedMessage, composeMessage, schemaOf } from "./compose-message.ts";
import { type ModelCall, type ModelState, modelNames, type ScriptedAnswer } from "./model-state.ts";
import { errorOfFault, type OpenAiError, openAiError } from "./openai-error.ts";
import { type Completion, sendCompletion, streamCompletion } from "./send-completion.ts";
import { tokensOf, usageOf } from "./usage.ts";

export interface ChatDeps {
  state: ModelState;
  now: () => number;
}

const requestsPerMinute = 10_000;
const tokensPerMinute = 2_000_000;
const slowMs = 3_000;

/** Answers `POST /v1/chat/completions`, records the call, and does what the faults or the script say. */
export async function answerChat(deps: ChatDeps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { state } = deps;
  const raw = (await readBody(req)).toString("utf8");
  const read = readChatRequest(parseJson(raw));
  const refused = refusalBeforeWork(req, read);
  const request = "request" in read ? read.request : undefined;
  const ask = readAsk(request === undefined ? [] : userTexts(request));
  const call = record(deps, req, raw, request, ask);
  res.once("finish", () => {
    call.fullySent = true;
  });
  if (refused !== undefined || request === undefined) {
    return sendError(res, call, refused ?? openAiError(400, "The request is not well-formed."), "refused_request");
  }

  const prompt = request.messages.map(({ content }) => content).join("\n");
  const scripted = state.takeScripted(prompt);
  if (scripted?.status !== undefined && scripted.status !== 200) return sendScripted(res, call, scripted);
  const fault = scripted === undefined ? state.faults.strike({ model: request.model }) : undefined;
  call.outcome = scripted === undefined ? (fault?.kind ?? "ok") : "scripted";
  const failed = fault && errorOfFault(fault.kind, fault.retryAfterSeconds);
  if (failed !== undefined) return sendError(res, call, failed, call.outcome);
  if (fault?.kind === "stall") return stall(res, call, fault.ms);

  const prompted = state.cache.count(request.model, request.messages);
  const random = createRandom(hashText(raw, state.seed));
  const manner = { ...state.settings, systemPrompt: systemPromptOf(request) };
  const message = scriptedMessage(scripted) ?? composeMessage(request, ask, random, manner, fault?.kind);
  call.flaws = message.flaws;
  call.promptTokens = prompted.tokens;
  call.cachedTokens = prompted.cached;
  call.completionTokens = tokensOf(message.content ?? message.refusal ?? "");
  call.paid = true;
  call.status = 200;
  state.count(call);

  const waitMs = state.settings.latencyMs + (fault?.kind === "slow" ? (fault.ms ?? slowMs) : 0);
  if (waitMs > 0) await pause(res, waitMs);
  if (res.destroyed) return;
  const completion: Completion = {
    id: `chatcmpl-${call.promptSha256.slice(0, 20)}${call.seq}`,
    created: Math.floor(call.at / 1_000),
    model: request.model,
    message,
    usage: usageOf(call.promptTokens, call.cachedTokens, call.completionTokens),
  };
  const headers = { ...headersOf(state, call), ...scripted?.headers };
  const cut = fault?.kind === "cut";
  if (request.stream !== true) return sendCompletion(res, completion, headers, cut);
  streamCompletion(res, completion, headers, { includeUsage: request.stream_options?.include_usage === true, cut });
}

/** 401 without a bearer key. Keys that start with `sk-invalid` are refused, so that a person can see what a bad key does. */
export function refuseKey(req: IncomingMessage): OpenAiError | undefined {
  const key = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? "")?.[1];
  if (key === undefined) {
    return openAiError(
      401,
      "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
    );
  }
  return key.startsWith("sk-invalid")
    ? openAiError(401, "Incorrect API key provided.", { code: "invalid_api_key" })
    : undefined;
}

export function unknownModel(model: string): OpenAiError {
  return openAiError(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
    param: "model",
    code: "model_not_found",
  });
}

function refusalBeforeWork(req: IncomingMessage, read: ReturnType<typeof readChatRequest>): OpenAiError | undefined {
  const key = refuseKey(req);
  if (key !== undefined) return key;
  if ("refused" in read) return read.refused;
  return modelNames.includes(read.request.model) ? undefined : unknownModel(read.request.model);
}

function record(
  { state, now }: ChatDeps,
  req: IncomingMessage,
  raw: string,
  request: ChatRequest | undefined,
  ask: Ask,
): ModelCall {
  const at = now();
  const callerId = req.headers["x-request-id"] ?? req.headers["idempotency-key"];
  return state.begin({
    at,
    id: `req_${(hashText(raw, at) >>> 0).toString(16)}${state.totals.calls + 1}`,
    callerId: Array.isArray(callerId) ? callerId[0] : callerId,
    model: request?.model ?? "",
    product: ask.productTitle,
    promptSha256: createHash("sha256")
      .update(JSON.stringify(request?.messages ?? raw))
      .digest("hex"),
    keys: request === undefined ? [] : Object.keys((schemaOf(request, ask).properties as object | undefined) ?? {}),
    language: ask.language,
    isRepair: ask.fixes.size > 0,
    status: 0,
    outcome: "refused_request",
    flaws: [],
    promptTokens: 0,
    cachedTokens: 0,
    completionTokens: 0,
    paid: false,
    fullySent: false,
  });
}

function sendError(res: ServerResponse, call: ModelCall, error: OpenAiError, outcome: string): void {
  call.status = error.status;
  call.outcome = outcome;
  sendJson(res, error.status, error.body, { ...error.headers, "x-request-id": call.id });
}

function sendScripted(res: ServerResponse, call: ModelCall, scripted: ScriptedAnswer): void {
  call.status = scripted.status ?? 200;
  call.outcome = "scripted";
  sendJson(res, call.status, scripted.body ?? {}, { ...scripted.headers, "x-request-id": call.id });
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

function stall(res: ServerResponse, call: ModelCall, ms: number | undefined): void {
  call.status = 0;
  if (ms === undefined) return;
  const timer = setTimeout(() => res.destroy(), ms);
  res.once("close", () => clearTimeout(timer));
}

function pause(res: ServerResponse, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    res.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function headersOf({ totals }: ModelState, call: ModelCall): Record<string, string> {
  return {
    "x-request-id": call.id,
    "openai-version": "2020-10-01",
    "openai-processing-ms": "1",
    "x-ratelimit-limit-requests": String(requestsPerMinute),
    "x-ratelimit-limit-tokens": String(tokensPerMinute),
    "x-ratelimit-remaining-requests": String(requestsPerMinute - 1 - (totals.calls % 100)),
    "x-ratelimit-remaining-tokens": String(tokensPerMinute - call.promptTokens - call.completionTokens),
    "x-ratelimit-reset-requests": "6ms",
    "x-ratelimit-reset-tokens": "12ms",
  };
}

function userTexts(request: ChatRequest): string[] {
  return request.messages.filter(({ role }) => role === "user").map(({ content }) => content);
}

function systemPromptOf(request: ChatRequest): string {
  return request.messages.find(({ role }) => role === "system" || role === "developer")?.content ?? "";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
