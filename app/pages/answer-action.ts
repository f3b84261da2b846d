import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { Logger } from "../lib/logger.ts";
import type { ActionResult } from "../ui/action-result.ts";
import type { ModelTestView } from "../ui/settings/test-report.tsx";

/** What a page's action did, or what kept it from doing it, in words for the person who asked. */
export type Outcome =
  | { message: string; jobId?: string; viewId?: string; configId?: string; sampled?: string[]; tests?: ModelTestView[] }
  | { problem: string; fields?: Record<string, string>; stale?: boolean; tests?: ModelTestView[] };

/**
 * Turns an action's outcome into the answer the page shows. A failure of something outside becomes a problem with what to
 * do next; bugs stay thrown.
 */
export async function answerAction(
  { clock, logger }: { clock: Clock; logger: Logger },
  work: () => Promise<Outcome>,
): Promise<ActionResult> {
  try {
    const outcome = await work();
    if ("problem" in outcome) {
      const { problem, ...rest } = outcome;
      return { ok: false, message: problem, ...rest, at: clock.now() };
    }
    return { ok: true, ...outcome, at: clock.now() };
  } catch (error) {
    if (!isOperationalError(error)) throw error;
    logger.warn({ code: error.code }, "an action of a page did not succeed");
    // Nobody tries an action again but the person who asked for it.
    const when = error.code === "shopify_app_credentials" ? "when that is done" : "in a moment";
    const next = error.retryable && !/\bagain\b/i.test(error.merchantMessage) ? ` Try again ${when}.` : "";
    return { ok: false, message: `${error.merchantMessage}${next}`, at: clock.now() };
  }
}
