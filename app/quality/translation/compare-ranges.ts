import { rangeSign } from "../quantities/signs-before.ts";
import type { Unit } from "../quantities/unit.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import type { SaidNumber } from "./numbers/said-number.ts";
import type { Difference, Place, Side } from "./side.ts";

/** Two numbers of one measure, `2–3 weeks`. */
interface Range extends Place {
  from: number;
  to: number;
  /** of the second number; null where none is known */
  unit: Unit | null;
}

const mostRanges = 200;
const mostBetween = 8;

/**
 * Ranges that are the source's but for their unit, though another number of theirs stands elsewhere ("2–3 weeks" as "2–3 Tage" beside
 * "3 letters"), and ranges that changed places between what they are said of. The last is worth a look.
 */
export function compareRanges(source: Side, target: Side): Difference[] {
  const [before, after] = [rangesOf(source), rangesOf(target)];
  const inOtherUnits = before.flatMap((one): Difference[] => {
    const same = after.filter(({ from, to }) => from === one.from && to === one.to);
    const [other] = same;
    if (!other || same.length > 1 || !differInUnit(one, other)) return [];
    return before.some((two) => two !== one && two.from === one.from && two.to === one.to)
      ? []
      : [{ kind: "changed", source: one, target: other }];
  });
  return inOtherUnits.length > 0 ? inOtherUnits : changedOrder(before, after);
}

/** The same ranges one after the other, in another order. */
function changedOrder(before: readonly Range[], after: readonly Range[]): Difference[] {
  if (before.length < 2 || before.length !== after.length) return [];
  const key = ({ from, to }: Range) => `${from} ${to}`;
  const isSameSet = before.map(key).toSorted().join() === after.map(key).toSorted().join();
  if (!isSameSet) return [];
  return before.flatMap((source, i): Difference[] => {
    const target = after[i];
    if (!target || key(source) === key(target) || !isOneMeasure(source, target)) return [];
    return [{ kind: "changed", source, target, doubtful: true }];
  });
}

function differInUnit(one: Range, other: Range): boolean {
  if (!one.unit || !other.unit || one.unit.dimension !== other.unit.dimension) return false;
  return one.unit.factor !== other.unit.factor;
}

function isOneMeasure(one: Range, other: Range): boolean {
  return one.unit?.dimension === other.unit?.dimension;
}

function rangesOf(side: Side): Range[] {
  const { numbers } = readNumbers(side);
  const ranges: Range[] = [];
  for (let i = 0; i + 1 < numbers.length && ranges.length < mostRanges; i++) {
    const [first, second] = [numbers[i], numbers[i + 1]];
    if (!first || !second || first.spelled || second.spelled) continue;
    const between = side.text.slice(first.end, second.start);
    if (between.length > mostBetween || !isDash(between)) continue;
    const [from, to] = [amountOf(first), amountOf(second)];
    if (!from || !to || from.value >= to.value) continue;
    const quote = side.text.slice(first.start, second.end);
    ranges.push({ from: from.value, to: to.value, unit: to.unit, quote, start: first.start, end: second.end });
    i++;
  }
  return ranges;
}

/** "and" and "or" join what are two numbers. */
function isDash(between: string): boolean {
  return rangeSign.test(between) && !/^\s?(?:e|y|i|und|and|et|و)\s?$/iu.test(between);
}

function amountOf({ meanings }: SaidNumber): { value: number; unit: Unit | null } | null {
  const amounts = meanings.flatMap((one) => (one.kind === "amount" ? [one] : []));
  return amounts.find(({ unit }) => unit !== null) ?? amounts[0] ?? null;
}
