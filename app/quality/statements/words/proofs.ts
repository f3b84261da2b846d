import { type Proof, type ProofRow, proofRows, proofsOfFacts } from "../../language/data/proof-rows.ts";
import { negationWords } from "../../language/negation-words.ts";
import { foldedText } from "../../language/word-trie.ts";
import type { PropertyStatement } from "../statement.ts";
import { localesOf, prefixes } from "./effects.ts";
import { conceptOf, provableOf } from "./provable-concepts.ts";
import { isQuestion, type Scan } from "./scan-words.ts";

interface Patterns {
  kinds: readonly Proof[];
  /** a group for each kind, in their order */
  words: RegExp;
}

const undivided = new Set(["ja", "zh", "ko", "th"]);
const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", sr: "hr", bs: "hr" };
const made = new Map<string, Patterns | null>();
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
/** A longer value is a text of its own. */
const longestValue = 200;

/**
 * Claims that single words give away: awards, tests, safety, the environment. A fact that speaks of the same kind supports them;
 * which award and whose test is for the readers of names. Facts in fields are read generously, and in English too.
 */
export function proofsIn(scan: Scan): PropertyStatement[] {
  const found: PropertyStatement[] = [];
  for (const locale of localesOf(scan)) {
    const own = patternsOf(locale);
    const isFact = scan.name !== undefined && locale.startsWith("en");
    for (const patterns of [...(own ? [own] : []), ...(isFact ? factPatterns() : [])]) {
      readField(scan, patterns, locale, found);
    }
  }
  return found;
}

/** A text, or a value with its name, which is a part of the phrase: "Tested by: an institute". */
function readField(scan: Scan, patterns: Patterns, locale: string, found: PropertyStatement[]): void {
  readProofs(scan, patterns, locale, found);
  const { name, text } = scan;
  if (name === undefined || name === "" || text.length > longestValue) return;
  const words = `${name.replaceAll("_", " ")} ${text}`;
  const ofField: PropertyStatement[] = [];
  readProofs({ ...scan, text: words, lower: foldedText(words) }, patterns, locale, ofField);
  const place = { at: { start: 0, end: text.length }, quote: text };
  found.push(
    ...ofField
      .filter(({ concept }) => !found.some((one) => one.concept === concept))
      .map((one) => ({ ...one, ...place })),
  );
}

function readProofs(scan: Scan, patterns: Patterns, locale: string, found: PropertyStatement[]): void {
  const { lower, text } = scan;
  let tries = 0;
  for (const match of lower.matchAll(patterns.words)) {
    if (++tries > mostTries) break;
    const proof = patterns.kinds[match.slice(1).findIndex((group) => group !== undefined)];
    const at = { start: match.index, end: wordEnd(lower, match.index + match[0].length, locale) };
    if (proof === undefined || isQuestion(scan, at.end)) continue;
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

function patternsOf(locale: string): Patterns | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = proofRows[readAs[language] ?? language];
  const fresh = row ? compiled(row, language) : null;
  made.set(language, fresh);
  return fresh;
}

let ofFacts: readonly Patterns[] | undefined;

/** One by one: the same words may prove several things. */
function factPatterns(): readonly Patterns[] {
  ofFacts ??= Object.entries(proofsOfFacts).map(([key, words]) => compiled({ [key]: words }, "en"));
  return ofFacts;
}

function compiled(row: ProofRow, language: string): Patterns {
  const kinds = (Object.keys(row) as Proof[]).filter((kind) => row[kind] !== undefined);
  const groups = kinds.map((kind) => `(${row[kind]})`).join("|");
  const beginning = undivided.has(language) ? "" : `(?<![\\p{L}\\p{M}])${prefixes[language] ?? ""}`;
  return { kinds, words: new RegExp(`${beginning}(?:${groups})`, "gu") };
}

/** The beginning of a word is shown as the whole word. */
function wordEnd(lower: string, from: number, locale: string): number {
  if (undivided.has(locale.slice(0, 2))) return from;
  let end = from;
  while (end < lower.length && end - from < 20 && /[\p{L}\p{M}]/u.test(lower.charAt(end))) end++;
  return end;
}
