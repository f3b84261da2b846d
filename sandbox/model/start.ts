import { createRouter, listen, type RunningServer, readJson, sendJson, sendText } from "../shared/http.ts";
import { answerChat, refuseKey, unknownModel } from "./answer-chat.ts";
import { batchObject } from "./batches/batch.ts";
import { addBatchRoutes } from "./batches/batch-routes.ts";
import { createModelState, type GivenModelSettings, type ModelState, modelNames } from "./model-state.ts";
import { openAiError } from "./openai-error.ts";
import { overviewPage } from "./overview-page.ts";

export interface ModelOptions {
  /** 0 takes a free one. */
  port?: number | undefined;
  seed?: number | undefined;
  now?: (() => number) | undefined;
  faults?: unknown;
  settings?: GivenModelSettings | undefined;
  /** Fewest tokens of a repeated prompt start that count as cached; OpenAI's own is 1,024. */
  cacheLeastTokens?: number | undefined;
}

export interface RunningModel extends RunningServer {
  state: ModelState;
}

/** Starts the model on 127.0.0.1: OpenAI's API under `/v1`, its controls under `/__sandbox`, a page for people at `/`. */
export async function startModel(options: ModelOptions = {}): Promise<RunningModel> {
  const state = createModelState({
    seed: options.seed ?? 1,
    settings: options.settings,
    cacheLeastTokens: options.cacheLeastTokens,
  });
  if (options.faults !== undefined) state.faults.set(options.faults);
  const now = options.now ?? Date.now;
  const router = createRouter();
  const startedAt = Math.floor(now() / 1_000);
  const modelCard = (id: string) => ({ id, object: "model", created: startedAt, owned_by: "shelfwright-sandbox" });

  router.on("GET", "/", ({ res }) => sendText(res, 200, overviewPage(state)));
  router.on("POST", "/v1/chat/completions", ({ req, res }) => answerChat({ state, now }, req, res));
  router.on("GET", "/v1/models", ({ req, res }) => {
    if (!state.settings.server.modelsEndpoint) return sendJson(res, 404, { detail: "Not Found" });
    const refused = refuseKey(req);
    if (refused !== undefined) return sendJson(res, refused.status, refused.body);
    sendJson(res, 200, { object: "list", data: modelNames.map(modelCard) });
  });
  router.on("GET", "/v1/models/:model", ({ req, res, params }) => {
    const model = params.model ?? "";
    const refused = refuseKey(req) ?? (modelNames.includes(model) ? undefined : unknownModel(model));
    if (refused !== undefined) return sendJson(res, refused.status, refused.body);
    sendJson(res, 200, modelCard(model));
  });

  addBatchRoutes(router, { state, now });

  router.on("POST", "/__sandbox/reset", ({ res }) => {
    state.reset();
    sendJson(res, 200, { ok: true });
  });
  router.on("GET", "/__sandbox/faults", ({ res }) => sendJson(res, 200, state.faults.get()));
  router.on("PUT", "/__sandbox/faults", async ({ req, res }) => {
    state.faults.set(await readJson(req));
    sendJson(res, 200, state.faults.get());
  });
  router.on("GET", "/__sandbox/settings", ({ res }) => sendJson(res, 200, state.settings));
  router.on("PUT", "/__sandbox/settings", async ({ req, res }) => {
    state.set(await readJson(req));
    sendJson(res, 200, state.settings);
  });
  router.on("GET", "/__sandbox/script", ({ res }) => sendJson(res, 200, { answers: state.queued() }));
  router.on("POST", "/__sandbox/script", async ({ req, res }) => {
    state.queue(await readJson(req));
    sendJson(res, 200, { queued: state.queued().length });
  });
  router.on("GET", "/__sandbox/calls", ({ res, url }) => {
    const since = Number(url.searchParams.get("since") ?? 0);
    sendJson(res, 200, {
      totals: state.totals,
      calls: state.calls.filter(({ seq }) => seq > since),
      laneCalls: state.laneCalls,
      batches: [...state.batches.values()].map((batch) => batchObject(batch)),
    });
  });

  const server = await listen(async (req, res) => {
    if (await router.handle(req, res)) return;
    const { status, body } = openAiError(404, `Unknown request URL: ${req.method} ${req.url}.`, {
      code: "unknown_url",
    });
    sendJson(res, status, body);
  }, options.port ?? 0);
  return { ...server, state };
}
