import { type EffectRow, effectRows } from "../../language/data/effect-rows.ts";
import { type PairRow, pairRows } from "../../language/data/pair-rows.ts";
import { type FindWords, findByBeginning } from "../../language/find-by-beginning.ts";
import { negationWords } from "../../language/negation-words.ts";
import { foldedText } from "../../language/word-trie.ts";
import type { PropertyStatement } from "../statement.ts";
import { provableOf } from "./provable-concepts.ts";
import { isQuestion, type Scan } from "./scan-words.ts";

interface Concept {
  /** as `provable-concepts.ts` knows it */
  name: string;
  /** null: what it is about says it alone */
  does: RegExp | null;
  /** how far the doing word may be, in signs */
  reach: number;
}

const undivided = new Set(["ja", "zh", "ko", "th"]);
const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", sr: "hr", bs: "hr" };
const made = new Map<string, FindWords<Concept> | null>();
/** "And", "the", "for" that are written as one with the next word. */
export const prefixes: Readonly<Record<string, string>> = {
  ar: "(?:و?(?:ال|لل|بال|ب|ل)?)",
  he: "[והבלמשכ]{0,2}",
};
/** How far the doing word may be from what it is done to, in signs. */
const reach = 60;
const reachOfPair = 45;
const reachUndivided = 20;
/** A longer value is a text of its own, whose sentences say what they are about. */
const longestValue = 200;
/** After so many the text is beyond doubt. */
const mostTries = 200;

/**
 * Claims that a product does something to the body or the environment, or is safe for someone: "relieves back pain", "senkt den
 * Cholesterinspiegel", "kind to the planet". Each names what it is about, so that a fact in another language supports it. A clause
 * that denies, limits or asks claims nothing.
 */
export function effectsIn(scan: Scan): PropertyStatement[] {
  const found = new Map<string, PropertyStatement>();
  for (const locale of localesOf(scan)) {
    const find = wordsOf(locale);
    if (!find) continue;
    readEffects(scan, { find, locale, found });
    const words = withName(scan);
    if (!words) continue;
    const ofField = new Map<string, PropertyStatement>();
    readEffects(words, { find, locale, found: ofField });
    const { text } = scan;
    const place = { at: { start: 0, end: text.length }, quote: text };
    for (const [concept, one] of ofField) if (!found.has(concept)) found.set(concept, { ...one, ...place });
  }
  return [...found.values()];
}

const named = new WeakMap<Scan, Scan>();

/**
 * A value behind its name, where the name is a part of the phrase: "Effect: promotes blood circulation", "Recommended by:
 * physiotherapists". Null without a name, and for a longer value, which is a text of its own.
 */
export function withName(scan: Scan): Scan | null {
  const { name, text } = scan;
  if (name === undefined || name === "" || text.length > longestValue) return null;
  const known = named.get(scan);
  if (known) return known;
  const words = `${name.replaceAll("_", " ")} ${text}`;
  const fresh = { ...scan, text: words, lower: foldedText(words), sentence: { from: 0, to: 0, asks: false } };
  named.set(scan, fresh);
  return fresh;
}

/** The languages that a text is read in: facts are often English, whatever the shop's language. */
export function localesOf({ locale, name, lower }: Scan): string[] {
  if (locale.startsWith("en")) return [locale];
  const isLatin = ownScripts.has(locale.slice(0, 2)) && !/[^\0-\u024f\u2000-\u206f]/.test(lower);
  return name !== undefined || isLatin ? [locale, "en"] : [locale];
}

const ownScripts = new Set(["ja", "zh", "ko", "th", "ru", "uk", "bg", "el", "ar", "he", "hi"]);

function readEffects(
  scan: Scan,
  { find, locale, found }: { find: FindWords<Concept>; locale: string; found: Map<string, PropertyStatement> },
): void {
  const { lower, text } = scan;
  for (const { key: one, start, end } of find(lower, mostTries)) {
    if (found.has(one.name)) continue;
    const [from, to] = clauseAround(lower, start, end, one.reach);
    const clause = lower.slice(from, to);
    if (one.does && !doesBeside(one.does, clause, start - from, end - from)) continue;
    const beside = `${clause.slice(0, start - from)} ${clause.slice(end - from)}`;
    // "Takes away headaches" denies nothing, and what cannot tip is said by denying.
    const around = one.does ? beside.replaceAll(one.does, " ") : beside;
    const isDenied = one.name !== "tip-proof" && negationWords(locale)?.negates(around);
    if (isDenied || isQuestion(scan, end)) continue;
    const first = one.does ? from + clause.length - clause.trimStart().length : start;
    const quote = text.slice(first, one.does ? to : end).trimEnd();
    const at = { start: first, end: first + quote.length };
    const provable = provableOf(one.name);
    found.set(one.name, { kind: "property", concept: one.name, polarity: "affirmed", provable, at, quote });
  }
}

function wordsOf(locale: string): FindWords<Concept> | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = effectRows[readAs[language] ?? language];
  const fresh = row ? findsOf(row, pairRows[readAs[language] ?? language] ?? {}, language) : null;
  made.set(language, fresh);
  return fresh;
}

function findsOf({ does, on }: EffectRow, pairs: PairRow, language: string): FindWords<Concept> {
  const anywhere = undivided.has(language);
  const prefix = prefixes[language] ?? "";
  const of = (words: string) => new RegExp(`${anywhere ? "" : `(?<![\\p{L}\\p{M}])${prefix}`}(?:${words})`, "gu");
  const ofEffects = of(does);
  const effects = Object.entries(on).map(([key, words]) => ({
    key: { name: `effect:${key}`, does: ofEffects, reach: anywhere ? reachUndivided : reach },
    words,
  }));
  const ofPairs = Object.entries(pairs).map(([name, [doing, words]]) => ({
    key: { name, does: doing === "" ? null : of(doing), reach: anywhere ? reachUndivided : reachOfPair },
    words,
  }));
  return findByBeginning<Concept>([...effects, ...ofPairs], { prefix, anywhere });
}

/** A word that does something, outside the words that it is done to. */
function doesBeside(does: RegExp, clause: string, start: number, end: number): boolean {
  for (const { index } of clause.matchAll(does)) if (index < start || index >= end) return true;
  return false;
}

const ends = new Set([...".!?;:\n。!?;:！？；：•()（）"]);

/** The words around a place up to the ends of its clause, or as far as words belong together. */
function clauseAround(lower: string, start: number, end: number, most: number): [from: number, to: number] {
  let [from, to] = [start, end];
  while (from > 0 && start - from < most && !ends.has(lower.charAt(from - 1))) from--;
  while (to < lower.length && to - end < most && !ends.has(lower.charAt(to))) to++;
  return [from, to];
}
