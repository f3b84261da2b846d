import { type ProofKey, type ProofRow, proofKinds, proofRows, proofsOfFacts } from "../../language/data/proof-rows.ts";
import { negationWords } from "../../language/negation-words.ts";
import { isNoValue } from "../../language/no-value.ts";
import { yesNoOf } from "../../language/yes-no.ts";
import type { PropertyStatement } from "../statement.ts";
import { isQuestion, type Scan } from "./scan-words.ts";

interface Patterns {
  keys: readonly ProofKey[];
  /** a group for each key, in their order */
  words: RegExp;
}

const undivided = new Set(["ja", "zh", "ko", "th"]);
const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", sr: "hr", bs: "hr" };
/** "And", "the", "for" that are written as one with the next word. */
const prefixes: Readonly<Record<string, string>> = { ar: "(?:و?(?:ال|لل|بال|ب|ل)?)", he: "[והבלמשכ]{0,2}" };
const made = new Map<string, Patterns | null>();
/** Signs around a word in which one that denies may be meant of it. */
const reach = 40;
const reachUndivided = 10;
const mostTries = 200;

/**
 * Claims that single words give away: awards, tests, safety, the environment. A fact that speaks of the same supports them, in
 * whatever language; which award and whose test is for the readers of names. What facts say is read generously, and in English too.
 */
export function proofsIn(scan: Scan): PropertyStatement[] {
  const own = foundBy(patternsOf(scan.locale), scan, scan.locale);
  return isEnglishToo(scan) ? [...own, ...factPatterns().flatMap((patterns) => foundBy(patterns, scan, "en"))] : own;
}

/** A field's value, whose language nobody knows, or words in Latin letters where another script is the text's own. */
export function isEnglishToo({ name, locale, lower }: Scan): boolean {
  if (name !== undefined) return true;
  return ownScripts.has(locale.slice(0, 2)) && !/[^\0-\u024f\u2000-\u206f]/.test(lower);
}

const ownScripts = new Set(["ja", "zh", "ko", "th", "ru", "uk", "bg", "el", "ar", "he", "hi"]);

function foundBy(patterns: Patterns | null, scan: Scan, locale: string): PropertyStatement[] {
  if (!patterns) return [];
  const { lower, text } = scan;
  const isUndivided = undivided.has(locale.slice(0, 2));
  const found: PropertyStatement[] = [];
  let tries = 0;
  for (const match of lower.matchAll(patterns.words)) {
    if (++tries > mostTries) break;
    const key = patterns.keys[match.slice(1).findIndex((group) => group !== undefined)];
    const [start, end] = [match.index, wordEnd(lower, match.index + match[0].length, isUndivided)];
    if (key === undefined || isQuestion(scan, end)) continue;
    if (key !== "safety" && isDeniedAround(lower, { start, end, locale, isUndivided })) continue;
    found.push(statementOf(key, { start, end }, text.slice(start, end)));
  }
  return found.length > 0 || !scan.name ? found : ofName(patterns, scan);
}

/** `Tested by: an institute`: the name says what kind of proof the value is. */
function ofName({ keys, words }: Patterns, { name = "", text }: Scan): PropertyStatement[] {
  if (isNoValue(text) || yesNoOf(text) !== null) return [];
  words.lastIndex = 0;
  const match = words.exec(name.toLowerCase());
  words.lastIndex = 0;
  const key = match ? keys[match.slice(1).findIndex((group) => group !== undefined)] : undefined;
  return key === undefined ? [] : [statementOf(key, { start: 0, end: text.length }, text)];
}

function statementOf(key: ProofKey, at: { start: number; end: number }, quote: string): PropertyStatement {
  const provable = proofKinds[key];
  return {
    kind: "property",
    concept: key === provable ? `proof:${key}` : key,
    polarity: "affirmed",
    provable,
    at,
    quote,
  };
}

const clauseEnds = /[.!?;\n。!?！？；，,()]/u;

/** A word that denies in the same clause, outside the words themselves: "without plastic" is a claim of its own. */
function isDeniedAround(
  lower: string,
  { start, end, locale, isUndivided }: { start: number; end: number; locale: string; isUndivided: boolean },
): boolean {
  const words = negationWords(locale);
  if (!words) return false;
  const most = isUndivided ? reachUndivided : reach;
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
  const keys = (Object.keys(row) as ProofKey[]).filter((key) => row[key] !== undefined);
  const groups = keys.map((key) => `(${row[key]})`).join("|");
  const beginning = undivided.has(language) ? "" : `(?<![\\p{L}\\p{M}])${prefixes[language] ?? ""}`;
  return { keys, words: new RegExp(`${beginning}(?:${groups})`, "gu") };
}

/** The beginning of a word is shown as the whole word. */
function wordEnd(lower: string, from: number, isUndivided: boolean): number {
  if (isUndivided) return from;
  let end = from;
  while (end < lower.length && end - from < 20 && /[\p{L}\p{M}]/u.test(lower.charAt(end))) end++;
  return end;
}
