import { APIConnectionTimeoutError, APIError } from "openai";
import { isOperationalError, OperationalError } from "../lib/errors.ts";

/** The longest wait that a provider's Retry-After may ask for. */
const longestWaitMs = 10 * 60_000;

const billingCodes: ReadonlySet<string> = new Set([
  "insufficient_quota",
  "billing_not_active",
  "billing_hard_limit_reached",
]);

/** What the SDK threw, in the port's words. Messages never carry the provider's answer: it may quote keys and prompts. */
export function translateModelError(error: unknown, { timedOut }: { timedOut: boolean }): OperationalError {
  if (timedOut || error instanceof APIConnectionTimeoutError) {
    return new OperationalError("the model did not answer in time", {
      code: "model_timeout",
      retryable: true,
      outageOf: "model",
      merchantMessage: "The model did not answer in time. The product is tried again.",
      cause: error,
    });
  }
  const refusedAddress = operationalCause(error);
  if (refusedAddress) {
    return new OperationalError(refusedAddress.message, {
      code: "model_bad_request",
      retryable: refusedAddress.retryable,
      merchantMessage: refusedAddress.merchantMessage,
      cause: error,
    });
  }
  if (error instanceof APIError && typeof error.status === "number") return fromStatus(error, error.status);
  return unavailable("the model could not be reached or its answer was cut", error);
}

function fromStatus(error: APIError, status: number): OperationalError {
  if (status === 402 || (status === 429 && isBilling(error))) {
    return new OperationalError("the model's account has no credit left", {
      code: "model_billing",
      retryable: false,
      merchantMessage: "Your model account has no credit left. Add credit with the provider, then resume the work.",
      cause: error,
    });
  }
  if (status === 401 || status === 403) {
    return new OperationalError(`the model refused the key with ${status}`, {
      code: "model_key",
      retryable: false,
      merchantMessage: "The model does not accept the API key. Enter a valid key in Settings, then resume the work.",
      cause: error,
    });
  }
  if (status === 429) {
    return new OperationalError("the model asks to slow down", {
      code: "model_rate_limited",
      retryable: true,
      outageOf: "model",
      retryAfterMs: retryAfterMs(error.headers),
      merchantMessage: "The model is busy. The product is tried again.",
      cause: error,
    });
  }
  if (status >= 500 && saysNoPictures(error)) {
    return new OperationalError("the model takes no pictures", {
      code: "model_bad_request",
      retryable: false,
      merchantMessage: "The model takes no pictures. Choose in Settings that none are shown to it.",
      cause: error,
    });
  }
  if (status === 408 || status === 409 || status >= 500) {
    return unavailable(`the model answered with ${status}`, error, retryAfterMs(error.headers));
  }
  return new OperationalError(`the model refused the request with ${status}`, {
    code: "model_bad_request",
    retryable: false,
    merchantMessage:
      status === 404
        ? "The model server does not know this model or address. Check both in Settings."
        : "The model server does not accept the request. Check in Settings that the model supports structured output.",
    cause: error,
  });
}

/** Some servers answer a picture that they cannot take as if they were out of order. */
function saysNoPictures({ message }: APIError): boolean {
  return /\b(?:images?|vision|multimodal|mmproj)\b/i.test(message) && /support/i.test(message);
}

function unavailable(message: string, cause: unknown, waitMs?: number): OperationalError {
  return new OperationalError(message, {
    code: "model_unavailable",
    retryable: true,
    outageOf: "model",
    retryAfterMs: waitMs,
    merchantMessage: "The model is not available at the moment. The product is tried again.",
    cause,
  });
}

function isBilling(error: APIError): boolean {
  return billingCodes.has(String(error.code)) || billingCodes.has(String(error.type));
}

/** safe-fetch's own refusals arrive wrapped in the SDK's connection error. */
function operationalCause(error: unknown): OperationalError | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (isOperationalError(error)) return error;
  return isOperationalError(cause) ? cause : undefined;
}

/** Reads `retry-after-ms` and `retry-after` (seconds or a date). @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfterMs(headers: Headers | undefined, now = Date.now()): number | undefined {
  const ms = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (Number.isFinite(ms) && ms >= 0) return Math.min(ms, longestWaitMs);
  const text = headers?.get("retry-after");
  if (!text) return undefined;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(0, Math.round(wait)), longestWaitMs) : undefined;
}
