import { type EffectRow, effectRows } from "../../language/data/effect-rows.ts";
import { negationWords } from "../../language/negation-words.ts";
import type { PropertyStatement } from "../statement.ts";
import { isQuestion, type Scan } from "./scan-words.ts";

interface Patterns {
  does: RegExp;
  /** a group for each concept, in the order of `concepts` */
  on: RegExp;
  concepts: readonly string[];
  undivided: boolean;
}

const undivided = new Set(["ja", "zh", "ko", "th"]);
const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", sr: "hr", bs: "hr" };
const made = new Map<string, Patterns | null>();
/** How far the doing word may be from what it is done to, in signs. */
const reach = 60;
const reachUndivided = 20;
/** After so many the text is beyond doubt. */
const mostTries = 200;

/**
 * Claims that a product does something to the body: "relieves back pain", "senkt den Cholesterinspiegel". Each names what it is
 * about, so that a fact in another language supports it. A clause that denies, limits or asks claims nothing.
 */
export function effectsIn(scan: Scan): PropertyStatement[] {
  const patterns = patternsOf(scan.locale);
  if (!patterns) return [];
  const { lower, text, locale } = scan;
  const found = new Map<string, PropertyStatement>();
  let tries = 0;
  for (const match of lower.matchAll(patterns.on)) {
    if (++tries > mostTries) break;
    const concept = `effect:${patterns.concepts[match.slice(1).findIndex((group) => group !== undefined)]}`;
    if (found.has(concept)) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const [from, to] = clauseAround(lower, start, end, patterns.undivided ? reachUndivided : reach);
    const clause = lower.slice(from, to);
    if (!doesBeside(patterns.does, clause, start - from, end - from)) continue;
    if (negationWords(locale)?.negates(clause) || isQuestion(scan, end)) continue;
    const first = from + clause.length - clause.trimStart().length;
    const quote = text.slice(first, to).trimEnd();
    const at = { start: first, end: first + quote.length };
    found.set(concept, { kind: "property", concept, polarity: "affirmed", provable: "health", at, quote });
  }
  return [...found.values()];
}

function patternsOf(locale: string): Patterns | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = effectRows[readAs[language] ?? language];
  const fresh = row ? compiled(row, undivided.has(language)) : null;
  made.set(language, fresh);
  return fresh;
}

function compiled({ does, on }: EffectRow, isUndivided: boolean): Patterns {
  const beginning = isUndivided ? "" : "(?<![\\p{L}\\p{M}])";
  const of = (words: string) => new RegExp(`${beginning}(?:${words})`, "gu");
  const groups = Object.values(on).map((words) => `(${words})`);
  return { does: of(does), on: of(groups.join("|")), concepts: Object.keys(on), undivided: isUndivided };
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
