/** An answer in OpenAI's error format. `code` is the stable one that SDKs look at. */
export interface OpenAiError {
  status: number;
  body: { error: { message: string; type: string; param: string | null; code: string | null } };
  headers: Record<string, string>;
}

export function openAiError(
  status: number,
  message: string,
  details: { type?: string; param?: string | null; code?: string | null; headers?: Record<string, string> } = {},
): OpenAiError {
  return {
    status,
    body: {
      error: {
        message,
        type: details.type ?? "invalid_request_error",
        param: details.param ?? null,
        code: details.code ?? null,
      },
    },
    headers: details.headers ?? {},
  };
}

/** The answers of the fault kinds that are plain HTTP errors; nothing for the other kinds. */
export function errorOfFault(kind: string, retryAfterSeconds: number | undefined): OpenAiError | undefined {
  const seconds = retryAfterSeconds ?? 1;
  switch (kind) {
    case "http_429":
      return openAiError(429, `Rate limit reached for requests. Please try again in ${seconds}s.`, {
        type: "requests",
        code: "rate_limit_exceeded",
        headers: { "retry-after": String(Math.ceil(seconds)), "retry-after-ms": String(Math.round(seconds * 1000)) },
      });
    case "http_429_no_retry_after":
      return openAiError(429, "Rate limit reached for tokens per min (TPM).", {
        type: "tokens",
        code: "rate_limit_exceeded",
      });
    case "http_429_billing":
      return openAiError(429, "You exceeded your current quota, please check your plan and billing details.", {
        type: "insufficient_quota",
        code: "insufficient_quota",
      });
    case "http_500":
      return openAiError(500, "The server had an error while processing your request. Sorry about that!", {
        type: "server_error",
      });
    case "http_503":
      return openAiError(503, "The engine is currently overloaded, please try again later.", { type: "server_error" });
    default:
      return undefined;
  }
}
