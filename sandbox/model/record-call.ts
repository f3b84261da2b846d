import { createHash } from "node:crypto";
import { hashText } from "../shared/random.ts";
import type { Ask } from "./ask.ts";
import { type ChatRequest, pictureUrls } from "./chat-request.ts";
import { schemaOf } from "./compose-message.ts";
import type { ModelCall, ModelState } from "./model-state.ts";

export interface AskedCall {
  /** the request's body as it came */
  raw: string;
  request: ChatRequest | undefined;
  ask: Ask;
  callerId?: string | undefined;
  /** the line of a batch that it is */
  line?: { batchId: string; customId: string };
}

/** Notes a call before anything is known of its outcome. */
export function recordCall({ state, now }: { state: ModelState; now: () => number }, asked: AskedCall): ModelCall {
  const { raw, request, ask, line } = asked;
  const at = now();
  return state.begin({
    at,
    id: `req_${(hashText(raw, at) >>> 0).toString(16)}${state.totals.calls + 1}`,
    callerId: asked.callerId,
    model: request?.model ?? "",
    product: ask.productTitle,
    promptSha256: createHash("sha256")
      .update(JSON.stringify(request?.messages ?? raw))
      .digest("hex"),
    keys:
      request === undefined
        ? []
        : Object.keys((schemaOf(request, ask, state.settings.server).properties as object | undefined) ?? {}).filter(
            (key) => key !== "cites" && key !== "other_wordings",
          ),
    language: ask.language,
    pictures: request === undefined ? 0 : pictureUrls(request).length,
    isRepair: ask.fixes.size > 0,
    examined: ask.examined?.sentences.size ?? ask.compared?.pairs.size ?? 0,
    status: 0,
    outcome: "refused_request",
    flaws: [],
    promptTokens: 0,
    cachedTokens: 0,
    completionTokens: 0,
    paid: false,
    fullySent: false,
    lane: line === undefined ? "direct" : "batch",
    batchId: line?.batchId,
    customId: line?.customId,
  });
}

export function userTexts(request: ChatRequest): string[] {
  return request.messages
    .filter(({ role }) => role === "user")
    .flatMap(({ parts }) => parts.flatMap((part) => (part.type === "text" ? part.text.split("\n\n") : [])));
}
