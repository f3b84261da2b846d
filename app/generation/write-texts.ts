import { JobCancelled } from "../jobs/task.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { ModelAnswer, ModelRequest } from "../model/port.ts";
import { isImageAlt } from "../texts/slot.ts";
import { type Asked, buildRequest } from "./build-prompt.ts";
import { type Examination, examinationOf } from "./examine/examination.ts";
import type { Examiner } from "./examine/examiner.ts";
import type { Generated, UnusableReason, Usage } from "./generated-text.ts";
import type { GenerationContext } from "./generation-context.ts";
import type { Example } from "./prompt-product.ts";
import { repairRequest } from "./repair-request.ts";
import { keepBetter } from "./take-repair.ts";
import type { TextRules } from "./text-rules.ts";
import { checkFixed, fixTexts, hasAny, type Texts, withMissing } from "./tried-texts.ts";

/** Gives the answer to a request of an item. @param options.call the request's number in the item, from 0 */
export type Complete = (request: ModelRequest, options: { call: number; signal: AbortSignal }) => Promise<ModelAnswer>;

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
/** A repair that is refused for what it asks leaves the texts as they are. */
const endsRepairs: ReadonlySet<string> = new Set(["model_bad_request", "model_refused"]);
/** More pictures in one call make its answer long and its deadline short. */
const picturesPerCall = 8;

/**
 * Writes the texts of one product: prompt, call, fixes, checks, an examination of what these leave in doubt, and at most two
 * repairs with only the texts that a finding blocks. One call asks for all texts, more where there are many pictures. A repaired
 * text is taken where it mends something and loses nothing; nothing is cut.
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
      const fixed = fixTexts(context, asked, answer);
      const checked = await checkFixed(context, texts, fixed, examination);
      texts = keepBetter(context, texts, checked);
      if (!hasAny(texts, wanted)) lost++;
      // A prompt that was cut would be cut again: nothing is paid twice for that.
      const mayRepair = repair < maxRepairs && lost <= maxLost && answer.kind !== "prompt_cut";
      asked = mayRepair ? repairRequest(context, { first, wanted, examples }, { texts, answer }) : null;
    }
  }
  if (context.texts.length > 0 && !hasAny(texts, context.texts)) {
    return { outcome: "unusable", reason: reasonOf(answer), usage: plusExamined(usage, examination) };
  }
  return { outcome: "written", texts: await withMissing(context, texts), usage: plusExamined(usage, examination) };
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

/** The answer, or null where a repair failed that only would have made paid texts better: they are not given up with it. */
async function askFor(
  complete: Complete,
  request: ModelRequest,
  { call, signal, isExtra }: { call: number; signal: AbortSignal; isExtra: boolean },
): Promise<ModelAnswer | null> {
  try {
    return await complete(request, { call, signal });
  } catch (error) {
    const endsOnly =
      signal.reason instanceof JobCancelled || (isOperationalError(error) && endsRepairs.has(error.code));
    if (isExtra && endsOnly) return null;
    throw error;
  }
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

function reasonOf(answer: ModelAnswer | undefined): UnusableReason {
  if (!answer || answer.kind === "refused") return "model_refused";
  if (answer.kind === "truncated") return "model_truncated";
  if (answer.kind === "prompt_cut") return "model_prompt_cut";
  return answer.kind === "json" || answer.text.trim() === "" ? "model_empty" : "model_bad_answer";
}
