import type { i18n } from "i18next";
import { english } from "../i18n/words-of.server.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { Logger } from "../lib/logger.ts";
import type { ActionResult, CheckedWords, SavedWords, WordsElsewhere } from "../ui/action-result.ts";
import type { DryRunView } from "../ui/dry-run-view.ts";
import type { TranslatePlanView } from "../ui/languages/translate-choice.ts";
import type { PlanView } from "../ui/products/count-planned.ts";
import type { PublishPlanView } from "../ui/products/publish-plan-view.ts";
import type { ReviewTold } from "../ui/review-told.ts";
import type { ReviewsAnswer } from "../ui/reviews/reviews-view.ts";
import type { ModelTestView } from "../ui/settings/test-report.tsx";
import type { TermsAnswer } from "../ui/terms-view.ts";
import type { TriedProduct } from "../ui/tried-product.ts";
import { failureWords, keptOf } from "./failure-words.ts";

/** What a page's action did, or what kept it from doing it, in words for the person who asked. */
export type Outcome =
  | {
      message: string;
      jobId?: string;
      viewId?: string;
      configId?: string;
      sampled?: string[];
      plan?: PlanView;
      translation?: TranslatePlanView;
      publish?: PublishPlanView;
      tests?: ModelTestView[];
      told?: ReviewTold;
      saved?: SavedWords;
      checked?: CheckedWords;
      tried?: TriedProduct[];
      dryRun?: DryRunView;
      terms?: TermsAnswer;
      reviews?: ReviewsAnswer;
    }
  | {
      problem: string;
      told?: ReviewTold;
      elsewhere?: WordsElsewhere;
      fields?: Record<string, string>;
      stale?: boolean;
      tests?: ModelTestView[];
    };

/**
 * Turns an action's outcome into the answer the page shows. A failure of something outside becomes a problem with what to
 * do next; bugs stay thrown.
 */
export async function answerAction(
  { clock, logger, words }: { clock: Clock; logger: Logger; words?: i18n | undefined },
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
    const inWords = words ?? (await english());
    const why = failureWords(inWords, keptOf(error)) ?? "";
    // Nobody tries an action again but the person who asked for it.
    const isTriedAgain =
      error.retryable && error.code !== "shopify_app_credentials" && !/\bagain\b/i.test(error.merchantMessage);
    return { ok: false, message: isTriedAgain ? inWords.t("answers:tryAgain", { why }) : why, at: clock.now() };
  }
}
