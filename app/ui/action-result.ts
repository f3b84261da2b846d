import type { DryRunView } from "./dry-run-view.ts";
import type { TranslatePlanView } from "./languages/translate-choice.ts";
import type { WarningView } from "./product/product-detail-view.ts";
import type { PlanView } from "./products/count-planned.ts";
import type { PublishPlanView } from "./products/publish-plan-view.ts";
import type { ReviewTold } from "./review-told.ts";
import type { ReviewsAnswer } from "./reviews/reviews-view.ts";
import type { ModelTestView } from "./settings/test-report.tsx";
import type { TermsAnswer } from "./terms-view.ts";
import type { TriedProduct } from "./tried-product.ts";

/** A text that saved itself: the version that it is by now. */
export interface SavedWords {
  version: string;
}

/** A text was written or decided in another window: the version that it is there, null where none is left. */
export interface WordsElsewhere {
  version: string | null;
  /** epoch ms */
  at: number | null;
}

/** What the checks say of words that are not saved. */
export interface CheckedWords {
  warnings: WarningView[];
  evidence: { text: string; fact: string; path?: string | undefined }[];
  blocked: boolean;
}

/**
 * What an action of a page answers, said in a toast or a banner. `at` tells one answer from the next, equal one. `lost`: there
 * was no answer of the app, so that this sending or one before it may have been done all the same. `stale`: somebody saved the same meanwhile; sent again with what
 * the page shows by then, it is done.
 */
export type ActionResult =
  | {
      ok: true;
      message: string;
      jobId?: string;
      viewId?: string;
      configId?: string;
      sampled?: string[];
      /** what a run over the chosen products would find */
      plan?: PlanView;
      /** what a run of translations over the chosen products would do */
      translation?: TranslatePlanView;
      /** what publishing the chosen products would do */
      publish?: PublishPlanView;
      tests?: ModelTestView[];
      told?: ReviewTold;
      saved?: SavedWords;
      checked?: CheckedWords;
      tried?: TriedProduct[];
      /** what rules would do elsewhere; absent where the count was given up */
      dryRun?: DryRunView;
      /** of the page of a language's glossary */
      terms?: TermsAnswer;
      /** of the pages of reviews */
      reviews?: ReviewsAnswer;
      at: number;
    }
  | {
      ok: false;
      message: string;
      fields?: Record<string, string>;
      lost?: boolean;
      stale?: boolean;
      elsewhere?: WordsElsewhere;
      tests?: ModelTestView[];
      told?: ReviewTold;
      at: number;
    };
