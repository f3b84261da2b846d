import { z } from "zod";
import type { ShopDomain } from "../lib/brand.ts";
import type { OperationalError } from "../lib/errors.ts";
import { adminError } from "./admin-errors.ts";

/** A pair of tokens; times are those of the asking process's clock. */
export interface TokenPair {
  accessToken: string;
  expiresAt: number;
  refreshToken: string;
  refreshTokenExpiresAt: number;
}

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
});
const refusalSchema = z.object({ error: z.string(), error_description: z.string().default("") });

/** Words that mean that this token will never work again, whatever is wrong with it. */
const deadTokenErrors = ["invalid_grant", "invalid_subject_token"];
/** The app's own fault, and that of all its shops at once. */
const credentialErrors = ["invalid_client", "unauthorized_client"];
/** Wrong credentials wait for the operator, not for a backoff. */
const credentialsWaitMs = 5 * 60_000;

/** Below the refresh lease of tokens.ts, so that a lease always outlives its request. */
const timeoutMs = 15_000;

/**
 * Exchanges a refresh token for the next pair. One attempt.
 * @throws OperationalError `shopify_needs_reauth` when Shopify's words mean that the refresh token is dead,
 *   `shopify_app_credentials` when it refuses the app itself, `shopify_bad_answer` when the answer lacks a part (a pair without
 *   expiry would never be refreshed again), `shopify_timeout`, `shopify_unavailable`, also for an answer that is no token
 *   endpoint's, `shopify_bad_request` for any other refusal
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 */
export async function requestTokens(
  deps: { fetch: typeof fetch; apiKey: string; apiSecret: string; now: () => number },
  shop: ShopDomain,
  refreshToken: string,
): Promise<TokenPair> {
  const askedAt = deps.now();
  const { status, body } = await post(deps, shop, refreshToken);
  if (status >= 500 || status === 429) throw adminError("shopify_unavailable", `the token endpoint answered ${status}`);
  if (status !== 200) throw refusalOf(status, body);
  const answer = answerSchema.safeParse(body);
  if (!answer.success) throw adminError("shopify_bad_answer", "the token answer is incomplete");
  return {
    accessToken: answer.data.access_token,
    expiresAt: askedAt + answer.data.expires_in * 1_000,
    refreshToken: answer.data.refresh_token,
    refreshTokenExpiresAt: askedAt + answer.data.refresh_token_expires_in * 1_000,
  };
}

/**
 * What a refusal means. A dead refresh token is told in three ways, of which 401 `invalid_request` with these words is the
 * one that a rotation broken off by a 520 leaves behind.
 * @see https://community.shopify.dev/t/520-during-refresh-token-rotation-permanently-orphans-the-offline-access-token/35182
 */
function refusalOf(status: number, body: unknown): OperationalError {
  const refusal = refusalSchema.safeParse(body);
  // A page of some proxy in between: it is not about the token.
  if (!refusal.success)
    return adminError("shopify_unavailable", `the token endpoint answered ${status} without a reason`);
  const { error, error_description: words } = refusal.data;
  if (credentialErrors.includes(error)) {
    return adminError("shopify_app_credentials", `the token endpoint refuses the app itself (${error})`, {
      retryAfterMs: credentialsWaitMs,
    });
  }
  const inactive = error === "invalid_request" && (status === 401 || /refresh_token/.test(words));
  if (inactive || deadTokenErrors.includes(error)) {
    return adminError("shopify_needs_reauth", `Shopify no longer knows the refresh token (${error})`);
  }
  // In no words that we know: it may come from trouble on their side, and is not about the token.
  return adminError("shopify_unavailable", `the token endpoint refused with ${status}`);
}

async function post(
  deps: { fetch: typeof fetch; apiKey: string; apiSecret: string },
  shop: ShopDomain,
  refreshToken: string,
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await deps.fetch(`https://${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({
        client_id: deps.apiKey,
        client_secret: deps.apiSecret,
        grant_type: "refresh_token",
        refresh_token: refreshToken,
      }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return { status: response.status, body: parseJson(text) };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    throw adminError(
      timedOut ? "shopify_timeout" : "shopify_unavailable",
      timedOut ? "the token endpoint did not answer in time" : "the token endpoint could not be reached",
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
