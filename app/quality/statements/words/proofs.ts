import { type Proof, type ProofRow, proofRows, proofsOfFacts } from "../../language/data/proof-rows.ts";
import { type FindWords, findByBeginning } from "../../language/find-by-beginning.ts";
import { negationWords } from "../../language/negation-words.ts";
import type { PropertyStatement } from "../statement.ts";
import { localesOf, prefixes, withName } from "./effects.ts";
import { conceptOf, provableOf } from "./provable-concepts.ts";
import { joinRatings, ratingConcept, ratingsIn } from "./ratings.ts";
import { isQuestion, type Scan } from "./scan-words.ts";

const undivided = new Set(["ja", "zh", "ko", "th"]);
const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", sr: "hr", bs: "hr" };
const made = new Map<string, FindWords<Proof> | null>();
/** "No choking hazard", "nowhere cheaper": what is safe or cheap is often said by denying, and who rates buys. */
const saidByDenying: ReadonlySet<Proof> = new Set(["safety", "non-toxic", "choking-safe", "price", "rating"]);
/** Kinds of which a word names no more; the others are properties, which a fact may name in other words. */
const kindsAlone: ReadonlySet<Proof> = new Set([
  "award",
  "test",
  "rating",
  "recommended",
  "safety",
  "environment",
  "price",
]);
/** Signs around a word in which one that denies may be meant of it. */
const reach = 40;
const reachUndivided = 10;
const mostTries = 200;

/**
 * Claims that single words give away: awards, tests, safety, the environment. A fact that speaks of the same kind supports them;
 * which award and whose test is for the readers of names. Facts in fields are read generously, and in English too.
 */
export function proofsIn(scan: Scan): PropertyStatement[] {
  const found: PropertyStatement[] = [];
  for (const locale of localesOf(scan)) {
    const own = wordsOf(locale);
    if (own) readField(scan, own, locale, found);
    if (scan.name === undefined || !locale.startsWith("en")) continue;
    const { any, each } = wordsOfFacts();
    const words = withName(scan);
    if (any(scan.lower, 1).length === 0 && (!words || any(words.lower, 1).length === 0)) continue;
    for (const find of each) readField(scan, find, locale, found);
  }
  const scores = ratingsIn(scan);
  if (scores.length === 0) return found;
  const all = [...found, ...scores];
  const isRating = ({ concept }: PropertyStatement) => concept === ratingConcept;
  return [...all.filter((one) => !isRating(one)), ...joinRatings(scan.text, all.filter(isRating))];
}

/** A text, or a value with its name, which is a part of the phrase: "Tested by: an institute". */
function readField(scan: Scan, find: FindWords<Proof>, locale: string, found: PropertyStatement[]): void {
  readProofs(scan, find, locale, found);
  const words = withName(scan);
  if (!words) return;
  const ofField: PropertyStatement[] = [];
  readProofs(words, find, locale, ofField);
  const { text } = scan;
  const place = { at: { start: 0, end: text.length }, quote: text };
  found.push(
    ...ofField
      .filter(({ concept }) => !found.some((one) => one.concept === concept))
      .map((one) => ({ ...one, ...place })),
  );
}

function readProofs(scan: Scan, find: FindWords<Proof>, locale: string, found: PropertyStatement[]): void {
  const { lower, text } = scan;
  for (const { key: proof, start, end } of find(lower, mostTries)) {
    const at = { start, end: wordEnd(lower, end, locale) };
    if (isQuestion(scan, at.end)) continue;
    if (!saidByDenying.has(proof) && isDeniedAround(lower, at, locale)) continue;
    const concept = kindsAlone.has(proof) ? `proof:${proof}` : conceptOf(proof);
    const quote = text.slice(at.start, at.end);
    found.push({ kind: "property", concept, polarity: "affirmed", provable: provableOf(concept), at, quote });
  }
}

const clauseEnds = /[.!?;\n。!?！？；，,()]/u;

/** A word that denies in the same clause, outside the words themselves: "without plastic" is a claim of its own. */
function isDeniedAround(lower: string, { start, end }: { start: number; end: number }, locale: string): boolean {
  const words = negationWords(locale);
  if (!words) return false;
  const most = undivided.has(locale.slice(0, 2)) ? reachUndivided : reach;
  const before =
    lower
      .slice(Math.max(0, start - most), start)
      .split(clauseEnds)
      .at(-1) ?? "";
  const [after = ""] = lower.slice(end, end + most / 2).split(clauseEnds);
  // Chinese denies before what it denies.
  return words.negates(before) || (!locale.startsWith("zh") && words.negates(after));
}

function wordsOf(locale: string): FindWords<Proof> | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = proofRows[readAs[language] ?? language];
  const fresh = row ? findsOf(row, language) : null;
  made.set(language, fresh);
  return fresh;
}

interface FindsOfFacts {
  /** something of all that `each` finds, if there is anything */
  any: FindWords<Proof>;
  each: readonly FindWords<Proof>[];
}

let ofFacts: FindsOfFacts | undefined;

/** One by one: the same words may prove several things. */
function wordsOfFacts(): FindsOfFacts {
  ofFacts ??= {
    any: findsOf(proofsOfFacts, "en"),
    each: Object.entries(proofsOfFacts).map(([key, words]) => findsOf({ [key]: words }, "en")),
  };
  return ofFacts;
}

function findsOf(row: ProofRow, language: string): FindWords<Proof> {
  const all = Object.entries(row).map(([key, words]) => ({ key: key as Proof, words }));
  return findByBeginning(all, { prefix: prefixes[language], anywhere: undivided.has(language) });
}

/** The beginning of a word is shown as the whole word. */
function wordEnd(lower: string, from: number, locale: string): number {
  if (undivided.has(locale.slice(0, 2))) return from;
  let end = from;
  while (end < lower.length && end - from < 20 && /[\p{L}\p{M}]/u.test(lower.charAt(end))) end++;
  return end;
}
