import type { ProductFacts } from "../catalog/facts.ts";
import { namedImages } from "../catalog/image-alts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import type { Evidence, StoredWarning, TextBody } from "../db/schema/index.ts";
import { JobCancelled } from "../jobs/task.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { ModelAnswer, ModelRequest } from "../model/port.ts";
import type { NearDuplicateOf } from "../quality/check-input.ts";
import type { FinishedText } from "../quality/fixes/finish-text.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import type { Keywords } from "../rules/keyword-use.ts";
import type { MerchantsNotes } from "../rules/merchants-notes.ts";
import { traitsOf } from "../texts/content-types.ts";
import { configNameOf } from "../texts/slot.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import { readAnswer } from "./answer-schema.ts";
import { fixesFor, type Kept, previousOf } from "./ask-again.ts";
import { buildRepairRequest, buildRequest, type PromptInput } from "./build-prompt.ts";
import { type CallGroup, groupCalls } from "./group-calls.ts";
import type { Complete } from "./paid-answers.ts";
import type { Example } from "./prompt-examples.ts";
import { openDesk, type WritingDesk } from "./writing-desk.ts";

/** At most so many further calls put right what the checks found. */
export const maxRepairs = 2;
/** An answer without any text is asked for again so often: whoever fails twice at the form fails the third time. */
const maxLost = 1;
/** A repair that is refused for what it asks leaves the texts as they are. */
const endsRepairs: ReadonlySet<string> = new Set(["model_bad_request", "model_refused"]);

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
  /** what stands in the shop now: of its pictures, videos and links a text may keep those; default: nothing */
  live?: LiveTexts | undefined;
  /** how the shop spells its words */
  glossary?: Glossary | undefined;
  /** what customers wrote: material, never a fact */
  reviews?: readonly string[] | undefined;
  /** the nearest corrections of earlier texts, nearest first */
  examples?: readonly Example[] | undefined;
  /** finds texts of other products that say the same; default: nothing to compare with */
  nearDuplicateOf?: NearDuplicateOf | undefined;
  /** pictures in calls of their own, after the first; default: with the other texts as far as they go */
  picturesApart?: boolean | undefined;
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

export type UnusableReason =
  | "model_refused"
  | "model_truncated"
  | "model_prompt_cut"
  | "model_bad_answer"
  | "model_empty";

/** `unusable`: not one text came back; `reason` is a stable code. No texts are written when the config skips them all. */
export type Generated =
  | { outcome: "written"; texts: GeneratedText[]; usage: Usage }
  | {
      outcome: "unusable";
      reason: UnusableReason;
      usage: Usage;
    };

/**
 * Writes the texts of one product: one call for all, or more where it has many pictures; fix, check, and at most two further
 * calls with only the failing content types and the concrete findings. Of several tries of a text the one with the fewest
 * and lightest warnings is kept; nothing is cut.
 * @throws what the model throws at the first call. A further call that the model's server refuses, or that comes after the job
 * was cancelled, ends the calls: what is paid is kept
 */
export async function generateProduct({ complete }: { complete: Complete }, input: GenerateInput): Promise<Generated> {
  const { config } = input;
  const usage: Usage = { model: input.model, calls: 0, tokensIn: 0, tokensOut: 0 };
  const skipped = config.client?.skip_content_types ?? [];
  const contentTypes = input.contentTypes.filter((contentType) => !skipped.includes(configNameOf(contentType)));
  if (contentTypes.length === 0) return { outcome: "written", texts: [], usage };
  const desk = openDesk({ ...input, contentTypes });
  let kept = new Map<string, Kept>();
  let answer: ModelAnswer | undefined;
  for (const group of groupCalls(contentTypes, { picturesApart: input.picturesApart ?? false })) {
    if (kept.size > 0 && input.signal.reason instanceof JobCancelled) break;
    ({ kept, answer } = await writeGroup({ complete, desk, usage }, input, group, kept));
  }
  if ([...kept.values()].every(({ body, result }) => isEmptyBody(body) && !result.withheld)) {
    return { outcome: "unusable", reason: reasonOf(answer), usage };
  }
  return { outcome: "written", texts: textsOf(kept, contentTypes, desk, config), usage };
}

/** One call for the group's texts, and further ones for those that a check refused. */
async function writeGroup(
  { complete, desk, usage }: { complete: Complete; desk: WritingDesk; usage: Usage },
  input: GenerateInput,
  { number, contentTypes }: CallGroup,
  before: ReadonlyMap<string, Kept>,
): Promise<{ kept: Map<string, Kept>; answer: ModelAnswer }> {
  const { signal, config } = input;
  const prompt: PromptInput = { ...input, contentTypes, room: desk.room, added: desk.added };
  const firstCall = number * (1 + maxRepairs);
  const take = (kept: ReadonlyMap<string, Kept>, asked: Asked) => {
    count(usage, asked.answer);
    return takeBetter(kept, asked, desk, input);
  };
  const first = buildRequest(prompt);
  let answer = await complete(first, { call: firstCall, signal });
  let kept = take(before, { request: first, answer, wanted: contentTypes });
  let lost = isLost(kept, contentTypes) ? 1 : 0;
  for (let repair = 1; repair <= maxRepairs && lost <= maxLost; repair++) {
    // Asked again it would be cut again: nothing is paid twice for that.
    if (answer.kind === "prompt_cut") break;
    const fixes = fixesFor(kept, contentTypes, answer, config);
    if (fixes.size === 0) break;
    const again = buildRepairRequest(prompt, { previous: previousOf(kept, fixes, answer), fixes });
    // What was cut once is cut again without more room.
    const room = answer.kind === "truncated" ? 2 : 1;
    const request = { ...again, maxOutputTokens: again.maxOutputTokens * room };
    const repaired = await complete(request, { call: firstCall + repair, signal }).catch((error: unknown) => {
      if (kept.size > 0 && endsOnly(error, signal)) return undefined;
      throw error;
    });
    if (!repaired) break;
    answer = repaired;
    kept = take(kept, { request, answer, wanted: [...fixes.keys()] });
    if (isLost(kept, contentTypes)) lost++;
  }
  return { kept, answer };
}

/** The texts so far are paid for: they are not given up with the call that would have made them better. */
function endsOnly(error: unknown, signal: AbortSignal): boolean {
  if (signal.reason instanceof JobCancelled) return true;
  return isOperationalError(error) && endsRepairs.has(error.code);
}

/** Whether the group has not one text so far. */
function isLost(kept: ReadonlyMap<string, Kept>, contentTypes: readonly string[]): boolean {
  return contentTypes.every((contentType) => {
    const text = kept.get(contentType);
    return !text || (isEmptyBody(text.body) && !text.result.withheld);
  });
}

/** What a call was about, and what came back. */
interface Asked {
  request: ModelRequest;
  answer: ModelAnswer;
  wanted: readonly string[];
}

/** Each text of the answer takes the place of the kept one when it has fewer or lighter warnings. */
function takeBetter(
  kept: ReadonlyMap<string, Kept>,
  { request, answer, wanted }: Asked,
  desk: WritingDesk,
  { config, facts }: Pick<GenerateInput, "config" | "facts">,
): Map<string, Kept> {
  const next = new Map(kept);
  if (answer.kind !== "json") return next;
  const fresh = new Map<string, FinishedText>();
  const unseen = unseenOf(answer, facts);
  for (const [contentType, raw] of readAnswer(answer.json, wanted, config, request)) {
    if (raw === undefined) continue;
    const text = desk.finish(contentType, raw);
    fresh.set(contentType, unseen.has(contentType) ? { ...text, unseen: true } : text);
  }
  const checked = desk.judge(new Map([...next, ...fresh]), [...fresh.keys()]);
  for (const [contentType, text] of fresh) {
    const result = checked.get(contentType);
    const earlier = next.get(contentType);
    if (result && (!earlier || result.score < earlier.result.score)) {
      next.set(contentType, { ...text, result });
    }
  }
  return next;
}

/** Content types whose pictures the model was not shown. */
function unseenOf({ unseenImages = [] }: ModelAnswer, facts: ProductFacts): Set<string> {
  if (unseenImages.length === 0) return new Set();
  const urls = new Set(unseenImages);
  return new Set(namedImages(facts.images).flatMap(({ url, contentType }) => (urls.has(url) ? [contentType] : [])));
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
  const checked = desk.judge(
    all,
    wanted.filter((contentType) => !kept.has(contentType)),
  );
  return wanted.flatMap((contentType) => {
    const text = all.get(contentType);
    const result = kept.get(contentType)?.result ?? checked.get(contentType);
    if (!text || !result) return [];
    const { warnings, blocked, evidence, withheld } = result;
    const { body } = withheld ? emptyText(contentType, config) : text;
    return [{ contentType, body, warnings, blocked, evidence: withheld ? [] : evidence }];
  });
}

function emptyText(contentType: string, config: ContentConfig): FinishedText {
  const body = traitsOf(contentType, config).family === "bullets" ? [] : "";
  return { raw: body, draft: body, body };
}

function reasonOf(answer: ModelAnswer | undefined): UnusableReason {
  if (!answer || answer.kind === "refused") return "model_refused";
  if (answer.kind === "truncated") return "model_truncated";
  if (answer.kind === "prompt_cut") return "model_prompt_cut";
  return answer.kind === "json" || answer.text.trim() === "" ? "model_empty" : "model_bad_answer";
}

function count(usage: Usage, answer: ModelAnswer): void {
  usage.calls++;
  usage.model = answer.model;
  usage.tokensIn += answer.tokensIn;
  usage.tokensOut += answer.tokensOut;
}
