import { type Proof, proofRows } from "../../language/data/proof-rows.ts";
import { negationWords } from "../../language/negation-words.ts";
import type { PropertyStatement } from "../statement.ts";
import { isQuestion, type Scan } from "./scan-words.ts";

interface Patterns {
  kinds: readonly Proof[];
  /** a group for each kind, in their order */
  words: RegExp;
}

const undivided = new Set(["ja", "zh", "ko", "th"]);
const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", sr: "hr", bs: "hr" };
const made = new Map<string, Patterns | null>();
/** Signs around a word in which one that denies may be meant of it. */
const reach = 40;
const mostTries = 200;

/**
 * Claims that single words give away: awards, tests, safety, the environment. A fact that speaks of the same kind supports them;
 * which award and whose test is for the readers of names.
 */
export function proofsIn(scan: Scan): PropertyStatement[] {
  const patterns = patternsOf(scan.locale);
  if (!patterns) return [];
  const { lower, text, locale } = scan;
  const found: PropertyStatement[] = [];
  let tries = 0;
  for (const match of lower.matchAll(patterns.words)) {
    if (++tries > mostTries) break;
    const provable = patterns.kinds[match.slice(1).findIndex((group) => group !== undefined)];
    const [start, end] = [match.index, wordEnd(lower, match.index + match[0].length, locale)];
    if (provable === undefined || isQuestion(scan, end)) continue;
    const around = lower.slice(Math.max(0, start - reach), end + reach / 2);
    if (provable !== "safety" && negationWords(locale)?.negates(around)) continue;
    const quote = text.slice(start, end);
    found.push({
      kind: "property",
      concept: `proof:${provable}`,
      polarity: "affirmed",
      provable,
      at: { start, end },
      quote,
    });
  }
  return found;
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
