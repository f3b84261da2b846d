import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { FaultRule } from "../shared/faults.ts";
import { HttpError, type Router, readBody, readJson, sendJson, sendText } from "../shared/http.ts";
import { describeRequest } from "./execute.ts";
import { refusingKinds, refusingStatuses } from "./refusing-statuses.ts";
import { apiVersion } from "./schema.ts";
import type { LogEntry, StoreState } from "./state.ts";
import { tokenRefusals } from "./token-refusals.ts";

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const edgeFaults = [
  "http_500",
  "http_502",
  "http_503",
  "http_429",
  "http_430",
  "reset",
  "lost_answer",
  "stall",
  "html_answer",
  ...refusingKinds,
];

/** How far a read of a lagging copy lies behind. */
const usualLagMs = 3_000;

/** What happens to an answer: sent, or lost on its way. */
interface Turn {
  rule: FaultRule | undefined;
  /** True when a fault has already answered (or will never answer) and no work is to be done. */
  over: boolean;
}

async function strike(state: StoreState, res: ServerResponse, operation: string): Promise<Turn> {
  const rule = state.faults.strike({ operation }, edgeFaults);
  if (!rule) return { rule, over: false };
  const refusing = refusingStatuses[rule.kind];
  if (refusing) {
    const { status, body } = refusing;
    if (typeof body === "string") sendText(res, status, body);
    else sendJson(res, status, body);
    return { rule, over: true };
  }
  switch (rule.kind) {
    case "http_500":
    case "http_502":
    case "http_503":
      sendJson(res, Number(rule.kind.slice(5)), { errors: "Internal Server Error" });
      return { rule, over: true };
    case "http_429":
      sendJson(
        res,
        429,
        { errors: "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service." },
        { "retry-after": String(rule.retryAfterSeconds ?? 2) },
      );
      return { rule, over: true };
    case "http_430":
      sendText(res, 430, "<!DOCTYPE html><html><body><h1>Security rejection</h1></body></html>");
      return { rule, over: true };
    case "html_answer":
      sendText(res, 200, "<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>");
      return { rule, over: true };
    case "reset":
      res.destroy();
      return { rule, over: true };
    case "stall": {
      const timer = setTimeout(() => res.destroy(), rule.ms ?? 60_000).unref();
      res.once("close", () => clearTimeout(timer));
      return { rule, over: true };
    }
    default:
      return { rule, over: false };
  }
}

/** The work is done; a `lost_answer` cuts the connection instead of telling so. */
function reply(turn: Turn, res: ServerResponse, status: number, body: unknown): void {
  if (turn.rule?.kind === "lost_answer") res.destroy();
  else sendJson(res, status, body, { "x-shopify-api-version": apiVersion });
}

/** Token endpoint and Admin GraphQL API; the Host header names the shop. */
export function addAdminRoutes(router: Router, state: StoreState): void {
  router.on("POST", "/admin/oauth/access_token", async ({ req, res, host }) => {
    const body = await readForm(req);
    if (!state.hasShop(host)) throw new HttpError(404, "Not Found");
    const turn = await strike(state, res, "token");
    if (turn.over) return;
    const refused = state.faults.strike({ operation: "token" }, Object.keys(tokenRefusals));
    if (refused) {
      const { status, body: words } = tokenRefusals[refused.kind as keyof typeof tokenRefusals];
      return reply(turn, res, status, words);
    }
    const answer = await state.exchange(host, body);
    if (state.faults.strike({ operation: "token" }, ["rotation_lost"])) {
      state.shop(host).tokens.revokeRefresh();
      return sendText(res, 520, "error code: 520", "text/plain");
    }
    const partial = answer.status === 200 && state.faults.strike({ operation: "token" }, ["partial_token"]);
    if (partial) {
      const { access_token, scope } = answer.body as { access_token: string; scope: string };
      return reply(turn, res, 200, { access_token, scope });
    }
    reply(turn, res, answer.status, answer.body);
  });

  router.on("POST", "/admin/api/:version/graphql.json", async ({ req, res, host, params }) => {
    const started = performance.now();
    if (params.version !== apiVersion) {
      throw new HttpError(404, `The sandbox store answers API version ${apiVersion} only, not ${params.version}.`);
    }
    const json = await readJson(req);
    const request = requestSchema.parse(json);
    const { operation: _operation, ...described } = describeRequest(request);
    const subject = [described.operationName, ...described.rootFields].join(" ");
    const entry: Omit<LogEntry, "seq" | "outcome" | "ms"> = {
      at: state.now(),
      shop: host,
      operationName: described.operationName,
      rootFields: described.rootFields,
      queryHash: described.queryHash,
      requestedCost: 0,
      actualCost: null,
      ...(described.isMutation ? { input: request.variables ?? {} } : {}),
    };
    const ms = () => Math.round((performance.now() - started) * 100) / 100;
    const token = req.headers["x-shopify-access-token"];
    const known = state.hasShop(host) && typeof token === "string";
    const scopes = known ? state.shop(host).tokens.scopesOf(token) : undefined;
    if (!scopes) {
      state.addLog({ ...entry, outcome: "unauthorized", ms: ms() });
      return sendJson(res, 401, {
        errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
      });
    }
    const turn = await strike(state, res, subject);
    if (turn.over) {
      state.addLog({ ...entry, outcome: `fault:${turn.rule?.kind}`, ms: ms() });
      return;
    }
    const forceThrottle = state.faults.strike({ operation: subject }, ["throttled"]) !== undefined;
    const lag = described.isMutation ? undefined : state.faults.strike({ operation: subject }, ["lag"]);
    const lagMs = lag && (lag.ms ?? usualLagMs);
    const answer = state.answer(host, request, { scopes, forceThrottle, lagMs });
    state.addLog({
      ...entry,
      requestedCost: answer.requestedCost,
      actualCost: answer.actualCost,
      outcome: turn.rule ? `fault:${turn.rule.kind}` : answer.outcome,
      ms: ms(),
    });
    reply(turn, res, 200, answer.body);
  });
}

/** Token requests come as JSON from the library, and as a form from others. */
async function readForm(req: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBody(req, 100_000)).toString("utf8");
  if (req.headers["content-type"]?.includes("x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new HttpError(400, "invalid_request", {
      error: "invalid_request",
      error_description: "The body is not JSON.",
    });
  }
}
