import type { Unit } from "../quantities/unit.ts";
import { changedPlaces, piecesOf } from "./changed-places.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import { WordsOfSide } from "./numbers/said-in-words.ts";
import type { SaidNumber } from "./numbers/said-number.ts";
import { differInUnitAlone, isSame, sharesDimension } from "./numbers/same-number.ts";
import { type Difference, pairUp, type Side } from "./side.ts";

/**
 * The numbers that a translation does not say as its source does: compared as values with their units, whatever the sign of
 * decimals and of groups, the digits' script, or the place of the unit. Dates and times of day are compared as what they mean. A
 * number in words may become one in digits and the reverse. Codes are compared letter by letter. A conversion of inches to
 * centimetres is another number.
 */
export function compareNumbers(source: Side, target: Side): Difference[] {
  const [before, after] = [readNumbers(source), readNumbers(target)];
  const left = takenApart(pairNumbers(before.numbers, after.numbers));
  const isOpen = before.isRoundTheClock || after.isRoundTheClock;
  const pairedAfter = pairedWords(after.numbers, left.added);
  const pairedBefore = pairedWords(before.numbers, left.missing);
  const words = new WordsOfSide(target);
  const wordsBefore = new WordsOfSide(source);
  const isSaid = (one: SaidNumber) => words.say(one, pairedAfter) && !left.added.some((other) => isRival(one, other));
  const unsaid = (one: SaidNumber) => mustBeSaid(one) && !(isOpen && isOfDayAndWeek(one)) && !isSaid(one);
  const unbacked = (one: SaidNumber) =>
    mustBeSaid(one) && !(isOpen && isOfDayAndWeek(one)) && !wordsBefore.say(one, pairedBefore);
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

/** Each number with its counterpart, by what it says. */
export function pairNumbers(sources: readonly SaidNumber[], targets: readonly SaidNumber[]): Left {
  return pairUp(sources, targets, [
    (a, b) => isSame(a, b, { unitsKnown: true }),
    (a, b) => isSame(a, b, { unitsKnown: false }),
  ]);
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
}

const betweenLines = /\n/g;
const betweenSentences = /\n|(?<=[.!?])\s+|[。！？]/g;

/** Numbers that changed places between lines, or amounts of one measure between sentences. */
function inOtherPlaces(before: Numbered, after: Numbered): Difference[] {
  const told = (between: RegExp) =>
    changedPlaces(inPieces(before, between), inPieces(after, between), pairNumbers).filter(
      ({ source, target }) => !source.isLoose && !target.isLoose,
    );
  const inLines = told(betweenLines);
  const moved =
    inLines.length > 0 ? inLines : told(betweenSentences).filter(({ source, target }) => isOneMeasure(source, target));
  return moved.map(({ source, target }): Difference => {
    const isSure = inLines.length > 0 && isOneMeasure(source, target);
    return { kind: "changed", source, target, ...(isSure ? {} : { doubtful: true }) };
  });
}

function inPieces({ side, numbers }: Numbered, between: RegExp): SaidNumber[][] {
  const pieces = piecesOf(side.text, between);
  let at = 0;
  return pieces.map(({ end }) => {
    const from = at;
    while (at < numbers.length && (numbers[at]?.start ?? 0) < end) at++;
    return numbers.slice(from, at);
  });
}

/** Both are amounts of the same known measure. */
function isOneMeasure(a: SaidNumber, b: SaidNumber): boolean {
  const hasUnit = ({ meanings }: SaidNumber) => meanings.every((one) => one.kind !== "amount" || one.unit !== null);
  return hasUnit(a) && hasUnit(b) && sharesDimension(a, b);
}

interface Left {
  missing: SaidNumber[];
  added: SaidNumber[];
}

/** Dates, ratings and times that have no counterpart as a whole, and may have one for each of their numbers. */
function takenApart({ missing, added }: Left): Left {
  const sources = new Set(missing);
  const targets = new Set(added);
  takeWholes(sources, targets);
  takeWholes(targets, sources);
  return { missing: [...sources], added: [...targets] };
}

/** Takes out what several numbers of the other side say together. */
function takeWholes(wholes: Set<SaidNumber>, others: Set<SaidNumber>): void {
  for (const whole of wholes) {
    if (whole.parts.length === 0) continue;
    const taken = new Set<SaidNumber>();
    for (const part of whole.parts) {
      const one = [...others].find((other) => !taken.has(other) && saysPlainly(other, part));
      if (one) taken.add(one);
    }
    if (taken.size < whole.parts.length) continue;
    wholes.delete(whole);
    for (const one of taken) others.delete(one);
  }
}

function saysPlainly({ meanings }: SaidNumber, value: number): boolean {
  return meanings.some((one) => one.kind === "amount" && one.value === value);
}

/** "deux ans" for one year: another number of the same measure, in words. */
function isRival(one: SaidNumber, other: SaidNumber): boolean {
  return other.spelled && saysPlainly(one, 1) && !saysPlainly(other, 1) && isOneMeasure(one, other);
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
