import type { Wording } from "../db/schema/index.ts";
import { JobCancelled } from "../jobs/task.ts";
import type { ModelAnswer } from "../model/port.ts";
import { isImageAlt } from "../texts/slot.ts";
import { askFor, type Complete, unusableReason } from "./ask-for.ts";
import { type Asked, buildRequest } from "./build-prompt.ts";
import { type Examination, examinationOf } from "./examine/examination.ts";
import type { Examiner } from "./examine/examiner.ts";
import type { Generated, Usage } from "./generated-text.ts";
import type { GenerationContext } from "./generation-context.ts";
import { offerWordings, withWordings } from "./offer-wordings.ts";
import type { Example } from "./prompt-product.ts";
import { repairRequest } from "./repair-request.ts";
import { keepBetter } from "./take-repair.ts";
import type { TextRules } from "./text-rules.ts";
import { checkFixed, fixTexts, hasAny, type Texts, withMissing } from "./tried-texts.ts";

/** Where the answers come from. */
export interface Answers {
  complete: Complete;
  /** pictures in calls of their own, after the first; default: with the other texts as far as they go */
  picturesApart?: boolean | undefined;
}

export interface WriteOptions {
  signal: AbortSignal;
  /** what the checks leave in doubt is examined before a repair; default: nobody is asked */
  examiner?: Examiner | null | undefined;
  /** corrections of earlier texts, the nearest first; default: none */
  examples?: readonly Example[] | undefined;
}

/** At most so many further calls put right what the checks found. */
const maxRepairs = 2;
/** How often an answer without any text is asked for again: a model that fails twice at the form fails the third time. */
const maxLost = 1;
/** More pictures in one call make its answer long and its deadline short. */
const picturesPerCall = 8;

/**
 * Writes the texts of one product: prompt, call, fixes, checks, an examination of what these leave in doubt, and at most two
 * repairs with only the texts that a finding blocks. One call asks for all texts, more where there are many pictures, and the
 * first for all wordings of the short ones, of which the best is the text. A repaired text is taken where it mends something and loses nothing; nothing is cut.
 * @throws what the model throws at the first call. A further call that the model's server refuses, or that comes after the job
 * was cancelled, ends the calls: what is paid is kept
 */
export async function writeTexts(
  { complete, picturesApart = false }: Answers,
  context: GenerationContext,
  { signal, examiner, examples = [] }: WriteOptions,
): Promise<Generated> {
  const examination = examinationOf(context, { examiner, signal });
  let usage: Usage = { model: context.source.model, calls: 0, tokensIn: 0, tokensOut: 0 };
  let texts: Texts = new Map();
  const wordings = new Map<string, readonly Wording[]>();
  let answer: ModelAnswer | undefined;
  for (const { number, wanted } of groupCalls(context.texts, { picturesApart })) {
    if (texts.size > 0 && signal.reason instanceof JobCancelled) break;
    const first = buildRequest(context, { wanted, examples });
    let asked: Asked | null = { request: first, wanted };
    let lost = 0;
    for (let repair = 0; asked !== null; repair++) {
      const call = number * (1 + maxRepairs) + repair;
      const isExtra = repair > 0 && texts.size > 0;
      const came = await askFor(complete, asked.request, { call, signal, isExtra });
      if (came === null) break;
      answer = came;
      usage = plusCall(usage, answer);
      const answered = fixTexts(context, asked, answer);
      const { fixed, offered } = await offerWordings(context, texts, answered);
      for (const [contentType, offer] of offered) wordings.set(contentType, offer);
      const checked = await checkFixed(context, texts, fixed, examination);
      texts = keepBetter(context, texts, checked);
      if (!hasAny(texts, wanted)) lost++;
      // A prompt that was cut would be cut again: nothing is paid twice for that.
      const mayRepair = repair < maxRepairs && lost <= maxLost && answer.kind !== "prompt_cut";
      asked = mayRepair ? repairRequest(context, { first, wanted, examples }, { texts, answer }) : null;
    }
  }
  if (context.texts.length > 0 && !hasAny(texts, context.texts)) {
    return {
      outcome: "unusable",
      reason: answer ? (unusableReason(answer) ?? "model_empty") : "model_refused",
      usage: plusExamined(usage, examination),
    };
  }
  const written = await withMissing(context, texts);
  return { outcome: "written", texts: withWordings(written, wordings), usage: plusExamined(usage, examination) };
}

/** Texts that are asked for in one call. */
export interface CallGroup<T> {
  /** the first group is 0; the number stays the same when an item is resumed */
  number: number;
  wanted: T[];
}

/**
 * A product's texts in as few calls as its pictures allow: the first ones go with its other texts.
 * @param options.picturesApart the pictures in calls of their own, none of them the first
 */
export function groupCalls<T extends Pick<TextRules, "contentType">>(
  all: readonly T[],
  options: { picturesApart: boolean },
): CallGroup<T>[] {
  const texts = all.filter(({ contentType }) => !isImageAlt(contentType));
  const pictures = all.filter(({ contentType }) => isImageAlt(contentType));
  const chunks: T[][] = [];
  for (let from = 0; from < pictures.length; from += picturesPerCall) {
    chunks.push(pictures.slice(from, from + picturesPerCall));
  }
  if (options.picturesApart) {
    const apart = chunks.map((wanted, i) => ({ number: i + 1, wanted }));
    return texts.length > 0 ? [{ number: 0, wanted: texts }, ...apart] : apart;
  }
  const [first = [], ...rest] = chunks;
  return [[...texts, ...first], ...rest]
    .map((wanted, number) => ({ number, wanted }))
    .filter(({ wanted }) => wanted.length > 0);
}

function plusCall({ calls, tokensIn, tokensOut }: Usage, answer: ModelAnswer): Usage {
  return {
    model: answer.model,
    calls: calls + 1,
    tokensIn: tokensIn + answer.tokensIn,
    tokensOut: tokensOut + answer.tokensOut,
  };
}

/** The whole of what a product took. */
function plusExamined({ model, ...usage }: Usage, examination: Examination | null): Usage {
  const { calls, tokensIn, tokensOut } = examination?.usage ?? { calls: 0, tokensIn: 0, tokensOut: 0 };
  return {
    model,
    calls: usage.calls + calls,
    tokensIn: usage.tokensIn + tokensIn,
    tokensOut: usage.tokensOut + tokensOut,
  };
}
