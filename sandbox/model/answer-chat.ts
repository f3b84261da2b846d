import type { IncomingMessage, ServerResponse } from "node:http";
import type { FaultRule } from "../shared/faults.ts";
import { readBody, sendJson } from "../shared/http.ts";
import { type Ask, readAsk } from "./ask.ts";
import { pictureUrls, readChatRequest } from "./chat-request.ts";
import { fetchPictures } from "./look.ts";
import { chatFaultKinds, type ModelCall, type ModelState, modelNames, type ScriptedAnswer } from "./model-state.ts";
import { errorOfFault, type OpenAiError, openAiError } from "./openai-error.ts";
import { recordCall, userTexts } from "./record-call.ts";
import { completionOf, replyTo } from "./reply-to.ts";
import { seePictures } from "./see-pictures.ts";
import { sendCompletion, streamCompletion } from "./send-completion.ts";
import { dressCompletion } from "./server/dress-completion.ts";
import { leaveOut } from "./server/leave-out.ts";
import { refuseRequest } from "./server/refuse-request.ts";
import { sendServerError } from "./server/send-error.ts";
import { type VendorError, vendorErrorOf } from "./server/vendor-errors.ts";

export interface ChatDeps {
  state: ModelState;
  now: () => number;
}

const requestsPerMinute = 10_000;
const tokensPerMinute = 2_000_000;
const slowMs = 3_000;

/** What an examiner of this habit always does. */
function habitFault({ settings: { examiner } }: ModelState, { examined, compared }: Ask): FaultRule | undefined {
  if (examined === undefined && compared === undefined) return undefined;
  return examiner === "failing" ? { kind: "http_500" } : examiner === "slow" ? { kind: "slow" } : undefined;
}

/** Answers `POST /v1/chat/completions`, records the call, and does what the faults or the script say. */
export async function answerChat(deps: ChatDeps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { state } = deps;
  const raw = (await readBody(req)).toString("utf8");
  const body = parseJson(raw);
  const read = readChatRequest(body);
  const { server } = state.settings;
  const refused =
    refusalBeforeWork(req, read) ?? ("request" in read ? refuseRequest(server, read.request, Object(body)) : undefined);
  const request = "request" in read ? read.request : undefined;
  const ask = readAsk(request === undefined ? [] : userTexts(request));
  const callerId = req.headers["x-request-id"] ?? req.headers["idempotency-key"];
  const call = recordCall(deps, { raw, request, ask, callerId: Array.isArray(callerId) ? callerId[0] : callerId });
  res.once("finish", () => {
    call.fullySent = true;
  });
  if (refused !== undefined || request === undefined) {
    return sendError(
      deps,
      res,
      call,
      refused ?? openAiError(400, "The request is not well-formed."),
      "refused_request",
    );
  }

  await fetchPictures(state.looks, pictureUrls(request));
  const unseen = seePictures(state, request, ask);
  if (unseen !== undefined) return sendError(deps, res, call, unseen, "refused_request");
  const prompt = request.messages.map(({ content }) => content).join("\n");
  const scripted = state.takeScripted(prompt);
  if (scripted?.status !== undefined && scripted.status !== 200) return sendScripted(res, call, scripted);
  const subject = { model: request.model, operation: "chat.completions.create" };
  const struck = scripted === undefined ? state.faults.strike(subject, chatFaultKinds) : undefined;
  const fault = struck ?? habitFault(state, ask);
  call.outcome = scripted === undefined ? (fault?.kind ?? "ok") : "scripted";
  const failed = fault && errorOfFault(fault.kind, fault.retryAfterSeconds);
  if (failed !== undefined) return sendError(deps, res, call, failed, call.outcome);
  const vendors = fault && vendorErrorOf(fault.kind);
  if (vendors !== undefined) return sendVendorError(res, call, vendors);
  if (fault?.kind === "stall") return stall(res, call, fault.ms);

  const message = replyTo(state, call, { raw, request, ask, scripted, fault: fault?.kind });
  const waitMs = state.settings.latencyMs + (fault?.kind === "slow" ? (fault.ms ?? slowMs) : 0);
  if (waitMs > 0) await pause(res, waitMs);
  if (fault?.kind === "lost_answer") res.destroy();
  if (res.destroyed) return;
  const completion = completionOf(call, request.model, message);
  const headers = { ...headersOf(state, call), ...scripted?.headers };
  const cut = fault?.kind === "cut";
  if (request.stream !== true && server.stream !== "always") {
    const whole = leaveOut(fault?.kind, dressCompletion(server, completion));
    return sendCompletion(res, whole, headers, { cut, tail: server.stream === "tail" });
  }
  streamCompletion(res, completion, headers, {
    includeUsage: server.usage && request.stream_options?.include_usage === true,
    cut,
  });
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

function sendError(
  { state }: ChatDeps,
  res: ServerResponse,
  call: ModelCall,
  error: OpenAiError,
  outcome: string,
): void {
  call.status = error.status;
  call.outcome = outcome;
  sendServerError(res, state.settings.server.errors, error, { "x-request-id": call.id });
}

function sendVendorError(res: ServerResponse, call: ModelCall, { status, body }: VendorError): void {
  call.status = status;
  const isPage = typeof body === "string";
  res.writeHead(status, { "content-type": isPage ? "text/html" : "application/json", "x-request-id": call.id });
  res.end(isPage ? body : JSON.stringify(body));
}

function sendScripted(res: ServerResponse, call: ModelCall, scripted: ScriptedAnswer): void {
  call.status = scripted.status ?? 200;
  call.outcome = "scripted";
  sendJson(res, call.status, scripted.body ?? {}, { ...scripted.headers, "x-request-id": call.id });
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
