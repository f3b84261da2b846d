import { OperationalError, type Provider } from "../lib/errors.ts";
import { reauthMessage } from "./auth-state.ts";

export type AdminErrorCode =
  | "shopify_throttled"
  | "shopify_unavailable"
  | "shopify_timeout"
  | "shopify_needs_reauth"
  | "shopify_token_unreadable"
  | "shopify_scope"
  | "shopify_app_credentials"
  | "shopify_bad_request"
  | "shopify_bad_answer";

const kinds: Record<AdminErrorCode, { retryable: boolean; outageOf?: Provider; merchantMessage: string }> = {
  shopify_throttled: { retryable: true, merchantMessage: "Shopify asks this app to slow down." },
  shopify_unavailable: { retryable: true, outageOf: "shopify", merchantMessage: "Shopify could not be reached." },
  shopify_timeout: { retryable: true, outageOf: "shopify", merchantMessage: "Shopify did not answer in time." },
  shopify_needs_reauth: { retryable: false, merchantMessage: reauthMessage },
  shopify_token_unreadable: { retryable: false, merchantMessage: reauthMessage },
  shopify_scope: {
    retryable: false,
    merchantMessage: "Shopify says that a permission is missing. Open the app from the Shopify admin and accept its permissions.",
  },
  shopify_app_credentials: {
    retryable: true,
    merchantMessage:
      "Shopify does not accept this app's own key, so nothing can be read or written. Whoever runs Shelfwright has to check SHOPIFY_API_KEY and SHOPIFY_API_SECRET.",
  },
  shopify_bad_request: {
    retryable: false,
    merchantMessage: "Shopify refused the request. Please report this with the time it happened.",
  },
  shopify_bad_answer: {
    retryable: true,
    outageOf: "shopify",
    merchantMessage: "Shopify answered something that could not be read.",
  },
}; // biome-ignore format: one code a line

/** What the Admin API's edge throws, with the code's retryability and advice. Never carries a token or an answer's body. */
export function adminError(
  code: AdminErrorCode,
  message: string,
  details: { retryAfterMs?: number; outageOf?: Provider | undefined; cause?: unknown } = {},
): OperationalError {
  return new OperationalError(message, { code, ...kinds[code], ...details });
}

/**
 * True for a failure after which a write may have happened although no answer came: read again and decide. The others are
 * refusals that come before any work.
 */
export function isUnknownOutcome(error: { code: string }): boolean {
  return (
    error.code === "shopify_timeout" || error.code === "shopify_unavailable" || error.code === "shopify_bad_answer"
  );
}
