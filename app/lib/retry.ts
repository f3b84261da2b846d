/**
 * Full jitter: a random wait between 0 and the exponential cap, so that work that failed together does not return together.
 * @param attempt 1 for the first retry. @returns milliseconds
 */
export function backoffMs(
  attempt: number,
  options: { baseMs?: number; capMs?: number; random?: () => number } = {},
): number {
  const { baseMs = 1_000, capMs = 5 * 60_000, random = Math.random } = options;
  return Math.round(random() * Math.min(capMs, baseMs * 2 ** Math.max(0, attempt - 1)));
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    function onAbort() {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** A provider that asks for more is asked again all the same: an error of its own must not stop work for days. */
export const longestRetryAfterMs = 10 * 60_000;

/**
 * The wait that an answer asks for: `retry-after-ms`, or `retry-after` in seconds or as a date, bounded by `longestRetryAfterMs`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(headers: Headers | undefined, now = Date.now()): number | undefined {
  const ms = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (Number.isFinite(ms) && ms >= 0) return Math.min(ms, longestRetryAfterMs);
  const text = headers?.get("retry-after");
  if (!text) return undefined;
  const seconds = Number(text);
  const asked = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - now;
  return Number.isFinite(asked) ? Math.min(Math.max(0, Math.round(asked)), longestRetryAfterMs) : undefined;
}
