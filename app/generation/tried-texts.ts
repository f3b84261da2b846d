import { namedImages } from "../catalog/image-alts.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { ModelAnswer } from "../model/port.ts";
import type { CheckResult } from "../quality/check-result.ts";
import type { DoubtfulText } from "../quality/examiner/wanted-sentences.ts";
import { type FinishedText, finishText } from "../quality/fixes/finish-text.ts";
import { lookUpTexts } from "../quality/look-up-texts.ts";
import { checkTexts, viewsOf, type WrittenText } from "../quality/run-checks.ts";
import { isImageAlt } from "../texts/slot.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import { asksWordings, readAnswer } from "./answer-schema.ts";
import type { Asked } from "./build-prompt.ts";
import type { Examination } from "./examine/examination.ts";
import type { GeneratedText } from "./generated-text.ts";
import type { GenerationContext } from "./generation-context.ts";
import { citesName, readCites, splitCites } from "./read-cites.ts";
import { readWordings, splitWordings } from "./read-wordings.ts";
import type { TextRules } from "./text-rules.ts";

/** One try of a text, and what the checks found in it. */
export interface CheckedText extends FinishedText {
  result: CheckResult;
  /** `yes`; `no:` and why not; null where nothing of it had to be examined, or nobody was to be asked */
  examined: string | null;
}

/** Content type → the best try so far. */
export type Texts = ReadonlyMap<string, CheckedText>;

/** The texts of an answer, and what else it offers of each, all put in order. */
export interface AnsweredTexts {
  fixed: Map<string, FinishedText>;
  /** content type → further wordings */
  others: Map<string, FinishedText[]>;
}

/** None where it is no answer. */
export function fixTexts(context: GenerationContext, asked: Asked, answer: ModelAnswer): AnsweredTexts {
  const fixed = new Map<string, FinishedText>();
  const others = new Map<string, FinishedText[]>();
  if (answer.kind !== "json") return { fixed, others };
  const { config, table, live } = context.checks;
  const unseen = unseenOf(answer, context);
  // A merchant's own text of that name is a text.
  const isText = asked.wanted.some(({ contentType }) => contentType === citesName);
  const { rest: whole, cites } = isText ? { rest: answer.json, cites: [] } : splitCites(answer.json);
  const { rest, wordings } = asksWordings(asked.wanted) ? splitWordings(whole) : { rest: whole, wordings: [] };
  const answers = readAnswer(rest, asked.wanted, asked.request);
  const offered = readWordings(wordings, asked.wanted);
  const citations = readCites(cites, context.checks.facts);
  for (const { contentType, use } of asked.wanted) {
    const raw = answers.get(contentType);
    if (raw === undefined) continue;
    const finish = (text: TextBody) => finishText(contentType, text, { config, table, use, live: live[contentType] });
    fixed.set(contentType, { ...finish(raw), citations, ...(unseen.has(contentType) ? { unseen: true } : {}) });
    const more = offered.get(contentType) ?? [];
    if (more.length > 0) others.set(contentType, more.map(finish));
  }
  return { fixed, others };
}

/** Content types whose pictures the model was not shown. */
function unseenOf({ unseenImages = [] }: ModelAnswer, { source }: GenerationContext): Set<string> {
  if (unseenImages.length === 0) return new Set();
  const urls = new Set(unseenImages);
  return new Set(
    namedImages(source.facts.images).flatMap(({ url, contentType }) => (urls.has(url) ? [contentType] : [])),
  );
}

/**
 * The fixed texts with what the checks find in them, beside the product's other texts and those of other products. What they
 * leave in doubt is examined, all in one call, and then checked again with what came of it.
 * @param examination default: nobody is asked
 */
export async function checkFixed(
  { source, checks }: GenerationContext,
  texts: Texts,
  fixed: ReadonlyMap<string, FinishedText>,
  examination?: Examination | null,
): Promise<Texts> {
  if (fixed.size === 0) return new Map();
  const { config, catalogue } = source;
  const cited = new Map(
    [...fixed].map(([contentType, text]) => [contentType, withCited(text, texts.get(contentType))]),
  );
  const all = new Map<string, WrittenText>([...texts, ...cited]);
  const only = [...cited.keys()];
  const views = viewsOf(all, config);
  const nearDuplicates = catalogue && (await lookUpTexts(catalogue, { views, only, config }));
  const check = () => checkTexts(checks, { texts: all, only, views, nearDuplicates, verdicts: examination?.verdicts });
  const first = check();
  const doubtful = doubtfulOf(first, views);
  const hasNews = examination ? await examination.ask([...doubtful.values()]) : false;
  const results = hasNews ? check() : first;
  return new Map(
    [...cited].flatMap(([contentType, text]) => {
      const result = results.get(contentType);
      const doubts = doubtful.get(contentType);
      const examined = (doubts && examination?.stateOf(doubts)) ?? null;
      return result ? [[contentType, { ...text, result, examined }]] : [];
    }),
  );
}

/** Of an alt text no fact of the product tells whether it is true; what is withheld nobody is shown. */
function doubtfulOf(
  results: ReadonlyMap<string, CheckResult>,
  views: ReadonlyMap<string, string[]>,
): Map<string, DoubtfulText> {
  return new Map(
    [...results].flatMap(([contentType, { doubts, withheld }]) => {
      if (withheld || isImageAlt(contentType)) return [];
      return [[contentType, { text: (views.get(contentType) ?? []).join("\n"), doubts }] as const];
    }),
  );
}

/** A repair brings no citations of its own: those of the text before hold for what it kept of it. */
function withCited(text: FinishedText, before: FinishedText | undefined): FinishedText {
  const { citations = [] } = text;
  return before?.citations ? { ...text, citations: [...citations, ...before.citations] } : text;
}

/** Whether one of these texts came; one that is withheld did. */
export function hasAny(texts: Texts, wanted: readonly TextRules[]): boolean {
  return wanted.some(({ contentType }) => {
    const text = texts.get(contentType);
    return text !== undefined && (!isEmptyBody(text.body) || text.result.withheld);
  });
}

/** The kept texts, and an empty one with its warning for a content type that never came. */
export async function withMissing(context: GenerationContext, texts: Texts): Promise<GeneratedText[]> {
  const missing = context.texts.filter(({ contentType }) => !texts.has(contentType));
  const empty = new Map(missing.map((rules) => [rules.contentType, emptyText(rules)]));
  const all = new Map([...texts, ...(await checkFixed(context, texts, empty))]);
  return context.texts.flatMap((rules) => {
    const { contentType } = rules;
    const text = all.get(contentType);
    if (!text) return [];
    const { warnings, blocked, evidence, withheld } = text.result;
    const { body } = withheld ? emptyText(rules) : text;
    return [{ contentType, body, warnings, blocked, evidence: withheld ? [] : evidence, examined: text.examined }];
  });
}

function emptyText({ traits }: TextRules): FinishedText {
  const body = traits.family === "bullets" ? [] : "";
  return { raw: body, draft: body, body };
}
