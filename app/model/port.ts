/** A picture that goes with a message. It is named by its address; how it reaches the model is decided when it is sent. */
export interface MessageImage {
  url: string;
  /** the text just before it, so that the model knows which one it is */
  label: string;
}

export interface ModelMessage {
  role: "system" | "user" | "assistant";
  content: string;
  /** of a user's message only */
  images?: readonly MessageImage[] | undefined;
}

/** One request to a language model that must answer with JSON of the given schema. */
export interface ModelRequest {
  model: string;
  /** stable parts first, so that providers' prompt caches hit */
  messages: ModelMessage[];
  schemaName: string;
  /** JSON Schema, strict: every property required, no additional ones */
  schema: Record<string, unknown>;
  maxOutputTokens: number;
  /** holds nothing of a shop's: its refusals are about the server */
  isProbe?: boolean;
}

/** What came back. `refused`, `truncated`, `not_json`, `prompt_cut` are outcomes, not errors: they were paid for. */
export type ModelAnswer = {
  model: string;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  /** addresses of pictures of the request that the model was not shown */
  unseenImages?: string[] | undefined;
} & (
  | { kind: "json"; json: unknown }
  | { kind: "refused"; text: string }
  | { kind: "truncated"; text: string }
  | { kind: "not_json"; text: string }
  /** the server read only the end of what it was asked, and did not report it: the answer is not to be trusted */
  | { kind: "prompt_cut"; text: string }
);

/**
 * A language model. Implementations make one attempt per call, within a total deadline.
 * @throws OperationalError with codes `model_rate_limited` (retryAfterMs when asked for), `model_billing`, `model_key`, `model_not_allowed`,
 *   `model_unavailable`, `model_timeout`, `model_bad_request`, `model_refused` (the provider's filter, nothing is charged)
 */
export interface Model {
  complete(request: ModelRequest, options: { signal: AbortSignal }): Promise<ModelAnswer>;
}
