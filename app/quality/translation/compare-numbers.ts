import type { Unit } from "../quantities/unit.ts";
import { changedPlaces, piecesOf } from "./changed-places.ts";
import { withoutTokens } from "./compare-tokens.ts";
import { isFineness } from "./numbers/fineness.ts";
import { type Left, pairLines, pairNumbers, saysPlainly } from "./numbers/pair-numbers.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import { WordsOfSide } from "./numbers/said-in-words.ts";
import type { SaidNumber } from "./numbers/said-number.ts";
import { differInUnitAlone, sharesDimension } from "./numbers/same-number.ts";
import type { Difference, Side } from "./side.ts";

/**
 * The numbers that a translation does not say as its source does: compared as values with their units, whatever the sign of
 * decimals and of groups, the digits' script, or the place of the unit. Dates and times of day are compared as what they mean. A
 * number in words may become one in digits and the reverse. Codes are compared letter by letter. A conversion of inches to
 * centimetres is another number.
 */
export function compareNumbers(written: Side, translated: Side): Difference[] {
  const [source, target] = [inWordsOnly(written), inWordsOnly(translated)];
  const [before, after] = [readNumbers(source), readNumbers(target)];
  const left = pairLines(
    inPieces({ side: source, numbers: before.numbers }, betweenLines),
    inPieces({ side: target, numbers: after.numbers }, betweenLines),
  );
  const isOpen = before.isRoundTheClock || after.isRoundTheClock;
  const pairedAfter = pairedWords(after.numbers, left.added);
  const pairedBefore = pairedWords(before.numbers, left.missing);
  const words = new WordsOfSide(target);
  const wordsBefore = new WordsOfSide(source);
  const hasSameLines = source.text.split("\n").length === target.text.split("\n").length;
  const areBeside = (one: SaidNumber, other: SaidNumber) =>
    !hasSameLines || lineAt(source.text, one.start) === lineAt(target.text, other.start);
  const isSaid = (one: SaidNumber) =>
    words.say(one, pairedAfter) && !left.added.some((other) => isRival(one, other) && areBeside(one, other));
  const unsaid = (one: SaidNumber) =>
    mustBeSaid(one) && !(isOpen && isOfDayAndWeek(one)) && !isSaid(one) && !isFineness(one, after.numbers);
  const unbacked = (one: SaidNumber) =>
    mustBeSaid(one) &&
    !(isOpen && isOfDayAndWeek(one)) &&
    !wordsBefore.say(one, pairedBefore) &&
    !isFineness(one, before.numbers);
  const inWords = {
    missing: left.missing.filter((one) => isCounted(one) && !words.say(one, pairedAfter)),
    added: left.added.filter((one) => isCounted(one) && !wordsBefore.say(one, pairedBefore)),
  };
  const differences = [
    ...told({ missing: left.missing.filter(unsaid), added: left.added.filter(unbacked) }, left),
    ...otherInWords(inWords),
    ...otherNames(left),
  ];
  if (differences.length > 0) return differences;
  return inOtherPlaces({ side: source, numbers: before.numbers }, { side: target, numbers: after.numbers });
}

/** `%1$s` is no dollar. */
function inWordsOnly({ text, locale }: Side): Side {
  return { text: withoutTokens(text), locale };
}

const mostInWords = 3;

/** A count in words: neither an article nor a part. */
function isCounted({ spelled, meanings }: SaidNumber): boolean {
  return spelled && meanings.every((one) => one.kind === "amount" && one.value >= 2 && Number.isInteger(one.value));
}

/** "Two pockets" and "drei Taschen"; idioms hold numbers too, so that it is only worth a look. */
function otherInWords({ missing, added }: Left): Difference[] {
  if (missing.length !== added.length || missing.length > mostInWords) return [];
  return missing.map(
    (source, i): Difference => ({ kind: "changed", source, target: added[i] ?? source, doubtful: true }),
  );
}

/** Another month or another day of the week in the place of the source's. */
function otherNames({ missing, added }: Left): Difference[] {
  return (["date", "weekday"] as const).flatMap((kind): Difference[] => {
    const isOf = ({ meanings }: SaidNumber) => meanings[0]?.kind === kind;
    const source = missing.find((one) => one.isLoose && isOf(one));
    const target = added.find((one) => one.isLoose && isOf(one));
    return source && target ? [{ kind: "changed", source, target, doubtful: true }] : [];
  });
}

interface Numbered {
  side: Side;
  numbers: readonly SaidNumber[];
  /** where the side begins in the text that the numbers' places are of; default: at its start */
  from?: number;
}

const betweenLines = /\n/g;
/** A comma between digits parts nothing. */
const betweenClauses = /\n|(?<=[.!?])\s+|[。！？；，、،؛]|[,;](?!\d)/g;
const betweenSentences = /\n|(?<=[.!?])\s+|[。！？]/g;

/** Numbers that changed places between lines, or amounts of one measure between sentences or clauses of a line. */
function inOtherPlaces(before: Numbered, after: Numbered): Difference[] {
  const told = (one: Numbered, other: Numbered, between: RegExp) =>
    changedPlaces(inPieces(one, between), inPieces(other, between), pairNumbers).filter(
      ({ source, target }) => !source.isLoose && !target.isLoose,
    );
  const inLines = told(before, after, betweenLines);
  const moved =
    inLines.length > 0
      ? inLines
      : sameLines(before, after)
          .flatMap(([one, other]) => {
            const inSentences = told(one, other, betweenSentences);
            return inSentences.length > 0 ? inSentences : told(one, other, betweenClauses);
          })
          .filter(({ source, target }) => isOneMeasure(source, target));
  return moved.map(({ source, target }): Difference => {
    const isSure = inLines.length > 0 && isOneMeasure(source, target);
    return { kind: "changed", source, target, ...(isSure ? {} : { doubtful: true }) };
  });
}

/** Each line with its translation: one that says two sentences in one must not move those of the next. */
function sameLines(before: Numbered, after: Numbered): (readonly [Numbered, Numbered])[] {
  const [lines, others] = [inLinesOf(before), inLinesOf(after)];
  if (lines.length !== others.length) return [[before, after]];
  return lines.map((line, i) => [line, others[i] ?? line] as const);
}

function inLinesOf({ side, numbers }: Numbered): Numbered[] {
  const held = inPieces({ side, numbers }, betweenLines);
  return piecesOf(side.text, betweenLines).map(({ start, end }, line) => ({
    side: { text: side.text.slice(start, end), locale: side.locale },
    numbers: held[line] ?? [],
    from: start,
  }));
}

function inPieces({ side, numbers, from: first = 0 }: Numbered, between: RegExp): SaidNumber[][] {
  const pieces = piecesOf(side.text, between);
  let at = 0;
  return pieces.map(({ end }) => {
    const from = at;
    while (at < numbers.length && (numbers[at]?.start ?? 0) - first < end) at++;
    return numbers.slice(from, at);
  });
}

/** Both are amounts of the same known measure. */
function isOneMeasure(a: SaidNumber, b: SaidNumber): boolean {
  const hasUnit = ({ meanings }: SaidNumber) => meanings.every((one) => one.kind !== "amount" || one.unit !== null);
  return hasUnit(a) && hasUnit(b) && sharesDimension(a, b);
}

/** "deux ans" for one year: another number of the same measure, in words. */
function isRival(one: SaidNumber, other: SaidNumber): boolean {
  return other.spelled && saysPlainly(one, 1) && !saysPlainly(other, 1) && isOneMeasure(one, other);
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** How many numbers in words of a value have their counterpart. */
function pairedWords(all: readonly SaidNumber[], left: readonly SaidNumber[]): (value: number) => number {
  const free = new Set(left);
  return (value) => all.filter((one) => one.spelled && !free.has(one) && saysPlainly(one, value)).length;
}

function isOfDayAndWeek({ meanings }: SaidNumber): boolean {
  return meanings.some((one) => one.kind === "amount" && [24, 7, 365].includes(one.value));
}

/** A missing and an added number of one kind are one that changed. */
function told({ missing, added }: Left, left: Left): Difference[] {
  const differences: Difference[] = [];
  const free = new Set(left.added.filter(({ spelled }) => !spelled));
  for (const source of missing) {
    const candidates = [...free].filter((one) => isCode(one) === isCode(source));
    const target =
      candidates.find((one) => differInUnitAlone(one, source)) ??
      candidates.find((one) => sharesDimension(one, source)) ??
      candidates[0];
    if (target === undefined) {
      differences.push({ kind: "missing", source });
      continue;
    }
    free.delete(target);
    // A word that is not known as a unit may still be one.
    const doubtful = source.ahead.length + target.ahead.length > 0 && differInUnitAlone(source, target);
    differences.push({ kind: "changed", source, target, ...(doubtful ? { doubtful: true } : {}) });
  }
  for (const target of added) if (free.has(target)) differences.push({ kind: "added", target });
  return differences;
}

function isShare(unit: Unit | null): boolean {
  return unit === null || unit.dimension === "percent";
}

function isCode({ meanings }: SaidNumber): boolean {
  return meanings[0]?.kind === "code";
}

function mustBeSaid({ spelled, isLoose, meanings }: SaidNumber): boolean {
  if (spelled || isLoose) return false;
  // "1 pocket" becomes "une poche", the east counts what others put in words, and "0 % alcohol" is "alkoholfrei".
  return !meanings.some(
    (one) =>
      one.kind === "amount" && ((one.value === 1 && one.unit === null) || (one.value === 0 && isShare(one.unit))),
  );
}
