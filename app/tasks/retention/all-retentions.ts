import { creditLedger } from "./credit-ledger.ts";
import { creditRuns, oldFeedback, spendDays } from "./figures.ts";
import { goneProducts } from "./gone-products.ts";
import { goneResources } from "./gone-resources.ts";
import { modelAnswerTexts } from "./model-answers.ts";
import { finishedJobs, hiddenJobs } from "./old-jobs.ts";
import { answeredRequests, examinations, oldActs, reviewClaims, reviewDecisions, webhookIds } from "./old-rows.ts";
import { oldVersions } from "./old-versions.ts";
import type { Retention } from "./retention.ts";
import { reviewQueues } from "./review-queues.ts";
import { searchIndex } from "./search-index.ts";
import { closedWriteBacks } from "./write-backs.ts";

/** Each in days. */
export interface RetentionConfig {
  KEEP_HIDDEN_JOBS_DAYS: number;
  KEEP_JOBS_DAYS: number;
  KEEP_WEBHOOK_IDS_DAYS: number;
  KEEP_ANSWERS_DAYS: number;
  KEEP_EXAMINATIONS_DAYS: number;
  KEEP_UNDO_DAYS: number;
  KEEP_DRAFTS_DAYS: number;
  KEEP_PUBLISHED_DAYS: number;
  KEEP_GONE_PRODUCTS_DAYS: number;
  KEEP_LEDGER_DAYS: number;
  KEEP_FEEDBACK_DAYS: number;
  KEEP_SPEND_DAYS: number;
  KEEP_ACTIVITY_DAYS: number;
}

/** A queue that was left so long is begun anew. */
const queueDays = 60;

/** In an order in which what one lets go is free for the next: write-backs before the versions that they name. */
export function allRetentions(config: RetentionConfig): Retention[] {
  return [
    webhookIds(config.KEEP_WEBHOOK_IDS_DAYS),
    hiddenJobs(config.KEEP_HIDDEN_JOBS_DAYS),
    finishedJobs(config.KEEP_JOBS_DAYS),
    modelAnswerTexts(config.KEEP_ANSWERS_DAYS),
    examinations(config.KEEP_EXAMINATIONS_DAYS),
    closedWriteBacks(config.KEEP_UNDO_DAYS),
    oldVersions({ draftDays: config.KEEP_DRAFTS_DAYS, publishedDays: config.KEEP_PUBLISHED_DAYS }),
    goneProducts(config.KEEP_GONE_PRODUCTS_DAYS),
    goneResources(config.KEEP_GONE_PRODUCTS_DAYS),
    creditLedger(config.KEEP_LEDGER_DAYS),
    creditRuns(),
    spendDays(config.KEEP_SPEND_DAYS),
    oldFeedback(config.KEEP_FEEDBACK_DAYS),
    oldActs(config.KEEP_ACTIVITY_DAYS),
    answeredRequests(),
    reviewClaims(),
    reviewDecisions(config.KEEP_ACTIVITY_DAYS),
    reviewQueues(queueDays),
    searchIndex(),
  ];
}
