import { namedImages } from "../catalog/image-alts.ts";
import type { ModelAnswer } from "../model/port.ts";
import type { CheckResult } from "../quality/check-result.ts";
import { type FinishedText, finishText } from "../quality/fixes/finish-text.ts";
import { lookUpTexts } from "../quality/look-up-texts.ts";
import { checkTexts, viewsOf, type WrittenText } from "../quality/run-checks.ts";
import { keywordUseOf } from "../rules/keyword-use.ts";
import { traitsOf } from "../texts/content-types.ts";
import { isEmptyBody } from "../texts/text-body.ts";
import { readAnswer } from "./answer-schema.ts";
import type { Asked } from "./build-prompt.ts";
import type { GeneratedText } from "./generated-text.ts";
import type { GenerationContext } from "./generation-context.ts";

/** One try of a text, and what the checks found in it. */
export interface CheckedText extends FinishedText {
  result: CheckResult;
}

/** Content type → the best try so far. */
export type Texts = ReadonlyMap<string, CheckedText>;

/** The texts of an answer, each put in order; none where it is no answer. */
export function fixTexts(context: GenerationContext, asked: Asked, answer: ModelAnswer): Map<string, FinishedText> {
  const fixed = new Map<string, FinishedText>();
  if (answer.kind !== "json") return fixed;
  const { config, table, keywords, live } = context.checks;
  const unseen = unseenOf(answer, context);
  for (const [contentType, raw] of readAnswer(answer.json, asked.wanted, config, asked.request)) {
    if (raw === undefined) continue;
    const use = keywordUseOf(config, contentType, keywords);
    const text = finishText(contentType, raw, { config, table, use, live: live[contentType] });
    fixed.set(contentType, unseen.has(contentType) ? { ...text, unseen: true } : text);
  }
  return fixed;
}

/** Content types whose pictures the model was not shown. */
function unseenOf({ unseenImages = [] }: ModelAnswer, { prompt }: GenerationContext): Set<string> {
  if (unseenImages.length === 0) return new Set();
  const urls = new Set(unseenImages);
  return new Set(
    namedImages(prompt.facts.images).flatMap(({ url, contentType }) => (urls.has(url) ? [contentType] : [])),
  );
}

/** The fixed texts with what the checks find in them, beside the product's other texts and those of other products. */
export async function checkFixed(
  { config, checks, catalogue }: GenerationContext,
  texts: Texts,
  fixed: ReadonlyMap<string, FinishedText>,
): Promise<Texts> {
  if (fixed.size === 0) return new Map();
  const all = new Map<string, WrittenText>([...texts, ...fixed]);
  const only = [...fixed.keys()];
  const views = viewsOf(all, config);
  const nearDuplicates = catalogue && (await lookUpTexts(catalogue, { views, only, config }));
  const results = checkTexts(checks, { texts: all, only, views, nearDuplicates });
  return new Map(
    [...fixed].flatMap(([contentType, text]) => {
      const result = results.get(contentType);
      return result ? [[contentType, { ...text, result }]] : [];
    }),
  );
}

/** Each new text takes the place of the kept one when it has fewer or lighter warnings. */
export function keepBetter(texts: Texts, checked: Texts): Texts {
  const better = [...checked].filter(([contentType, { result }]) => {
    const earlier = texts.get(contentType);
    return !earlier || result.score < earlier.result.score;
  });
  return new Map([...texts, ...better]);
}

/** Whether one of these texts came; one that is withheld did. */
export function hasAny(texts: Texts, contentTypes: readonly string[]): boolean {
  return contentTypes.some((contentType) => {
    const text = texts.get(contentType);
    return text !== undefined && (!isEmptyBody(text.body) || text.result.withheld);
  });
}

/** The kept texts, and an empty one with its warning for a content type that never came. */
export async function withMissing(context: GenerationContext, texts: Texts): Promise<GeneratedText[]> {
  const { config, contentTypes } = context;
  const missing = contentTypes.filter((contentType) => !texts.has(contentType));
  const empty = new Map(missing.map((contentType) => [contentType, emptyText(contentType, config)]));
  const all = new Map([...texts, ...(await checkFixed(context, texts, empty))]);
  return contentTypes.flatMap((contentType) => {
    const text = all.get(contentType);
    if (!text) return [];
    const { warnings, blocked, evidence, withheld } = text.result;
    const { body } = withheld ? emptyText(contentType, config) : text;
    return [{ contentType, body, warnings, blocked, evidence: withheld ? [] : evidence }];
  });
}

function emptyText(contentType: string, config: GenerationContext["config"]): FinishedText {
  const body = traitsOf(contentType, config).family === "bullets" ? [] : "";
  return { raw: body, draft: body, body };
}
