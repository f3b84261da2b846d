import { z } from "zod";
import { type AskedReviews, readAskedReviews } from "./analysis/sum-up-reviews.ts";
import { type ClassifyAsk, readClassifyAsk } from "./classify.ts";
import { type Examined, readExamined } from "./examine.ts";
import { type Facts, readFacts } from "./facts.ts";
import type { Look } from "./look.ts";
import { type ComparedPairs, readCompared } from "./translate/compare.ts";
import { readTranslationAsk, type TranslationAsk } from "./translate/translation-ask.ts";

/** One key of the answer and what the app asked for it. Lengths are in characters (code points). */
export interface Wanted {
  name: string;
  limitChars: number | undefined;
  count: number | undefined;
  html: boolean;
  family: string;
  task: string;
  /** how many further wordings of it */
  others: number;
}

export interface Fix {
  text: string | string[];
  findings: string[];
}

/** Everything the app's messages ask for, read from the user messages that are JSON objects, later ones winning. */
export interface Ask {
  language: string;
  facts: Facts;
  wanted: Map<string, Wanted>;
  fixes: Map<string, Fix>;
  /** key → words that its text has to use */
  mustUse: Map<string, string[]>;
  productTitle: string;
  /** all that was said beside the repairs: a repaired text is the one that was written for it, without the mistake */
  said: string;
  /** key → what its picture shows, for pictures that came after a part that names the key */
  pictures: Map<string, Look>;
  /** what is to be examined; undefined where texts are wanted */
  examined: Examined | undefined;
  /** which translations are to be compared with their sources */
  compared: ComparedPairs | undefined;
  /** which reviews are to be summed up */
  reviews: AskedReviews | undefined;
  /** what is to be translated; undefined where texts are to be written */
  translation: TranslationAsk | undefined;
  /** what is to be classified */
  classified: ClassifyAsk | undefined;
}

const contentType = z
  .object({
    task: z.string().catch(""),
    family: z.string().catch("string"),
    character_limit: z.number().int().positive().optional().catch(undefined),
    /** `5`, or `3 to 5`, of which the sandbox writes the most */
    count: z
      .union([z.number(), z.string().transform((words) => Number(/(\d+)\D*$/.exec(words)?.[1]))])
      .pipe(z.number().int().positive().max(50))
      .optional()
      .catch(undefined),
    html: z.boolean().catch(false),
    other_wordings: z.number().int().min(0).max(10).catch(0),
  })
  .partial();

const fix = z.object({
  text: z.union([z.string(), z.array(z.string())]).catch(""),
  findings: z
    .array(z.unknown())
    .catch([])
    .transform((findings) => findings.map((one) => (typeof one === "string" ? one : JSON.stringify(one)))),
});

const brief = z
  .object({
    language: z.string().catch("en"),
    content_types: z.record(z.string(), contentType).catch({}),
    product: z.record(z.string(), z.unknown()).catch({}),
    fix: z.record(z.string(), fix).catch({}),
    keywords: z.record(z.string(), z.object({ must_use: z.array(z.string()).catch([]) })).catch({}),
  })
  .partial();

export function readAsk(userTexts: readonly string[]): Ask {
  const merged: Record<string, unknown> = {};
  for (const text of userTexts) Object.assign(merged, parseObject(text));
  const read = brief.parse(merged);
  const { fix: _fix, ...said } = merged;
  const wanted = new Map<string, Wanted>();
  for (const [name, type] of Object.entries(read.content_types ?? {})) {
    wanted.set(name, {
      name,
      limitChars: type.character_limit,
      count: type.count,
      html: type.html ?? false,
      family: type.family ?? "string",
      task: type.task ?? "",
      others: type.other_wordings ?? 0,
    });
  }
  const facts = readFacts(read.product ?? {});
  const translation = readTranslationAsk(merged);
  return {
    language: translation?.into.join() ?? read.language ?? "en",
    facts,
    wanted,
    fixes: new Map(Object.entries(read.fix ?? {})),
    mustUse: new Map(Object.entries(read.keywords ?? {}).map(([name, uses]) => [name, uses.must_use])),
    productTitle: facts.original.title,
    said: JSON.stringify(said),
    pictures: new Map(),
    examined: readExamined(userTexts),
    compared: readCompared(userTexts),
    reviews: readAskedReviews(userTexts),
    translation,
    classified: readClassifyAsk(userTexts),
  };
}

/** The key that a text part names for the picture after it. */
export function keyOfPicture(text: string): string | undefined {
  const { picture_of: key } = parseObject(text);
  return typeof key === "string" ? key : undefined;
}

function parseObject(text: string): Record<string, unknown> {
  if (!text.trimStart().startsWith("{")) return {};
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
