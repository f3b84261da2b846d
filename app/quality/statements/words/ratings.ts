import { otherRatings, ratingRows } from "../../language/data/rating-rows.ts";
import { foldedText } from "../../language/word-trie.ts";
import { unitAt } from "../../quantities/unit-at.ts";
import type { PropertyStatement } from "../statement.ts";
import { localesOf } from "./effects.ts";
import type { Scan } from "./scan-words.ts";

/** What buyers' ratings are compared by. */
export const ratingConcept = "proof:rating";
/** A field that holds nothing but such a number, whatever it is called: it may be one. */
export const scoreConcept = "score";

const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", sr: "hr", bs: "hr", ms: "id" };
const undivided = new Set(["ja", "zh", "ko", "th"]);
/** A number as ratings are given in: one sign before the point, or ten. */
const scores = /(?<![\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\d.,/×-])(?:10|\d)[.,]\d{1,2}(?![.,]?\d)/gu;
/** Signs of points, which read as minutes or as other units else. */
const points = /^ ?(?:[点點分점](?!钟|鐘|間)|من\s|stars?|★|⭐)/u;
const onlyScore = /^\s*(?:10|\d)[.,]\d{1,2}(?:\s?(?:\/|of|out of)\s?\d{1,2})?\s*$/u;
const clauseEnds = /[!?;\n。！？]|[.,](?=\s)/u;
const reach = 28;
const reachUndivided = 8;
const mostScores = 20;
/** A longer value is a text of its own. */
const longestField = 200;

/**
 * Numbers that are ratings of buyers: "rated 4.9 by 12,000 buyers", "4,9 Sterne"; of a field also those that its name makes
 * ratings. Numbers with a unit are none.
 */
export function ratingsIn(scan: Scan): PropertyStatement[] {
  const { name, text, lower } = scan;
  if (lower.length !== text.length) return [];
  if (name !== undefined && text.length <= longestField && isRatingField(scan, name))
    return [whole(text, ratingConcept)];
  if (name !== undefined && onlyScore.test(text)) return [whole(text, scoreConcept)];
  const found: PropertyStatement[] = [];
  let words: RegExp | null | undefined;
  for (const { 0: score, index } of lower.matchAll(scores)) {
    words ??= wordsOf(scan);
    if (words === null || found.length >= mostScores) break;
    const bare = index + score.length;
    const point = points.exec(lower.slice(bare, bare + 8))?.[0].trimEnd();
    if (point === undefined && hasUnit(scan, bare)) continue;
    const place = besideWords(scan, words, { start: index, end: bare + (point ?? "").length });
    if (place) found.push(statementAt(text, place));
  }
  return found;
}

/** A field that holds a number, and whose name is one of ratings. */
function isRatingField(scan: Scan, name: string): boolean {
  if (!/\d/u.test(scan.text)) return false;
  const words = wordsOf(scan);
  const lower = foldedText(name).replace(/[_-]+/gu, " ");
  return (words?.test(` ${lower} `) ?? false) && !technical.test(lower);
}

const technical = new RegExp(`(?:^|\\s)(?:${otherRatings})s? rat(?:ing|ed)`, "u");

/** Where the word of a rating and its number stand together in one clause. */
function besideWords(
  { lower, locale }: Scan,
  words: RegExp,
  { start, end }: { start: number; end: number },
): { start: number; end: number } | null {
  const most = undivided.has(locale.slice(0, 2)) ? reachUndivided : reach;
  const before = lower.slice(Math.max(0, start - most), start);
  const clause = before.split(clauseEnds).at(-1) ?? "";
  // The number of another thing between them is what the word speaks of.
  const near = clause.split(/\d/u).at(-1) ?? "";
  const at = near.search(words);
  if (at !== -1 && !technical.test(lower.slice(Math.max(0, start - most - 16), start)))
    return { start: start - near.length + at, end };
  const [after = ""] = lower.slice(end, end + most).split(clauseEnds);
  const behind = words.exec(after.split(/\d/u)[0] ?? "");
  return behind ? { start, end: end + behind.index + behind[0].trimEnd().length } : null;
}

function hasUnit({ text, locale }: Scan, end: number): boolean {
  const { units } = unitAt(text, end, locale);
  return units.length > 0 && !units.includes(null);
}

function statementAt(text: string, at: { start: number; end: number }, concept = ratingConcept): PropertyStatement {
  const quote = text.slice(at.start, at.end);
  return { kind: "property", concept, polarity: "affirmed", provable: "test", at, quote };
}

function whole(text: string, concept: string): PropertyStatement {
  return statementAt(text, { start: 0, end: text.length }, concept);
}

const made = new Map<string, RegExp | null>();

/** The words of the text's language, and for facts the English ones. */
function wordsOf(scan: Scan): RegExp | null {
  const key = localesOf(scan)
    .map((locale) => locale.split(/[-_]/u)[0]?.toLowerCase() ?? "")
    .join(" ");
  const known = made.get(key);
  if (known !== undefined) return known;
  const rows = key.split(" ").flatMap((language) => {
    const row = ratingRows[readAs[language] ?? language];
    if (row === undefined) return [];
    return [undivided.has(language) ? `(?:${row})` : `(?<![\\p{L}\\p{M}])(?:${row})[\\p{L}\\p{M}]*`];
  });
  const fresh = rows.length === 0 ? null : new RegExp(rows.join("|"), "u");
  made.set(key, fresh);
  return fresh;
}

/** Statements of ratings that overlap are one: "Rated 4.9 stars". */
export function joinRatings(text: string, found: readonly PropertyStatement[]): PropertyStatement[] {
  const joined: PropertyStatement[] = [];
  for (const one of found.toSorted((a, b) => a.at.start - b.at.start)) {
    const last = joined.at(-1);
    if (!last || last.at.end < one.at.start) joined.push(one);
    else
      joined[joined.length - 1] = statementAt(text, { start: last.at.start, end: Math.max(last.at.end, one.at.end) });
  }
  return joined;
}
