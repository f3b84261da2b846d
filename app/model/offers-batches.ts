import type { BatchModel } from "./batch-port.ts";

/** How long the provider's answer holds. */
const knownMs = 10 * 60_000;
/** A page waits no longer than this for it. */
const patienceMs = 500;
const deadlineMs = 5_000;

/** Whether a provider has batches, asked rarely: a slow or silent provider counts as one without, until it has answered. */
export function rememberOffer(batches: BatchModel): () => Promise<boolean> {
  let known: { offered: boolean; at: number } | undefined;
  let asking: Promise<boolean> | undefined;

  async function ask(): Promise<boolean> {
    const offered = await batches.isOffered({ signal: AbortSignal.timeout(deadlineMs) }).catch(() => false);
    known = { offered, at: performance.now() };
    asking = undefined;
    return offered;
  }

  return async () => {
    if (known && performance.now() - known.at < knownMs) return known.offered;
    asking ??= ask();
    const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(known?.offered ?? false), patienceMs);
    try {
      return await Promise.race([asking, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}
