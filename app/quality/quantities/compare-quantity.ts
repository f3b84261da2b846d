import type { Fact } from "../facts/fact.ts";
import type { AgeStatement, Comparison, FactStatement, QuantityStatement } from "../statements/statement.ts";
import { codeKey } from "./codes.ts";
import { mayBeSameCurrency } from "./currencies.ts";
import type { Quantity } from "./read-quantities.ts";
import { inBase, type Unit } from "./unit.ts";

type FactQuantity = QuantityStatement & { fact: Fact };
type FactAge = AgeStatement & { fact: Fact };

/** A rounded conversion between metric and imperial may differ by so much. */
const conversionTolerance = 0.02;
const exactTolerance = 1e-9;
/** "about 300 g" may be rounded by no more. */
const roundingTolerance = 0.05;
const unknown: Comparison = { verdict: "unknown", fact: null, fix: null };
/** Roles under which the same amount is named now one way, now the other. */
const alike: readonly ReadonlySet<string>[] = [
  new Set(["weight", "contents", "net weight"]),
  new Set(["capacity", "contents"]),
  new Set(["temperature", "wash temperature"]),
  new Set(["dimensions", "width", "height", "depth", "length", "diameter", "thickness"]),
  new Set(["weight rating", "grammage"]),
];
const sides: ReadonlySet<string> = new Set(["width", "height", "depth"]);

/**
 * What the facts make of one quantity or age of a text. Refuted only when they are sure to say otherwise: the same role with
 * other values only, another material with that share, the other side, another currency. All else is unknown.
 * @param candidates quantities and ages of the facts; others among them are passed over
 * @param locale of the text, for the number format of `fix`; undefined: as the fact writes it
 */
export function compareQuantity(
  statement: QuantityStatement | AgeStatement,
  candidates: readonly FactStatement[],
  locale?: string,
): Comparison {
  if (statement.kind === "age") return compareAge(statement, candidates);
  const quantities = candidates.filter(isUsable);
  if (statement.quantity.code !== undefined) return compareCode(statement.quantity, quantities, candidates);
  const same = quantities.filter((candidate) => isBacked(statement, candidate));
  const supporting = same.find((candidate) => fits(statement, candidate));
  if (supporting) return { verdict: "supported", fact: supporting.fact, fix: null };
  return refutation(statement, quantities, same, locale) ?? unknown;
}

function isUsable(candidate: FactStatement): candidate is FactQuantity {
  return candidate.kind === "quantity" && candidate.fact.unusable === undefined && candidate.polarity !== "possible";
}

/** A code backs itself, and so do the digits of a SKU or a barcode. */
function compareCode(
  quantity: Quantity,
  quantities: readonly FactQuantity[],
  candidates: readonly FactStatement[],
): Comparison {
  const code = quantity.code ?? "";
  for (const { quantity: known, fact } of quantities) {
    if (known.code === code || known.chain === code) return { verdict: "supported", fact, fix: null };
  }
  const spelled = candidates.find(
    ({ fact }) => fact.unusable === undefined && codeKey(fact.value).includes(code) && code.length > 2,
  );
  if (spelled) return { verdict: "supported", fact: spelled.fact, fix: null };
  const scale = scaleOf(code);
  if (scale === null) return unknown;
  const others = quantities.filter(({ quantity: known }) => known.code !== undefined && scaleOf(known.code) === scale);
  const [other] = others;
  if (!other || other.fact.tier === 3) return unknown;
  return { verdict: "refuted", fact: other.fact, fix: others.length === 1 ? other.quote : null };
}

/** Codes of one scale exclude each other: what is IP54 is not IP67. */
function scaleOf(code: string): string | null {
  return /^(ip|ipx|spf|upf|usb|bt|ik|wifi)\d[\d.]*\+*$/.exec(code)?.[1]?.replace("ipx", "ip") ?? null;
}

/** The fact has that number in that dimension, whatever it measures. */
function isBacked(statement: QuantityStatement, candidate: FactQuantity): boolean {
  const { quantity } = statement;
  const known = candidate.quantity;
  if (known.code !== undefined) return false;
  for (const unit of quantity.units) {
    for (const knownUnit of known.units) {
      if (unit === null || knownUnit === null) {
        if (
          unit === knownUnit &&
          countsTheSame(statement, candidate) &&
          valuesOf(quantity).some((value) => valuesOf(known).includes(value))
        )
          return true;
        continue;
      }
      if (unit.dimension !== knownUnit.dimension) continue;
      if (unit.dimension === "money" && !mayBeSameCurrency(unit.currency, knownUnit.currency)) continue;
      if (agree(quantity, unit, known, knownUnit)) return true;
    }
  }
  return false;
}

function agree(quantity: Quantity, unit: Unit, known: Quantity, knownUnit: Unit): boolean {
  const factBases = valuesOf(known).map((value) => inBase(value, knownUnit));
  const ends = (known.to ?? []).map((value) => inBase(value, knownUnit));
  const claimed = valuesOf(quantity);
  if (quantity.to) {
    const isLow = claimed.some((value) => factBases.some((base) => isSame(quantity, value, unit, base, knownUnit)));
    const isHigh = quantity.to.some((value) =>
      [...ends, ...factBases].some((base) => isSame(quantity, value, unit, base, knownUnit)),
    );
    return (
      (known.to ? isLow && isHigh : isLow || isHigh) ||
      (known.to !== undefined && within(quantity, unit, factBases, ends))
    );
  }
  return claimed.some((value) => {
    const base = inBase(value, unit);
    if ([...factBases, ...ends].some((fact) => isSame(quantity, value, unit, fact, knownUnit))) return true;
    if (ends.length > 0 && base >= Math.min(...factBases) && base <= Math.max(...ends)) return true;
    const isTrueBound = (quantity.bound === "at_least" || quantity.bound === "above") && known.to === undefined;
    if (isTrueBound && factBases.some((fact) => fact >= base)) return true;
    return quantity.bound === "below" && known.to === undefined && factBases.some((fact) => fact <= base);
  });
}

function within(quantity: Quantity, unit: Unit, lows: readonly number[], highs: readonly number[]): boolean {
  const low = Math.min(...quantity.values.map((value) => inBase(value, unit)));
  const high = Math.max(...(quantity.to ?? []).map((value) => inBase(value, unit)));
  return low >= Math.min(...lows) && high <= Math.max(...highs);
}

/** One value and, of several pieces, their sum. */
function valuesOf({ values, times }: Quantity): number[] {
  return times === undefined ? values : [...values, ...values.map((value) => value * times)];
}

function isSame(quantity: Quantity, value: number, unit: Unit, fact: number, knownUnit: Unit): boolean {
  const base = inBase(value, unit);
  const difference = Math.abs(base - fact);
  const size = Math.max(Math.abs(base), Math.abs(fact));
  if (difference <= size * exactTolerance) return true;
  const step = (quantity.step ?? 0) * unit.factor;
  if (unit.system !== knownUnit.system) {
    return (
      difference <= size * conversionTolerance ||
      (step > 0 && difference <= step / 2 && difference <= size * roundingTolerance)
    );
  }
  return (
    quantity.bound === "about" &&
    step > 0 &&
    difference <= step / 2 + size * exactTolerance &&
    difference <= size * roundingTolerance
  );
}

/** A bare number is backed by the same counted noun only. */
function countsTheSame(statement: QuantityStatement, candidate: FactQuantity): boolean {
  if (statement.role !== null && statement.role === candidate.role) return true;
  const words = statement.quantity.counted ?? [];
  const known = candidate.quantity.counted ?? [];
  // A year or a number with no word beside it is backed as it is written.
  if (words.length === 0) return statement.quantity.values.some((value) => value >= 1_000);
  return words.some((word) => known.some((other) => isSameNoun(word, other)));
}

const shortestStem = 4;

function isSameNoun(one: string, other: string): boolean {
  if (one === other) return one.length > 2 || !/^[\p{Script=Latin}]+$/u.test(one);
  const shorter = Math.min(one.length, other.length);
  if (Math.abs(one.length - other.length) > 3 || shorter < 3) return false;
  let common = 0;
  while (common < shorter && one[common] === other[common]) common++;
  return common >= Math.max(Math.min(shortestStem, shorter), shorter - 2);
}

/** The roles do not exclude each other. */
function fits(statement: QuantityStatement, candidate: FactQuantity): boolean {
  if (candidate.fact.kind === "shipping_weight" || candidate.role === "shipping weight")
    return statement.role === "shipping weight";
  return rolesFit(statement.role, candidate.role);
}

function rolesFit(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return true;
  if (one === "dimensions" || other === "dimensions" || !(isSide(one) && isSide(other)))
    return alike.some((roles) => roles.has(one) && roles.has(other));
  return false;
}

function isSide(role: string): boolean {
  return role !== "dimensions" && (alike[3]?.has(role) ?? false);
}

/** A fact that is sure to say otherwise. */
function refutation(
  statement: QuantityStatement,
  quantities: readonly FactQuantity[],
  same: readonly FactQuantity[],
  locale: string | undefined,
): Comparison | null {
  const { role, part = "", quantity } = statement;
  if (quantity.units.includes(null) && role !== "pieces" && role !== "thread count") return null;
  if (quantity.bound === "at_least" || quantity.bound === "above" || quantity.bound === "below") return null;
  const dimensions = new Set(quantity.units.map((unit) => unit?.dimension ?? "count"));
  if (dimensions.size > 1) return null;
  const speaking = quantities.filter(
    ({ fact, quantity: known, polarity }) =>
      fact.tier < 3 &&
      polarity === "affirmed" &&
      known.code === undefined &&
      known.units.some((unit) => dimensions.has(unit?.dimension ?? "count")),
  );
  if (role === null) return null;
  if (role.startsWith("share of ")) {
    const shares = speaking.filter((candidate) => candidate.role?.startsWith("share of "));
    const [own] = shares.filter((candidate) => candidate.role === role);
    const other = own ?? shares.find((candidate) => same.includes(candidate)) ?? null;
    return other && refuted(statement, other, own && only(shares, role) ? own : null, locale);
  }
  const ofRole = speaking.filter(
    (candidate) =>
      (candidate.role === role ||
        (sides.has(role) && candidate.role === "dimensions" && candidate.quantity.chain !== undefined)) &&
      (candidate.part ?? "") === part &&
      ((candidate.role !== "shipping weight" && candidate.fact.kind !== "shipping_weight") ||
        role === "shipping weight"),
  );
  const [first] = ofRole;
  if (!first) return null;
  // A size without named sides says that a side is one of its numbers.
  const fixed = ofRole.length === 1 && first.role === role ? first : null;
  return refuted(statement, first, fixed, locale);
}

function only(shares: readonly FactQuantity[], role: string): boolean {
  return shares.filter((candidate) => candidate.role === role).length === 1;
}

function refuted(
  statement: QuantityStatement,
  by: FactQuantity,
  fixed: FactQuantity | null,
  locale: string | undefined,
): Comparison {
  return { verdict: "refuted", fact: by.fact, fix: fixed && fixOf(statement, fixed, locale) };
}

/** The fact's words for the number, in the text's number format; null when they do not fit into its place. */
function fixOf(
  { quantity, quote }: QuantityStatement,
  { quantity: known, quote: words }: FactQuantity,
  locale: string | undefined,
): string | null {
  if (quantity.to !== undefined || known.to !== undefined || quantity.times !== undefined || known.times !== undefined)
    return null;
  if (known.values.length !== 1 || quantity.units.length !== 1 || known.units.length !== 1)
    return locale === undefined ? words : null;
  const digits = /\d[\d.,'’\u00a0\u202f ]*/u;
  const [value = 0] = known.values;
  const unitWords = words.replace(digits, "").trim();
  const hasUnit = /\d[^\p{L}%°"″'′€$£]*[\p{L}%°"″'′€$£]/u.test(quote) || unitWords !== "";
  if (quantity.chain !== undefined && (unitWords === "") !== !/[\p{L}%°"″]/u.test(quote)) return null;
  if (!hasUnit && quantity.units[0] !== known.units[0]) return null;
  if (locale === undefined || !digits.test(words) || known.spelled || value < 0) return words;
  try {
    const format = new Intl.NumberFormat(locale, {
      maximumFractionDigits: 20,
      useGrouping: /\d[.,'’\u00a0\u202f ]\d{3}/.test(words),
    });
    return words.replace(/\d(?:[\d.,'’\u00a0\u202f ]*\d)?/u, format.format(value));
  } catch {
    return words;
  }
}

function compareAge(statement: AgeStatement, candidates: readonly FactStatement[]): Comparison {
  const ages = candidates.filter(
    (candidate): candidate is FactAge => candidate.kind === "age" && candidate.fact.unusable === undefined,
  );
  const supporting = ages.find((age) => isAgeWithin(statement, age));
  if (supporting) return { verdict: "supported", fact: supporting.fact, fix: null };
  const sure = ages.filter(({ fact, polarity }) => fact.tier < 3 && polarity === "affirmed");
  const [first] = sure;
  if (!first) return unknown;
  return { verdict: "refuted", fact: first.fact, fix: sure.length === 1 ? first.quote : null };
}

/** The text's ages are those of the fact, or among them. */
function isAgeWithin({ fromMonths, toMonths }: AgeStatement, age: FactAge): boolean {
  if (fromMonths === age.fromMonths && (toMonths === null || toMonths === age.toMonths)) return true;
  if (fromMonths === null) return toMonths === age.toMonths;
  if (toMonths === null) return false;
  return fromMonths >= (age.fromMonths ?? 0) && toMonths <= (age.toMonths ?? Number.POSITIVE_INFINITY);
}
