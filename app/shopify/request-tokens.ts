import { z } from "zod";
import type { ShopDomain } from "../lib/brand.ts";
import { adminError } from "./admin-errors.ts";

/** A pair of tokens; times are those of the asking process's clock. */
export interface TokenPair {
  accessToken: string;
  expiresAt: number;
  refreshToken: string;
  refreshTokenExpiresAt: number;
  scope: string | null;
}

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
  scope: z.string().optional(),
});
const refusalSchema = z.object({ error: z.string() });

/** Below the refresh lease of tokens.ts, so that a lease always outlives its request. */
const timeoutMs = 15_000;

/**
 * Exchanges a refresh token for the next pair. One attempt.
 * @throws OperationalError `shopify_needs_reauth` when Shopify says that the refresh token or the shop is gone,
 *   `shopify_bad_answer` when the answer lacks a part (a pair without expiry would never be refreshed again), `shopify_timeout`,
 *   `shopify_unavailable`, `shopify_bad_request` when the app's own credentials are refused
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 */
export async function requestTokens(
  deps: { fetch: typeof fetch; apiKey: string; apiSecret: string; now: () => number },
  shop: ShopDomain,
  refreshToken: string,
): Promise<TokenPair> {
  const askedAt = deps.now();
  const { status, body } = await post(deps, shop, refreshToken);
  if (status === 404) throw adminError("shopify_needs_reauth", `the shop ${shop} is not there`);
  if (status >= 500 || status === 429) throw adminError("shopify_unavailable", `the token endpoint answered ${status}`);
  if (status !== 200) {
    const refusal = refusalSchema.safeParse(body);
    if (refusal.success && refusal.data.error === "invalid_grant") {
      throw adminError("shopify_needs_reauth", "Shopify no longer knows the refresh token (invalid_grant)");
    }
    throw adminError("shopify_bad_request", `the token endpoint answered ${status}`);
  }
  const answer = answerSchema.safeParse(body);
  if (!answer.success) throw adminError("shopify_bad_answer", "the token answer is incomplete");
  return {
    accessToken: answer.data.access_token,
    expiresAt: askedAt + answer.data.expires_in * 1_000,
    refreshToken: answer.data.refresh_token,
    refreshTokenExpiresAt: askedAt + answer.data.refresh_token_expires_in * 1_000,
    scope: answer.data.scope ?? null,
  };
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
