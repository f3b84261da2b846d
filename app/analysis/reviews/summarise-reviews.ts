import type { Review } from "../../catalog/reviews/review.ts";
import type { ModelAnswer, ModelRequest } from "../../model/port.ts";
import { readAssigned } from "./read-assigned.ts";
import { type Assigned, joinAssigned, type ReviewSummary, summaryOf } from "./review-summary.ts";
import { chunksOf, summaryRequest } from "./summary-request.ts";

/** Why there is no summary although there are reviews, as a stable code. */
export type NoSummary = "model_refused" | "model_truncated" | "model_bad_answer" | "model_prompt_cut";

const codes = {
  refused: "model_refused",
  truncated: "model_truncated",
  not_json: "model_bad_answer",
  prompt_cut: "model_prompt_cut",
} as const;

/** A bad answer is asked for once more. */
const triesOfChunk = 2;

/**
 * Sums up reviews: chunk by chunk the model assigns them to labels, and the program counts. Without a database, so that reviews of a
 * shop's products and those that a system sends are summed up alike.
 * @param question.reviews those that are to be read, e.g. by {@link reviewsToRead}; none gives an empty summary
 * @param complete a paid call, or the answer that one of an earlier try brought
 * @throws what ended the work, and what the model's edge throws
 */
export async function summariseReviews(
  complete: (request: ModelRequest, options: { call: number; signal: AbortSignal }) => Promise<ModelAnswer>,
  question: { reviews: readonly Review[]; product: string; locale: string; model: string },
  { signal }: { signal: AbortSignal },
): Promise<{ outcome: "summarised"; summary: ReviewSummary } | { outcome: "unusable"; reason: NoSummary }> {
  const { reviews, ...asked } = question;
  let assigned: Assigned = { highlights: [], barriers: [] };
  let call = 0;
  let read = 0;
  for (const chunk of chunksOf(reviews)) {
    const known = { highlights: labelsOf(assigned.highlights), barriers: labelsOf(assigned.barriers) };
    const request = summaryRequest({ ...asked, chunk, known });
    let reason: NoSummary = "model_bad_answer";
    let answered: Assigned | null = null;
    for (let tried = 0; tried < triesOfChunk && answered === null; tried++) {
      const answer = await complete(request, { call: call++, signal });
      if (answer.kind === "json") answered = readAssigned(answer.json, chunk);
      else reason = codes[answer.kind];
    }
    if (answered === null) return { outcome: "unusable", reason };
    assigned = joinAssigned(assigned, answered);
    read += chunk.length;
  }
  return { outcome: "summarised", summary: summaryOf(assigned, read) };
}

function labelsOf(labels: Assigned["highlights"]): string[] {
  return labels.map(({ label }) => label);
}
