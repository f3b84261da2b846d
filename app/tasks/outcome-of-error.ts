import type { PauseReason } from "../db/schema/index.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { OperationalError } from "../lib/errors.ts";

/** What stops a shop's work until a person acts, or a new day begins: the error's code → what its items then wait for. */
const pauseReasons: Readonly<Record<string, PauseReason>> = {
  shopify_needs_reauth: "reauth",
  shopify_token_unreadable: "reauth",
  shopify_scope: "scope",
  market_content_not_allowed: "market_content",
  model_billing: "billing",
  model_key: "model_key",
  model_not_allowed: "model_settings",
  spend_cap: "spend_cap",
};

/**
 * What a failure of something outside means for the item that met it; all kinds of job decide it here. Lost access, a refused
 * key, an empty account or a reached cap pause the work; an outage of a provider stalls it; everything else is tried again, or
 * not, by the error's `retryable`.
 * @param job.watched as in its definition
 */
export function outcomeOfError(error: OperationalError, { watched = false }: { watched?: boolean } = {}): ItemOutcome {
  const { code, merchantMessage: message, retryable, retryAfterMs, outageOf: provider } = error;
  const reason = watched ? undefined : pauseReasons[code];
  if (reason !== undefined) return { outcome: "paused", reason, message };
  if (!watched && provider !== undefined) return { outcome: "stalled", provider, code, message, waitMs: retryAfterMs };
  if (!retryable) return { outcome: "failed", code, message };
  // A server that is out of order does not make somebody who watches wait for as long as it likes.
  const waitMs = provider === undefined ? retryAfterMs : undefined;
  return waitMs === undefined ? { outcome: "retry", code, message } : { outcome: "retry", code, message, waitMs };
}
