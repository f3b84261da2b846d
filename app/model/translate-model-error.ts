import { APIConnectionTimeoutError, APIError } from "openai";
import { isOperationalError, OperationalError } from "../lib/errors.ts";
import { retryAfterMs } from "../lib/retry.ts";
import { type Refusal, readRefusal } from "./read-refusal.ts";
import { readVerdict, type Verdict } from "./read-verdict.ts";
import { openAiTraits } from "./server-traits.ts";

/** What the SDK threw, in the port's words. Messages never carry the provider's answer: it may quote keys and prompts. */
export function translateModelError(error: unknown, { timedOut }: { timedOut: boolean }): OperationalError {
  if (timedOut || error instanceof APIConnectionTimeoutError) {
    return new OperationalError("the model did not answer in time", {
      code: "model_timeout",
      retryable: true,
      outageOf: "model",
      merchantMessage: "The model did not answer in time.",
      cause: error,
    });
  }
  const refusedAddress = operationalCause(error);
  if (refusedAddress) {
    return new OperationalError(refusedAddress.message, {
      code: refusedAddress.code === "address_refused" ? "model_not_allowed" : "model_bad_request",
      retryable: refusedAddress.retryable,
      merchantMessage: refusedAddress.merchantMessage,
      cause: error,
    });
  }
  if (error instanceof APIError && typeof error.status === "number") return fromStatus(error, error.status);
  return unavailable("the model could not be reached or its answer was cut", error);
}

function fromStatus(error: APIError, status: number): OperationalError {
  const verdict = readVerdict(error);
  if (verdict !== undefined) return fromVerdict(error, status, verdict);
  const refusal = readRefusal(error, { traits: openAiTraits, images: true });
  if (refusal) return refused(error, status, refusal.what);
  if (retriedStatuses.has(status) || status >= 500) {
    return unavailable(`the model answered with ${status}`, error, retryAfterMs(error.headers));
  }
  return refused(error, status, "unclear");
}

/** Out of order for a moment, in the words of RFC 9110 and of gateways. */
const retriedStatuses: ReadonlySet<number> = new Set([408, 409, 424, 425, 499]);

/** What is wrong is not the key itself. */
export const networkAddressMessage =
  "The model's provider does not let the API key be used from this app's network address (IP). Allow the address with the provider, then continue the work.";

function fromVerdict(error: APIError, status: number, verdict: Verdict): OperationalError {
  switch (verdict) {
    case "billing":
      return new OperationalError("the model's account has no credit left", {
        code: "model_billing",
        retryable: false,
        merchantMessage: "Your model account has no credit left. Add credit with the provider, then continue the work.",
        cause: error,
      });
    case "key":
      return new OperationalError(`the model refused the key with ${status}`, {
        code: "model_key",
        retryable: false,
        merchantMessage:
          "The model does not accept the API key. Enter a valid key in Settings, then continue the work.",
        cause: error,
      });
    case "busy": {
      const waitMs = retryAfterMs(error.headers);
      return new OperationalError("the model asks to slow down", {
        code: "model_rate_limited",
        retryable: true,
        // A server that names a time to come back is up, and only busy.
        outageOf: waitMs === undefined ? "model" : undefined,
        retryAfterMs: waitMs,
        merchantMessage: "The model is busy.",
        cause: error,
      });
    }
    case "content":
      return new OperationalError("the provider's filter does not let this content through", {
        code: "model_refused",
        retryable: false,
        merchantMessage:
          "The model's provider flagged what this product says or shows, and wrote nothing. Write the text by hand, or choose another model in Settings.",
        cause: error,
      });
    case "page":
      return unavailable("a page of HTML refused the call before the model saw it", error, retryAfterMs(error.headers));
    case "network_address":
      return new OperationalError(`the model refused this server's address with ${status}`, {
        code: "model_key",
        retryable: false,
        merchantMessage: networkAddressMessage,
        cause: error,
      });
    case "country":
    case "account_limit":
      return refused(error, status, verdict);
  }
}

/** What the server did not take, with what to do about it. */
const merchantMessages: Record<Refusal["what"] | "country" | "account_limit", string> = {
  token_parameter:
    "The model server does not accept a limit on the length of an answer. Use Test connection in Settings.",
  token_number: "The model server lets answers be only very short. Choose another model in Settings.",
  structure: "The model server does not accept a request for JSON. Use Test connection in Settings.",
  images: "The model takes no pictures. Choose in Settings that none are shown to it.",
  image_address:
    "The model server fetches no pictures, and those of this product could not be sent as files. Choose in Settings that pictures are sent as files.",
  picture: "The model server could not read a picture of this product. Check in Settings how pictures reach the model.",
  turns: "The model server does not accept the order of the messages. Choose another model in Settings.",
  prompt_length:
    "This product's data is longer than the model can read at once. Choose a model that reads longer texts.",
  model: "The model server does not know this model or address. Check both in Settings.",
  country:
    "The model's provider does not serve the country that this app runs in. Choose another provider or model in Settings.",
  account_limit:
    "One request is more than your account may use at this model: its limit of tokens per minute is too low. Raise the limit with the provider, or choose another model in Settings.",
  unclear: "The model server refuses the request and does not say why. Use Test connection in Settings.",
};

function refused(error: APIError, status: number, what: keyof typeof merchantMessages): OperationalError {
  return new OperationalError(`the model refused the request with ${status}: ${what}`, {
    code: "model_bad_request",
    retryable: false,
    merchantMessage: merchantMessages[what],
    cause: error,
  });
}

function unavailable(message: string, cause: unknown, waitMs?: number): OperationalError {
  return new OperationalError(message, {
    code: "model_unavailable",
    retryable: true,
    outageOf: "model",
    retryAfterMs: waitMs,
    merchantMessage: "The model is not available at the moment.",
    cause,
  });
}

/** safe-fetch's own refusals arrive wrapped in the SDK's connection error. */
function operationalCause(error: unknown): OperationalError | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (isOperationalError(error)) return error;
  return isOperationalError(cause) ? cause : undefined;
}
