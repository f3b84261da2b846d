import { z } from "zod";
import type { OperationalError } from "../lib/errors.ts";
import { retryAfterMs } from "../lib/retry.ts";
import { adminError } from "./admin-errors.ts";
import type { ThrottleStatus } from "./cost-budget.ts";

/** Not documented: about a minute is what those who met it waited. */
const securityWaitMs = 60_000;

const costSchema = z.object({
  requestedQueryCost: z.number(),
  actualQueryCost: z.number().nullish(),
  throttleStatus: z.object({
    maximumAvailable: z.number().positive(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});
const errorSchema = z.object({
  message: z.string(),
  extensions: z.object({ code: z.string().optional() }).loose().optional(),
});
const answerSchema = z.object({
  data: z.unknown().optional(),
  // Some gateway errors carry a plain string here.
  errors: z.union([z.array(errorSchema), z.string()]).optional(),
  extensions: z
    .object({ cost: costSchema.optional().catch(undefined) })
    .loose()
    .optional(),
});

export interface AnswerCost {
  requested: number;
  actual: number | undefined;
  status: ThrottleStatus;
}

/** What one HTTP answer of the Admin API means. */
export type ReadAnswer =
  | { kind: "data"; data: unknown; cost: AnswerCost | undefined }
  /** nothing was done; `retryAfterMs` undefined when Shopify names no time */
  | { kind: "throttled"; retryAfterMs: number | undefined; cost: AnswerCost | undefined }
  | { kind: "unauthorised" }
  /** `allowed`: of a call that was denied in parts only, what it may read, with null for the rest */
  | { kind: "error"; error: OperationalError; cost: AnswerCost | undefined; allowed?: unknown };

/**
 * Reads an HTTP answer: throttling comes as 429 with `Retry-After` in seconds, or as 200 with the code THROTTLED.
 * 430 is "Shopify Security Rejection".
 * @see https://shopify.dev/docs/api/admin-graphql#status_and_error_codes
 * @see https://shopify.dev/docs/api/usage/response-codes
 */
export function readAnswer(status: number, headers: Headers, text: string): ReadAnswer {
  if (status === 401) return { kind: "unauthorised" };
  // A refusal by the address that we come from, before any work; it names no time, and asking on makes it last.
  if (status === 430) {
    const error = adminError("shopify_throttled", "Shopify's security layer refused the request (430)", {
      retryAfterMs: retryAfterMs(headers) ?? securityWaitMs,
    });
    return { kind: "error", error, cost: undefined };
  }
  if (status === 429) return { kind: "throttled", retryAfterMs: retryAfterMs(headers), cost: undefined };
  if (status !== 200) return { kind: "error", error: errorOfStatus(status, text), cost: undefined };
  const answer = answerSchema.safeParse(parseJson(text));
  if (!answer.success) {
    return failed("shopify_bad_answer", "the Admin API answered something that is not a GraphQL answer");
  }
  const { data, errors, extensions } = answer.data;
  const cost = toCost(extensions?.cost);
  if (errors === undefined || errors.length === 0) {
    return data == null
      ? failed("shopify_bad_answer", "the Admin API answered no data", cost)
      : { kind: "data", data, cost };
  }
  if (typeof errors === "string") return failed("shopify_unavailable", "a gateway answered for the Admin API", cost);
  const codes = errors.map((error) => error.extensions?.code);
  if (codes.includes("THROTTLED")) return { kind: "throttled", retryAfterMs: undefined, cost };
  if (codes.includes("ACCESS_DENIED")) {
    const allowed = codes.every((code) => code === "ACCESS_DENIED") && data != null ? { allowed: data } : {};
    return { kind: "error", error: adminError("shopify_scope", "an access scope is missing"), cost, ...allowed };
  }
  if (codes.includes("INTERNAL_SERVER_ERROR") || codes.includes("TIMEOUT")) {
    return failed("shopify_unavailable", "the Admin API reported an internal error", cost);
  }
  if (codes.includes("SHOP_INACTIVE")) return failed("shopify_unavailable", "the shop is inactive", cost);
  // The message of a schema error names fields of our own document only.
  return failed(
    "shopify_bad_request",
    `the Admin API refused the document: ${errors[0]?.message ?? "no message"}`,
    cost,
  );
}

function failed(
  code: Parameters<typeof adminError>[0],
  message: string,
  cost: AnswerCost | undefined = undefined,
): ReadAnswer {
  return { kind: "error", error: adminError(code, message), cost };
}

/** Of a request that the API itself read and refused, in JSON. */
const refusalsOfARequest: readonly number[] = [400, 413, 414, 415, 422];

/**
 * Only 401 is about the token. A 403 or 404 comes from what is before the API as well, for a shop that is
 * well: nothing is known after it, and asking again may help.
 * @see https://github.com/Shopify/shopify-app-js/issues/3255 404 now and then
 */
function errorOfStatus(status: number, text: string): OperationalError {
  // 402 frozen, 423 locked: the merchant has to settle it with Shopify, which may take days.
  if (status === 402 || status === 423) {
    return adminError("shopify_unavailable", `the shop is frozen or locked (${status})`, {
      retryAfterMs: 3_600_000,
      // It answers, and names the fault: no patience runs out, and no breaker opens.
      outageOf: undefined,
    });
  }
  if (refusalsOfARequest.includes(status) && answerSchema.safeParse(parseJson(text)).data?.errors !== undefined) {
    return adminError("shopify_bad_request", `the Admin API answered ${status}`);
  }
  return adminError("shopify_unavailable", `the Admin API answered ${status}`);
}

function toCost(cost: z.infer<typeof costSchema> | undefined): AnswerCost | undefined {
  if (!cost) return undefined;
  return { requested: cost.requestedQueryCost, actual: cost.actualQueryCost ?? undefined, status: cost.throttleStatus };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
