import type { ExaminerVerdict } from "../../quality/evidence/examiner-verdict.ts";
import { type DoubtfulText, wantedSentences } from "../../quality/examiner/wanted-sentences.ts";
import type { Usage } from "../generated-text.ts";
import type { GenerationContext } from "../generation-context.ts";
import type { Examiner } from "./examiner.ts";

/** More than five texts have; a hostile answer could bring thousands. */
const mostSentences = 60;

/** What the examiner says of the texts of one product, while they are written and written again. */
export interface Examination {
  /** sentence → what it said so far */
  readonly verdicts: ReadonlyMap<string, ExaminerVerdict>;
  /** of all its calls */
  readonly usage: Omit<Usage, "model">;
  /**
   * Asks about what it was not asked about yet, in one call. Once that failed it is left alone: nobody waits for it again.
   * @returns whether it said anything new
   */
  ask(texts: readonly DoubtfulText[]): Promise<boolean>;
  /** `yes`; `no:` and why not all of a text was examined; null where nothing of it had to be */
  stateOf(text: DoubtfulText): string | null;
}

/** An examination of the texts of this product; null where nobody is to be asked. */
export function examinationOf(
  { checks }: Pick<GenerationContext, "checks">,
  { examiner, signal }: { examiner: Examiner | null | undefined; signal: AbortSignal },
): Examination | null {
  if (!examiner) return null;
  const { facts: book, locale } = checks;
  const verdicts = new Map<string, ExaminerVerdict>();
  const usage = { calls: 0, tokensIn: 0, tokensOut: 0 };
  let failure: string | null = null;
  let isOut = false;
  const wantedOf = (texts: readonly DoubtfulText[]) => wantedSentences(texts, { mode: examiner.mode, locale });
  return {
    verdicts,
    usage,
    async ask(texts) {
      const sentences = wantedOf(texts)
        .filter((sentence) => !verdicts.has(sentence))
        .slice(0, mostSentences);
      if (sentences.length === 0 || isOut) return false;
      const answered = await examiner.ask({ sentences, book, locale }, { signal });
      for (const [sentence, verdict] of answered.verdicts) verdicts.set(sentence, verdict);
      failure = answered.failure;
      isOut = failure !== null && failure !== "incomplete";
      if (answered.answer) {
        usage.calls++;
        usage.tokensIn += answered.answer.tokensIn;
        usage.tokensOut += answered.answer.tokensOut;
      }
      return answered.verdicts.size > 0;
    },
    stateOf(text) {
      const wanted = wantedOf([text]);
      if (wanted.length === 0) return null;
      return wanted.every((sentence) => verdicts.has(sentence)) ? "yes" : `no:${failure ?? "too_many"}`;
    },
  };
}
