import { isRecord } from "../../lib/json.ts";
import { type ContentConfig, contentConfigSchema } from "../content-config.ts";
import { keywordUseOf, termsOf } from "../keyword-use.ts";
import { type FieldProblem, fieldProblem, type LimitReason, mostProblems } from "./field-problems.ts";

interface Limit {
  /** entries of a list or a map */
  most: number;
  /** characters (UTF-16) of each entry, name or text */
  chars: number;
}

/** By address, `*` for any name; the first that fits holds. Roomy for people, and bounded for whoever waits beside them. */
const limits: readonly [address: string, Limit][] = [
  ["client.forbidden_words", { most: 1_000, chars: 100 }],
  ["word_map", { most: 1_000, chars: 200 }],
  ["word_map.*", { most: 1, chars: 200 }],
  ["keywords", { most: 100, chars: 100 }],
  // A claim brings its small print with it.
  ["keywords.*", { most: 500, chars: 1_000 }],
  ["guidelines", { most: 100, chars: 1_000 }],
  ["guidelines_shortener", { most: 100, chars: 1_000 }],
  ["restrictions", { most: 100, chars: 1_000 }],
  ["tone.*", { most: 200, chars: 1_000 }],
  ["tone.*.*", { most: 1, chars: 1_000 }],
  ["style_guide.*", { most: 1, chars: 2_000 }],
  ["content_types", { most: 100, chars: 100 }],
  ["content_types.*.task", { most: 1, chars: 5_000 }],
  ["content_types.*.guidelines", { most: 100, chars: 1_000 }],
  ["content_types.*.guidelines_shortener", { most: 100, chars: 1_000 }],
  ["content_types.*.restrictions", { most: 100, chars: 1_000 }],
  ["content_types.*.additions", { most: 50, chars: 100 }],
  ["content_types.*.additions.*", { most: 1, chars: 2_000 }],
  ["translations", { most: 60, chars: 35 }],
  ["translations.*.translated_keywords", { most: 500, chars: 100 }],
  ["translations.*.translated_keywords.*", { most: 1, chars: 100 }],
  ["translations.*.forbidden_words", { most: 1_000, chars: 100 }],
  ["translations.*.guidelines", { most: 100, chars: 1_000 }],
  ["translations.*.restrictions", { most: 100, chars: 1_000 }],
  ["translations.*.tone_of_voice", { most: 1, chars: 2_000 }],
];
const otherwise: Limit = { most: 200, chars: 200 };
const patterns = limits.map(([address, limit]) => ({ path: address.split("."), limit }));

/** Two thousand characters, as long as descriptions are, hold some eighty keywords and little else. */
const mostKeywords = 100;

/** All rules of one config as JSON. */
export const maxConfigBytes = 300_000;

interface Size {
  field: string;
  amount: number;
  most: number;
  code: LimitReason["code"];
}

/**
 * What of these rules is above a limit. What was above it before may stay and shrink, but not grow.
 * @param config need not be rules: what is far too much is refused before it is looked at as such
 * @param before the rules that these take the place of; default: none
 */
export function limitProblems(config: unknown, before: ContentConfig = {}): FieldProblem[] {
  const over = (size: Size) => size.amount > size.most;
  const earlier = new Map(
    [...sizesOf(before), ...keywordSizes(before)].map(({ field, code, amount }) => [`${field}\n${code}`, amount]),
  );
  const isTold = (size: Size) => over(size) && size.amount > (earlier.get(`${size.field}\n${size.code}`) ?? 0);
  const [shared, ...ofTypes] = keywordSizes(config);
  // What is asked for everywhere is told once.
  const ofKeywords = shared === undefined ? [] : isTold(shared) ? [shared] : ofTypes;
  return [...sizesOf(config), ...ofKeywords]
    .filter(isTold)
    .slice(0, mostProblems)
    .map(({ field, amount, most, code }) => fieldProblem(field, { code, limit: most, length: amount }));
}

function* sizesOf(config: unknown): Generator<Size> {
  if (!isRecord(config)) return;
  const amount = Buffer.byteLength(JSON.stringify(config));
  yield { field: "", amount, most: maxConfigBytes, code: "rules_too_large" };
  yield* sizesIn(config, []);
}

/** What a text has to use, first what all of them have: each group may be short, and all of them together more than it holds. */
function* keywordSizes(rules: unknown): Generator<Size> {
  const parsed = contentConfigSchema.safeParse(rules);
  if (!parsed.success) return;
  const config = parsed.data;
  const common = { most: mostKeywords, code: "too_many_keywords" } as const;
  const shared = termsOf(config.keyword_groups?.must ?? [], config, {}).length;
  yield { ...common, field: "keyword_groups.must", amount: shared };
  for (const [name, { keyword_groups }] of Object.entries(config.content_types ?? {})) {
    if (!keyword_groups?.must) continue;
    const amount = keywordUseOf(config, name, {}).must.length;
    yield { ...common, field: `content_types.${name}.keyword_groups.must`, amount };
  }
}

function* sizesIn(value: unknown, path: readonly string[]): Generator<Size> {
  const field = path.join(".");
  const { most, chars } = limitOf(path);
  if (typeof value === "string") yield { field, amount: value.length, most: chars, code: "text_too_long" };
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const longest = (texts: string[]) => texts.reduce((length, text) => Math.max(length, text.length), 0);
  yield { field, amount: entries.length, most, code: "too_many_entries" };
  const amount = longest(isList ? value.filter((entry) => typeof entry === "string") : entries.map(([key]) => key));
  yield { field, amount, most: chars, code: "entry_too_long" };
  if (!isList) for (const [key, inner] of entries) yield* sizesIn(inner, [...path, key]);
}

function limitOf(path: readonly string[]): Limit {
  const fits = (pattern: readonly string[]) =>
    pattern.length === path.length && pattern.every((part, i) => part === "*" || part === path[i]);
  return patterns.find(({ path: pattern }) => fits(pattern))?.limit ?? otherwise;
}
