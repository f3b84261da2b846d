import { approveCleanReview } from "../../commands/review/approve-clean-review.ts";
import { decideConflictsReview } from "../../commands/review/decide-conflicts-review.ts";
import { decideReview } from "../../commands/review/decide-review.ts";
import { extendReview } from "../../commands/review/extend-review.ts";
import { publishReview } from "../../commands/review/publish-review.ts";
import { releaseReview } from "../../commands/review/release-review.ts";
import { takeBackCleanReview } from "../../commands/review/take-back-clean-review.ts";
import { takeBackReview } from "../../commands/review/take-back-review.ts";
import type { ReviewTold } from "../../ui/review-told.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, pageAction } from "../asked/page-action.ts";

const read = fromJson();

/** The page has the words: it says them in the reader's language when it comes to them. */
function told(result: ReviewTold, ok: boolean): Outcome {
  return ok ? { message: result.kind, told: result } : { problem: result.kind, told: result };
}

/** What the review page lets do about products as a whole; what it does about texts are the product page's actions. */
export const reviewActions = {
  decide: pageAction(decideReview, {
    read,
    words(result): Outcome {
      switch (result.kind) {
        case "decided":
          return told(result, true);
        case "decided_by":
          return told({ kind: "decided_by", at: result.at, outcome: result.outcome }, false);
        case "blocked":
        case "changed":
        case "not_found":
          return told(result, false);
      }
    },
  }),
  "take-back": pageAction(takeBackReview, {
    read,
    words: (result): Outcome => told({ kind: result.kind }, result.kind === "taken_back"),
  }),
  "approve-clean": pageAction(approveCleanReview, {
    read,
    words(result): Outcome {
      if (result.kind === "not_found") return told(result, false);
      const { approved, left, jobId } = result;
      return told({ kind: "bulk", approved, left, ...(jobId === null ? {} : { jobId }) }, true);
    },
  }),
  "decide-conflicts": pageAction(decideConflictsReview, {
    read,
    words(result): Outcome {
      if (result.kind === "not_found") return told(result, false);
      return told({ kind: "bulk", approved: result.decided, left: result.left }, true);
    },
  }),
  "take-back-clean": pageAction(takeBackCleanReview, {
    read,
    words: ({ takenBack, stayed }): Outcome => told({ kind: "bulk_taken_back", takenBack, stayed }, true),
  }),
  extend: pageAction(extendReview, {
    read,
    words: ({ products }): Outcome => told({ kind: "extended", products }, true),
  }),
  release: pageAction(releaseReview, { read, words: (): Outcome => told({ kind: "released" }, true) }),
  publish: pageAction(publishReview, {
    read,
    words(result): Outcome {
      if (result.kind !== "started") return told({ kind: "not_found" }, false);
      return told({ kind: "started", jobId: result.jobId, products: result.products }, true);
    },
  }),
};
