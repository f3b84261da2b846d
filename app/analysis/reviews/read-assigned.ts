import { z } from "zod";
import { spansInAnyCase } from "../../lib/html/spans-of-words.ts";
import { splitMachineWords } from "../../quality/facts/machine/split-machine-words.ts";
import { comparable } from "../../texts/text-body.ts";
import type { Assigned, Mention, SummaryLabel } from "./review-summary.ts";
import { joinAssigned } from "./review-summary.ts";
import type { AskedReview } from "./summary-request.ts";

const labelsSchema = z.array(
  z.object({ label: z.string(), reviews: z.array(z.object({ n: z.number().int(), quote: z.string() })) }),
);
const answerSchema = z.object({ highlights: labelsSchema, barriers: labelsSchema });

const mostLabelChars = 80;
/** Of scripts without spaces. */
const fewestSigns = 3;

/**
 * What a model said of a chunk, as far as it holds: a mention counts only where its quote stands in that very review, and a label
 * only with a mention. null: it is no answer to the question.
 */
export function readAssigned(json: unknown, chunk: readonly AskedReview[]): Assigned | null {
  const answer = answerSchema.safeParse(json);
  if (!answer.success) return null;
  const read = (labels: z.output<typeof labelsSchema>) => labels.flatMap((one) => labelOf(one, chunk));
  const given = { highlights: read(answer.data.highlights), barriers: read(answer.data.barriers) };
  // Said twice in one answer, a label is one.
  return joinAssigned(given, { highlights: [], barriers: [] });
}

/** A word alone is a quote only for a label that has it: "Nice" says nothing of a back that hurts. */
function saysEnough(quote: string, label: string): boolean {
  const said = comparable(quote)
    .split(" ")
    .filter((word) => word !== "");
  const [only = ""] = said;
  const signs = quote.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Hang}]/gu)?.length ?? 0;
  if (said.length === 0) return /\p{Extended_Pictographic}/u.test(quote);
  return said.length > 1 || signs >= fewestSigns || comparable(label).split(" ").includes(only);
}

function labelOf(
  { label, reviews }: z.output<typeof labelsSchema>[number],
  chunk: readonly AskedReview[],
): SummaryLabel[] {
  const words = label
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^\d+[.)]\s*/u, "");
  if (!/\p{L}/u.test(words) || words.length > mostLabelChars || splitMachineWords(words).taken.length > 0) return [];
  const mentions = reviews.flatMap(({ n, quote }): Mention[] => {
    const asked = chunk[n - 1];
    if (!asked || !saysEnough(quote, words)) return [];
    const [span] = spansInAnyCase(asked.text, quote.trim());
    return span ? [{ key: asked.review.key, quote: asked.text.slice(span.start, span.end) }] : [];
  });
  return mentions.length > 0 ? [{ label: words, mentions }] : [];
}
