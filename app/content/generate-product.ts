import type { ProductFacts } from "../catalog/facts.ts";
import type { Evidence, StoredWarning, TextBody } from "../db/schema/index.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { ModelAnswer } from "../model/port.ts";
import { readAnswer } from "./answer-schema.ts";
import { buildRepairRequest, buildRequest, type Fix, type PromptInput } from "./build-prompt.ts";
import { indexFacts } from "./checks/fact-index.ts";
import type { Judgement } from "./checks/finding.ts";
import { runChecks, type WrittenText } from "./checks/run-checks.ts";
import type { ContentConfig } from "./content-config.ts";
import { type ContentType, traitsOf } from "./content-types.ts";
import { fixText } from "./fix/fix-text.ts";
import type { Complete } from "./paid-answers.ts";
import { isEmptyBody } from "./text-body.ts";

/** At most so many further calls put right what the checks found. */
export const maxRepairs = 2;
/** Of an answer that is no JSON, so much is shown to the model again. */
const quotedChars = 500;

export interface GenerateInput {
  facts: ProductFacts;
  config: ContentConfig;
  contentTypes: readonly ContentType[];
  /** BCP-47 */
  locale: string;
  /** the provider's name */
  model: string;
  signal: AbortSignal;
}

export interface GeneratedText {
  contentType: ContentType;
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

/** `unusable`: not one text came back; `reason` is a stable code. */
export type Generated =
  | { outcome: "written"; texts: GeneratedText[]; usage: Usage }
  | {
      outcome: "unusable";
      reason: "model_refused" | "model_truncated" | "model_bad_answer" | "model_empty";
      usage: Usage;
    };

interface Kept extends WrittenText {
  judgement: Judgement;
}

/**
 * Writes the texts of one product: one call for all, fix, check, and at most two further calls with only the failing
 * content types and the concrete findings. Of several tries of a text the one with the fewest and lightest warnings is
 * kept; nothing is cut.
 * @throws what the model throws at the first call; a repair that the model's server refuses ends the repairs
 */
export async function generateProduct({ complete }: { complete: Complete }, input: GenerateInput): Promise<Generated> {
  const { signal, contentTypes } = input;
  const prompt: PromptInput = input;
  const judge = judgeFor(input);
  const usage: Usage = { model: input.model, calls: 0, tokensIn: 0, tokensOut: 0 };
  let kept = new Map<ContentType, Kept>();
  let answer = await complete(buildRequest(prompt), { call: 0, signal });
  count(usage, answer);
  kept = takeBetter(kept, answer, contentTypes, judge);
  for (let call = 1; call <= maxRepairs; call++) {
    const fixes = fixesFor(kept, contentTypes, answer, input.config);
    if (fixes.size === 0) break;
    const request = buildRepairRequest(prompt, { previous: previousOf(kept, fixes, answer), fixes });
    const repaired = await complete(request, { call, signal }).catch((error: unknown) => {
      if (isOperationalError(error) && error.code === "model_bad_request" && kept.size > 0) return undefined;
      throw error;
    });
    if (!repaired) break;
    answer = repaired;
    count(usage, answer);
    kept = takeBetter(kept, answer, [...fixes.keys()], judge);
  }
  if ([...kept.values()].every(({ body }) => isEmptyBody(body))) {
    return { outcome: "unusable", reason: reasonOf(answer), usage };
  }
  return { outcome: "written", texts: textsOf(kept, contentTypes, judge), usage };
}

type Judge = (
  texts: ReadonlyMap<ContentType, WrittenText>,
  only: readonly ContentType[],
) => Map<ContentType, Judgement>;

function judgeFor({ facts, config, locale }: GenerateInput): Judge {
  const index = indexFacts(facts);
  return (texts, only) => runChecks({ texts, only, facts: index, config, locale });
}

/** Each text of the answer takes the place of the kept one when it has fewer or lighter warnings. */
function takeBetter(
  kept: ReadonlyMap<ContentType, Kept>,
  answer: ModelAnswer,
  wanted: readonly ContentType[],
  judge: Judge,
): Map<ContentType, Kept> {
  const next = new Map(kept);
  if (answer.kind !== "json") return next;
  const fresh = new Map<ContentType, WrittenText>();
  for (const [contentType, raw] of readAnswer(answer.json, wanted)) {
    if (raw !== undefined) fresh.set(contentType, { raw, body: fixText(contentType, raw) });
  }
  const judged = judge(new Map([...next, ...fresh]), [...fresh.keys()]);
  for (const [contentType, text] of fresh) {
    const judgement = judged.get(contentType);
    const earlier = next.get(contentType);
    if (judgement && (!earlier || judgement.score < earlier.judgement.score)) {
      next.set(contentType, { ...text, judgement });
    }
  }
  return next;
}

function fixesFor(
  kept: ReadonlyMap<ContentType, Kept>,
  wanted: readonly ContentType[],
  answer: ModelAnswer,
  config: ContentConfig,
): Map<ContentType, Fix> {
  const fixes = new Map<ContentType, Fix>();
  for (const contentType of wanted) {
    const text = kept.get(contentType);
    const findings = text ? text.judgement.findings : [missingBecause(answer, contentType)];
    if (findings.length === 0) continue;
    const tooLong = text?.judgement.warnings.some((warning) => warning.code === "EXCEED_LENGTH") ?? false;
    const guidelines = tooLong
      ? (config.content_types?.[contentType]?.guidelines_shortener ?? config.guidelines_shortener)
      : undefined;
    fixes.set(contentType, { text: text?.body ?? null, findings, ...(guidelines ? { guidelines } : {}) });
  }
  return fixes;
}

function missingBecause(answer: ModelAnswer, contentType: ContentType): string {
  if (answer.kind === "refused") return `${contentType} is missing: the answer was a refusal`;
  if (answer.kind === "truncated") return `${contentType} is missing: the answer was too long and was cut off`;
  if (answer.kind === "not_json") return `${contentType} is missing: the answer was not JSON`;
  const shape = traitsOf(contentType).family === "bullets" ? "an array of strings" : "a string";
  return `${contentType} is missing: it must be ${shape} of that name`;
}

/** What the model is told that it wrote: the failing texts only. */
function previousOf(kept: ReadonlyMap<ContentType, Kept>, fixes: Map<ContentType, Fix>, answer: ModelAnswer): string {
  const failing = [...fixes.keys()].filter((contentType) => kept.has(contentType));
  if (failing.length > 0) {
    return JSON.stringify(Object.fromEntries(failing.map((contentType) => [contentType, kept.get(contentType)?.body])));
  }
  return answer.kind === "json" ? "{}" : answer.text.slice(0, quotedChars).replace(/\p{Cs}/gu, "") || "{}";
}

/** The kept texts, and an empty one with its warning for a content type that never came. */
function textsOf(kept: ReadonlyMap<ContentType, Kept>, wanted: readonly ContentType[], judge: Judge): GeneratedText[] {
  const all = new Map<ContentType, WrittenText>(
    wanted.map((contentType) => [contentType, kept.get(contentType) ?? emptyText(contentType)]),
  );
  const unjudged = wanted.filter((contentType) => !kept.has(contentType));
  const judged = judge(all, unjudged);
  return wanted.flatMap((contentType) => {
    const text = all.get(contentType);
    const judgement = kept.get(contentType)?.judgement ?? judged.get(contentType);
    if (!text || !judgement) return [];
    const { warnings, blocked, evidence } = judgement;
    return [{ contentType, body: text.body, warnings, blocked, evidence }];
  });
}

function emptyText(contentType: ContentType): WrittenText {
  const body = traitsOf(contentType).family === "bullets" ? [] : "";
  return { body, raw: body };
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
