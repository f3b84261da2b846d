import { summariseJob } from "../../analysis/jobs.ts";
import { deleteReviews } from "../../commands/reviews/delete-reviews.ts";
import { importReviews } from "../../commands/reviews/import-reviews.ts";
import { previewReviews } from "../../commands/reviews/preview-reviews.ts";
import { summariseReviews } from "../../commands/reviews/summarise-reviews.ts";
import type { Outcome } from "../answer-action.ts";
import { fromJson, pageAction } from "../asked/page-action.ts";
import { startedWords } from "../waits-for.ts";
import { fileProblemWords } from "./file-words.ts";

/** What a person can do on the pages of reviews, and the messages they get. */
export const reviewsActions = {
  preview: pageAction(previewReviews, {
    read: fromJson(),
    words(result, { t }): Outcome {
      if (result.kind === "invalid") {
        const { head, columns } = result;
        const none = { app: null, sample: [], rows: { reviews: 0, leftOut: 0 } };
        return {
          message: "",
          reviews: { preview: { head, columns, ...none, problem: fileProblemWords(t, result.problem) } },
        };
      }
      const { kind: _, ...preview } = result;
      return { message: "", reviews: { preview: { ...preview, problem: null } } };
    },
    refusal: (t) => t("answers:reviews.partTooLong"),
  }),
  import: pageAction(importReviews, {
    read: fromJson(),
    words(result, { t }): Outcome {
      if (result.kind === "invalid") return { problem: fileProblemWords(t, result.problem) };
      const { importId, counts } = result;
      const { taken, known } = counts;
      const leftOut = Object.values(counts.leftOut).reduce((sum, count) => sum + count, 0);
      return {
        message: t("answers:reviews.taken", { count: taken }),
        reviews: { taken: { importId, taken, known, leftOut } },
      };
    },
    refusal: (t) => t("answers:reviews.partTooLong"),
  }),
  delete: pageAction(deleteReviews, {
    read: fromJson(),
    words: (result, { t }): Outcome =>
      result.kind === "not_found"
        ? { problem: t("answers:reviews.importGone") }
        : { message: t("answers:reviews.deleted", { count: result.reviews }) },
  }),
  summarise: pageAction(summariseReviews, {
    read: fromJson(),
    async words(result, { deps, shop, t }): Promise<Outcome> {
      if (result.kind === "no_reviews") return { problem: t("answers:reviews.none") };
      const { jobId, products: count } = result;
      const message = await startedWords(deps, shop, {
        ...{ t, kind: summariseJob.kind, refused: false },
        begins: t("answers:reviews.summarising", { count }),
        queued: t("answers:reviews.queued", { count }),
      });
      return { message, jobId };
    },
  }),
};
