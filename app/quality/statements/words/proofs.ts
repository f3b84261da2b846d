import { type Proof, proofRows } from "../../language/data/proof-rows.ts";
import { negationWords } from "../../language/negation-words.ts";
import { foldedText } from "../../language/word-trie.ts";
import type { PropertyStatement } from "../statement.ts";
import { localesOf } from "./effects.ts";
import { provableOf } from "./provable-concepts.ts";
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
/** Proofs that are properties, which a fact may name in other words. */
const concepts: ReadonlySet<Proof> = new Set(["non-toxic", "choking-safe"]);
/** Signs around a word in which one that denies may be meant of it. */
const reach = 40;
const mostTries = 200;
/** A longer value is a text of its own. */
const longestValue = 200;

/**
 * Claims that single words give away: awards, tests, safety, the environment. A fact that speaks of the same kind supports them;
 * which award and whose test is for the readers of names.
 */
export function proofsIn(scan: Scan): PropertyStatement[] {
  const found: PropertyStatement[] = [];
  for (const locale of localesOf(scan)) {
    const patterns = patternsOf(locale);
    if (!patterns) continue;
    readProofs(scan, patterns, locale, found);
    const { name, text } = scan;
    if (name === undefined || name === "" || text.length > longestValue) continue;
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
  return found;
}

function readProofs(scan: Scan, patterns: Patterns, locale: string, found: PropertyStatement[]): void {
  const { lower, text } = scan;
  let tries = 0;
  for (const match of lower.matchAll(patterns.words)) {
    if (++tries > mostTries) break;
    const proof = patterns.kinds[match.slice(1).findIndex((group) => group !== undefined)];
    const [start, end] = [match.index, wordEnd(lower, match.index + match[0].length, locale)];
    if (proof === undefined || isQuestion(scan, end)) continue;
    const around = lower.slice(Math.max(0, start - reach), end + reach / 2);
    if (!saidByDenying.has(proof) && negationWords(locale)?.negates(around)) continue;
    const concept = concepts.has(proof) ? proof : `proof:${proof}`;
    const quote = text.slice(start, end);
    const at = { start, end };
    found.push({ kind: "property", concept, polarity: "affirmed", provable: provableOf(concept), at, quote });
  }
}

function patternsOf(locale: string): Patterns | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = proofRows[readAs[language] ?? language];
  const fresh = row ? compiled(row, undivided.has(language)) : null;
  made.set(language, fresh);
  return fresh;
}

function compiled(row: Partial<Record<Proof, string>>, isUndivided: boolean): Patterns {
  const kinds = (Object.keys(row) as Proof[]).filter((kind) => row[kind] !== undefined);
  const groups = kinds.map((kind) => `(${row[kind]})`).join("|");
  return { kinds, words: new RegExp(`${isUndivided ? "" : "(?<![\\p{L}\\p{M}])"}(?:${groups})`, "gu") };
}

/** The beginning of a word is shown as the whole word. */
function wordEnd(lower: string, from: number, locale: string): number {
  if (undivided.has(locale.slice(0, 2))) return from;
  let end = from;
  while (end < lower.length && end - from < 20 && /[\p{L}\p{M}]/u.test(lower.charAt(end))) end++;
  return end;
}
