/** Providers that may be out of reach for a while: then nothing is wrong with the work itself, which waits and is then continued. */
export const providers = ["shopify", "model"] as const;
export type Provider = (typeof providers)[number];

/**
 * A failure of something outside (network, provider, database). Three audiences, three fields: `message` goes to the log,
 * `merchantMessage` tells a merchant what to do next, `code` is stable and documented.
 * Expected outcomes are returned, not thrown; bugs throw plain errors.
 */
export class OperationalError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly merchantMessage: string;
  /** set when the provider is out of reach or out of order, whatever was asked of it */
  readonly outageOf: Provider | undefined;

  constructor(
    message: string,
    details: {
      code: string;
      retryable: boolean;
      merchantMessage: string;
      retryAfterMs?: number | undefined;
      outageOf?: Provider | undefined;
      cause?: unknown;
    },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "OperationalError";
    this.code = details.code;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs;
    this.merchantMessage = details.merchantMessage;
    this.outageOf = details.outageOf;
  }
}

/**
 * The web build bundles its own copy of this file beside the one the server runs, so `instanceof` can be false for a real
 * OperationalError: ask by name.
 */
export function isOperationalError(error: unknown): error is OperationalError {
  return error instanceof Error && error.name === "OperationalError" && "code" in error && "retryable" in error;
}
