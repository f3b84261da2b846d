import type { Quantity } from "./quantity.ts";
import { type Dimension, inBase, type Unit } from "./unit.ts";

/** A rounded conversion between metric and imperial, or between days and months, may differ by so much. */
const conversionTolerance = 0.02;
const exactTolerance = 1e-9;
/** "about 200 g" may be rounded by no more, or to the next whole step by a little more. */
const roundingTolerance = 0.1;
const stepTolerance = 0.2;
const week = 604_800;

/** "Up to 15 inches": a laptop of 14 fits as well, and of half the size nobody speaks. */
const fitting: ReadonlySet<Dimension> = new Set(["length", "mass", "volume", "temperature"]);
const leastShare = 2;

/** One value and, of several pieces, their sum. */
export function valuesOf({ values, times }: Quantity): number[] {
  return times === undefined ? values : [...values, ...values.map((value) => value * times)];
}

/** The values in the base of a dimension; none when it has no unit of it. */
export function basesOf({ values, units }: Quantity, dimension: Dimension): number[] {
  const unit = units.find((one) => one?.dimension === dimension);
  return unit ? values.map((value) => inBase(value, unit)) : [];
}

/**
 * The fact gives the text's value, or a range that the text's value or range lies in. "At least" and "under" hold by what they
 * mean; "up to" claims its value.
 */
export function measuresAgree(quantity: Quantity, unit: Unit, known: Quantity, knownUnit: Unit): boolean {
  const facts = valuesOf(known).map((value) => inBase(value, knownUnit));
  const ends = (known.to ?? []).map((value) => inBase(value, knownUnit));
  const is = (value: number) => (fact: number) => isSameValue(quantity, value, unit, fact, knownUnit);
  if (quantity.to) {
    const isLow = quantity.values.some((value) => facts.some(is(value)));
    const isHigh = quantity.to.some((value) => [...ends, ...facts].some(is(value)));
    return known.to !== undefined && ((isLow && isHigh) || isWithin(quantity, unit, facts, ends));
  }
  return valuesOf(quantity).some((value) => {
    const base = inBase(value, unit);
    if ([...facts, ...ends].some(is(value))) return true;
    if (ends.length > 0 && base >= Math.min(...facts) && base <= Math.max(...ends)) return true;
    if (known.to !== undefined) return false;
    if (known.bound === "up_to" && quantity.bound !== "up_to" && fitting.has(unit.dimension))
      return facts.some((fact) => base <= fact && base * leastShare >= fact);
    if (quantity.bound === "at_least" || quantity.bound === "above") return facts.some((fact) => fact >= base);
    return quantity.bound === "below" && facts.some((fact) => fact <= base);
  });
}

function isWithin(quantity: Quantity, unit: Unit, lows: readonly number[], highs: readonly number[]): boolean {
  const low = Math.min(...quantity.values.map((value) => inBase(value, unit)));
  const high = Math.max(...(quantity.to ?? []).map((value) => inBase(value, unit)));
  return low >= Math.min(...lows) && high <= Math.max(...highs);
}

/**
 * A value of a text is that of a fact: to the digit within one system, rounded where the text says "about", and within the
 * tolerance of a conversion across systems.
 * @param fact in the base of the dimension
 */
export function isSameValue(quantity: Quantity, value: number, unit: Unit, fact: number, knownUnit: Unit): boolean {
  const base = inBase(value, unit);
  const difference = Math.abs(base - fact);
  const size = Math.max(Math.abs(base), Math.abs(fact));
  if (difference <= size * exactTolerance) return true;
  const step = (quantity.step ?? 0) * unit.factor;
  const isOfStep = step > 0 && difference <= step / 2 + size * exactTolerance;
  if (quantity.bound === "about")
    return difference <= size * roundingTolerance || (isOfStep && difference <= size * stepTolerance);
  if (!isConversion(unit, knownUnit)) return false;
  return difference <= size * conversionTolerance || (isOfStep && difference <= size * roundingTolerance);
}

/** Between systems, and between days or weeks and months or years. */
function isConversion(unit: Unit, other: Unit): boolean {
  if (unit.system !== other.system) return true;
  return unit.dimension === "time" && unit.factor > week !== other.factor > week;
}
