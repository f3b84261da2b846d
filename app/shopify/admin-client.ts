import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import { wait } from "../lib/retry.ts";
import type { AdminApi, AdminApiFor, AdminOperation } from "./admin-api.ts";
import { adminError } from "./admin-errors.ts";
import { type CostBudget, createCostBudget, type ThrottleStatus } from "./cost-budget.ts";
import { type AnswerCost, type ReadAnswer, readAnswer } from "./read-answer.ts";
import type { Tokens } from "./tokens.ts";

export interface AdminClientDeps {
  fetch: typeof fetch;
  tokens: Tokens;
  clock: Clock;
  logger: Logger;
  /** e.g. `2026-10` */
  apiVersion: string;
  /** for one HTTP exchange */
  timeoutMs: number;
  /** called for every answer, for operators */
  onAnswer?: (answer: AnsweredCall) => void;
  /** real time by default; the waits for the bucket */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** the longest one call waits for the shop's bucket, all its waits together; default 30 s. Then the item is rescheduled. */
  maxWaitMs?: number;
}

/** One exchange with the Admin API as operators count it. */
export interface AnsweredCall {
  shop: ShopDomain;
  operation: string;
  /** `lost`: no connection, or no answer in time */
  outcome: ReadAnswer["kind"] | "lost";
  /** points that Shopify took and that it had wanted free; 0 when its answer has no cost */
  points: number;
  requestedPoints: number;
  bucket: ThrottleStatus | undefined;
}

/** Until an operation's first answer shows its cost. Queries are ≤ 1,000 points; a mutation costs about 10. */
const assumedCost = 20;
const throttledWaitMs = 1_000;
const userAgent = "Shelfwright/0.1";

interface Lane {
  budget: CostBudget;
  /** the end of the queue of those who wait for the bucket, first come, first served */
  tail: Promise<void>;
}

/**
 * The client of the Admin GraphQL API: one queue per shop that spends its cost bucket without being throttled. Reads and
 * writes are sent once, except when Shopify's answer means that it did nothing (THROTTLED, 429, 401).
 */
export function createAdminClient(deps: AdminClientDeps): AdminApiFor {
  const { clock, tokens, logger, sleep = wait, maxWaitMs = 30_000 } = deps;
  const lanes = new Map<ShopDomain, Lane>();
  const knownCosts = new Map<string, number>();

  function laneOf(shop: ShopDomain): Lane {
    let lane = lanes.get(shop);
    if (!lane) {
      lane = { budget: createCostBudget(clock), tail: Promise.resolve() };
      lanes.set(shop, lane);
    }
    return lane;
  }

  /** Waits for its turn and for room in the bucket. @returns how long it waited for room, in ms */
  async function takeTurn(lane: Lane, cost: number, leftMs: number, signal: AbortSignal | undefined): Promise<number> {
    const ahead = lane.tail;
    let finish = () => {};
    const turn = new Promise<void>((resolve) => {
      finish = resolve;
    });
    lane.tail = ahead.then(() => turn);
    try {
      await ahead;
      let waited = 0;
      for (;;) {
        signal?.throwIfAborted();
        const ms = lane.budget.waitMs(cost);
        if (ms === 0) break;
        if (waited + ms > leftMs) throw throttled(ms);
        await sleep(ms, signal);
        waited += ms;
      }
      lane.budget.reserve(cost);
      return waited;
    } finally {
      finish();
    }
  }

  async function run<Data, Variables extends Record<string, unknown>>(
    shop: ShopDomain,
    operation: AdminOperation<Data, Variables>,
    variables: Variables,
    signal: AbortSignal | undefined,
  ): Promise<Data> {
    const lane = laneOf(shop);
    let token = await tokens.accessToken(shop);
    let renewed = false;
    let leftMs = maxWaitMs;
    for (;;) {
      const cost = knownCosts.get(operation.name) ?? assumedCost;
      leftMs -= await takeTurn(lane, cost, leftMs, signal);
      const startedAt = clock.now();
      let answer: ReadAnswer | undefined;
      try {
        answer = await send(deps, shop, token, { query: operation.document, variables }, signal);
      } finally {
        const seen = answer && "cost" in answer ? answer.cost : undefined;
        lane.budget.settle(cost, seen?.status);
        deps.onAnswer?.({
          shop,
          operation: operation.name,
          outcome: answer?.kind ?? "lost",
          points: seen?.actual ?? 0,
          requestedPoints: seen?.requested ?? 0,
          bucket: seen?.status,
        });
      }
      const answerCost = "cost" in answer ? answer.cost : undefined;
      if (answerCost) knownCosts.set(operation.name, answerCost.requested);
      logger.debug(
        {
          shop,
          operation: operation.name,
          outcome: answer.kind,
          ms: clock.now() - startedAt,
          costPoints: answerCost?.actual ?? 0,
        },
        "admin call",
      );
      if (answer.kind === "data") return parseData(operation, answer.data);
      if (answer.kind === "error") {
        if (operation.allowsDenied && answer.allowed !== undefined) return parseData(operation, answer.allowed);
        throw answer.error;
      }
      if (answer.kind === "unauthorised") {
        if (renewed) {
          await tokens.giveUp(shop, token);
          throw adminError("shopify_needs_reauth", "the Admin API refused a new access token");
        }
        token = await tokens.replaceRejected(shop, token);
        renewed = true;
        continue;
      }
      const ms = waitAfterThrottle(answer.retryAfterMs, answerCost);
      if (ms > leftMs) throw throttled(ms);
      await sleep(ms, signal);
      leftMs -= ms;
    }
  }

  return (shop): AdminApi => ({
    shop,
    run: (operation, variables, options) => run(shop, operation, variables, options?.signal),
  });
}

function throttled(ms: number) {
  return adminError("shopify_throttled", "the shop's cost bucket is empty", { retryAfterMs: ms });
}

function waitAfterThrottle(retryAfterMs: number | undefined, cost: AnswerCost | undefined): number {
  if (retryAfterMs !== undefined) return Math.max(retryAfterMs, 1);
  if (!cost) return throttledWaitMs;
  const missing = cost.requested - cost.status.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / cost.status.restoreRate) * 1_000));
}

function parseData<Data, Variables extends Record<string, unknown>>(
  operation: AdminOperation<Data, Variables>,
  data: unknown,
): Data {
  const parsed = operation.data.safeParse(data);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw adminError("shopify_bad_answer", `${operation.name} answered an unexpected shape at "${where}"`);
}

async function send(
  deps: AdminClientDeps,
  shop: ShopDomain,
  token: string,
  body: { query: string; variables: Record<string, unknown> },
  signal: AbortSignal | undefined,
): Promise<ReadAnswer> {
  const timeout = AbortSignal.timeout(deps.timeoutMs);
  try {
    const response = await deps.fetch(`https://${shop}/admin/api/${deps.apiVersion}/graphql.json`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "X-Shopify-Access-Token": token,
        "User-Agent": userAgent,
      },
      body: JSON.stringify(body),
      // A redirect could carry the token to another host.
      redirect: "error",
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    return readAnswer(response.status, response.headers, await response.text());
  } catch {
    if (signal?.aborted) throw signal.reason;
    if (timeout.aborted) throw adminError("shopify_timeout", `no answer within ${deps.timeoutMs} ms`);
    throw adminError("shopify_unavailable", "the connection to the Admin API failed");
  }
}
