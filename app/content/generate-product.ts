import type { ProductFacts } from "../catalog/facts.ts";
import type { Evidence, StoredWarning, TextBody } from "../db/schema/index.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { ModelAnswer } from "../model/port.ts";
import { readAnswer } from "./answer-schema.ts";
import { fixesFor, type Kept, previousOf } from "./ask-again.ts";
import { buildRepairRequest, buildRequest, type PromptInput } from "./build-prompt.ts";
import type { TwinOf } from "./checks/check-input.ts";
import type { ContentConfig } from "./content-config.ts";
import { traitsOf } from "./content-types.ts";
import type { FinishedText } from "./fix/finish-text.ts";
import type { Glossary } from "./glossary/glossary.ts";
import type { Keywords } from "./keyword-use.ts";
import type { Complete } from "./paid-answers.ts";
import type { MerchantsNotes } from "./prompt-brief.ts";
import type { Example } from "./prompt-examples.ts";
import { isEmptyBody } from "./text-body.ts";
import { openDesk, type WritingDesk } from "./writing-desk.ts";

/** At most so many further calls put right what the checks found. */
export const maxRepairs = 2;

export interface GenerateInput extends MerchantsNotes {
  facts: ProductFacts;
  config: ContentConfig;
  /** any names; those in the config's `skip_content_types` are not written */
  contentTypes: readonly string[];
  /** BCP-47 */
  locale: string;
  /** the provider's name */
  model: string;
  signal: AbortSignal;
  /** keyword group → terms; a group that is not in it has the terms of the config. Default: those of the facts */
  keywords?: Keywords | undefined;
  /** how the shop spells its words */
  glossary?: Glossary | undefined;
  /** what customers wrote: material, never a fact */
  reviews?: readonly string[] | undefined;
  /** the nearest corrections of earlier texts, nearest first */
  examples?: readonly Example[] | undefined;
  /** finds texts of other products that say the same; default: nothing to compare with */
  twinOf?: TwinOf | undefined;
}

export interface GeneratedText {
  contentType: string;
  body: TextBody;
  warnings: StoredWarning[];
  blocked: boolean;
  evidence: Evidence[];
}

export interface Usage {
  model: string;
  calls: number;
  tokensIn: number;
  tokensOut: number;
}

/** `unusable`: not one text came back; `reason` is a stable code. No texts are written when the config skips them all. */
export type Generated =
  | { outcome: "written"; texts: GeneratedText[]; usage: Usage }
  | {
      outcome: "unusable";
      reason: "model_refused" | "model_truncated" | "model_bad_answer" | "model_empty";
      usage: Usage;
    };

/**
 * Writes the texts of one product: one call for all, fix, check, and at most two further calls with only the failing
 * content types and the concrete findings. Of several tries of a text the one with the fewest and lightest warnings is
 * kept; nothing is cut.
 * @throws what the model throws at the first call; a repair that the model's server refuses ends the repairs
 */
export async function generateProduct({ complete }: { complete: Complete }, input: GenerateInput): Promise<Generated> {
  const { signal, config } = input;
  const usage: Usage = { model: input.model, calls: 0, tokensIn: 0, tokensOut: 0 };
  const skipped = config.client?.skip_content_types ?? [];
  const contentTypes = input.contentTypes.filter((contentType) => !skipped.includes(contentType));
  if (contentTypes.length === 0) return { outcome: "written", texts: [], usage };
  const desk = openDesk({ ...input, contentTypes });
  const prompt: PromptInput = { ...input, contentTypes, room: desk.room };
  let kept = new Map<string, Kept>();
  let answer = await complete(buildRequest(prompt), { call: 0, signal });
  count(usage, answer);
  kept = takeBetter(kept, answer, contentTypes, desk, config);
  for (let call = 1; call <= maxRepairs; call++) {
    const fixes = fixesFor(kept, contentTypes, answer, config);
    if (fixes.size === 0) break;
    const request = buildRepairRequest(prompt, { previous: previousOf(kept, fixes, answer), fixes });
    const repaired = await complete(request, { call, signal }).catch((error: unknown) => {
      if (isOperationalError(error) && error.code === "model_bad_request" && kept.size > 0) return undefined;
      throw error;
    });
    if (!repaired) break;
    answer = repaired;
    count(usage, answer);
    kept = takeBetter(kept, answer, [...fixes.keys()], desk, config);
  }
  if ([...kept.values()].every(({ body, judgement }) => isEmptyBody(body) && !judgement.withheld)) {
    return { outcome: "unusable", reason: reasonOf(answer), usage };
  }
  return { outcome: "written", texts: textsOf(kept, contentTypes, desk, config), usage };
}

/** Each text of the answer takes the place of the kept one when it has fewer or lighter warnings. */
function takeBetter(
  kept: ReadonlyMap<string, Kept>,
  answer: ModelAnswer,
  wanted: readonly string[],
  desk: WritingDesk,
  config: ContentConfig,
): Map<string, Kept> {
  const next = new Map(kept);
  if (answer.kind !== "json") return next;
  const fresh = new Map<string, FinishedText>();
  for (const [contentType, raw] of readAnswer(answer.json, wanted, config)) {
    if (raw !== undefined) fresh.set(contentType, desk.finish(contentType, raw));
  }
  const judged = desk.judge(new Map([...next, ...fresh]), [...fresh.keys()]);
  for (const [contentType, text] of fresh) {
    const judgement = judged.get(contentType);
    const earlier = next.get(contentType);
    if (judgement && (!earlier || judgement.score < earlier.judgement.score)) {
      next.set(contentType, { ...text, judgement });
    }
  }
  return next;
}

/** The kept texts, and an empty one with its warning for a content type that never came. */
function textsOf(
  kept: ReadonlyMap<string, Kept>,
  wanted: readonly string[],
  desk: WritingDesk,
  config: ContentConfig,
): GeneratedText[] {
  const all = new Map<string, FinishedText>(
    wanted.map((contentType) => [contentType, kept.get(contentType) ?? emptyText(contentType, config)]),
  );
  const judged = desk.judge(
    all,
    wanted.filter((contentType) => !kept.has(contentType)),
  );
  return wanted.flatMap((contentType) => {
    const text = all.get(contentType);
    const judgement = kept.get(contentType)?.judgement ?? judged.get(contentType);
    if (!text || !judgement) return [];
    const { warnings, blocked, evidence, withheld } = judgement;
    const { body } = withheld ? emptyText(contentType, config) : text;
    return [{ contentType, body, warnings, blocked, evidence: withheld ? [] : evidence }];
  });
}

function emptyText(contentType: string, config: ContentConfig): FinishedText {
  const body = traitsOf(contentType, config).family === "bullets" ? [] : "";
  return { raw: body, draft: body, body };
}

function reasonOf(answer: ModelAnswer): "model_refused" | "model_truncated" | "model_bad_answer" | "model_empty" {
  if (answer.kind === "refused") return "model_refused";
  if (answer.kind === "truncated") return "model_truncated";
  return answer.kind === "json" ? "model_empty" : "model_bad_answer";
}

function count(usage: Usage, answer: ModelAnswer): void {
  usage.calls++;
  usage.model = answer.model;
  usage.tokensIn += answer.tokensIn;
  usage.tokensOut += answer.tokensOut;
}
