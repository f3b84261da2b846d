import type { AgeStatement, Comparison, FactStatement, QuantityStatement } from "../statements/statement.ts";
import { compareAge } from "./compare-age.ts";
import { compareCode } from "./compare-code.ts";
import { isDistance, isOfWearer, isPortion, otherByName } from "./compare-named.ts";
import { isComposed } from "./composed.ts";
import { mayBeSameCurrency } from "./currencies.ts";
import { type FactQuantity, isUsable } from "./fact-quantity.ts";
import { fixOf } from "./fix-quantity.ts";
import type { Quantity } from "./quantity.ts";
import { reckoned } from "./reckoned.ts";
import { basesOf, isSameValue, measuresAgree, valuesOf } from "./same-value.ts";
import { isAboutTheSame, isSameNoun } from "./same-words.ts";
import type { Dimension } from "./unit.ts";

const unknown: Comparison = { verdict: "unknown", fact: null, fix: null };
/** Roles under which the same amount is named now one way, now the other. */
const alike: readonly ReadonlySet<string>[] = [
  new Set(["weight", "contents", "net weight"]),
  new Set(["capacity", "contents"]),
  new Set(["temperature", "wash temperature"]),
  new Set(["dimensions", "width", "height", "depth", "length", "diameter", "thickness", "heel height"]),
  new Set(["pieces", "puzzle pieces", "persons", "servings"]),
  ...[
    "battery life",
    "burn time",
    "charging time",
    "cooking time",
    "brewing time",
    "drying time",
    "shelf life",
    "warranty",
    "ageing time",
  ].map((role) => new Set(["lasting", role])),
  new Set(["delivery time", "return period"]),
];
const sides: ReadonlySet<string> = new Set(["width", "height", "depth", "length", "diameter", "thickness"]);
const boxSides: ReadonlySet<string> = new Set(["width", "height", "depth", "length"]);
/** Counts of the whole thing: another count is false. */
const wholeCounts: ReadonlySet<string> = new Set(["pieces", "puzzle pieces", "pages", "servings", "thread count"]);
/** A weight or a volume that is so many times another is of something else. */
const widestRatio = 3;

/**
 * What the facts make of one quantity or age of a text. Refuted only when they are sure to say otherwise: the same role with
 * other values only, another material with that share, the other side, another currency, the same number in another unit. All
 * else is unknown; so is a count in words (`quantity.spelled`) that no fact speaks of, which is rather idiom.
 * @param candidates quantities and ages of the facts; others among them are passed over
 * @param locale of the text, for the number format of `fix`; undefined: as the fact writes it
 */
export function compareQuantity(
  statement: QuantityStatement | AgeStatement,
  candidates: readonly FactStatement[],
  locale?: string,
): Comparison {
  if (statement.kind === "age") return compareAge(statement, candidates);
  if (statement.quantity.code !== undefined) return compareCode(statement, candidates);
  // What a denied number says of the thing is not told by the numbers of the facts.
  if (statement.polarity !== "affirmed") return unknown;
  const quantities = candidates.filter(isUsable);
  const same = quantities.filter((candidate) => isBacked(statement, candidate));
  const supporting = same.find((candidate) => fits(statement, candidate)) ?? otherSide(statement, quantities, same);
  const put = supporting
    ? undefined
    : (sumOf(statement, quantities) ?? spanOf(statement, quantities) ?? reckoned(statement, quantities));
  if (put) return { verdict: "supported", fact: put.fact, fix: null };
  if (!supporting && (isComposed(statement, quantities, "named") || isOfWearer(statement.quantity))) return unknown;
  const other = otherNamed(statement, quantities, same);
  if (other) return refuted(statement, other, other, locale);
  if (supporting && !(statement.part && saysOfPart(statement, quantities, same)))
    return { verdict: "supported", fact: supporting.fact, fix: null };
  // It is said of something else than the words name, or of what they name in other words.
  if (same.length > 0 && !statement.quantity.direct) return unknown;
  return refutation(statement, quantities, same, locale) ?? unknown;
}

/** A fact has that number with that unit, whatever it is the number of. */
export function isHeld(statement: QuantityStatement, candidates: readonly FactStatement[]): boolean {
  return (
    statement.quantity.units.some((unit) => unit !== null) &&
    candidates.some((candidate) => isUsable(candidate) && isBacked(statement, candidate))
  );
}

/** A fact speaks of that very part, the `seat` height, and none of its facts says so. */
function saysOfPart(
  { role, part }: QuantityStatement,
  quantities: readonly FactQuantity[],
  same: readonly FactQuantity[],
): boolean {
  const ofPart = (candidate: FactQuantity) => candidate.role === role && isSamePart(candidate.part ?? "", part ?? "");
  return quantities.some(ofPart) && !same.some(ofPart);
}

/** The fact has that number in that dimension, whatever it measures. */
function isBacked(statement: QuantityStatement, candidate: FactQuantity): boolean {
  const { quantity } = statement;
  const known = candidate.quantity;
  if (candidate.fact.kind === "code") return isCodeItself(quantity, known);
  // "240 × 220 cm" is the size "240x220" of an option.
  if (known.code !== undefined) return quantity.chain !== undefined && quantity.chain === known.code;
  for (const unit of quantity.units) {
    for (const knownUnit of known.units) {
      if (unit === null && knownUnit === null) {
        if (countsTheSame(statement, candidate) && isSameCount(statement, candidate)) return true;
      } else if (unit !== null && knownUnit !== null && unit.dimension === knownUnit.dimension) {
        if (unit.dimension === "money" && !mayBeSameCurrency(unit.currency, knownUnit.currency)) continue;
        if (measuresAgree(quantity, unit, known, knownUnit)) return true;
      }
    }
  }
  return false;
}

/** A barcode backs its own digits where they count nothing. */
function isCodeItself(quantity: Quantity, known: Quantity): boolean {
  return quantity.units[0] === null && quantity.counted === undefined && quantity.text === known.text;
}

function isSameCount({ quantity }: QuantityStatement, { quantity: known }: FactQuantity): boolean {
  const low = Math.min(...known.values);
  const high = Math.max(...(known.to ?? known.values));
  const isIn = (value: number) =>
    valuesOf(known).includes(value) || (known.to !== undefined && value >= low && value <= high);
  return valuesOf(quantity).some(isIn) && (quantity.to === undefined || quantity.to.some(isIn));
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= firstYear && value <= lastYear;
}

const firstYear = 1_800;
const lastYear = 2_100;

/** A bare number is backed by the same counted noun only, a year by itself, and a value of an option as it is. */
function countsTheSame({ role, quantity }: QuantityStatement, candidate: FactQuantity): boolean {
  if (role !== null && role === candidate.role) return true;
  const [value = 0] = quantity.values;
  if (isYear(value) && (quantity.text.length === 4 || quantity.to?.every(isYear))) return true;
  const words = quantity.counted ?? [];
  const known = candidate.quantity.counted ?? [candidate.quantity.nextWord];
  if (words.some((word) => known.some((other) => isSameNoun(word, other)))) return true;
  const isOfVariants = candidate.fact.kind === "option" || candidate.fact.kind === "variant";
  if (words.length > 0)
    return isOfVariants && candidate.quote === candidate.quantity.text && isAboutTheSame(quantity, candidate.quantity);
  // Behind it there is no word, as in "sizes 34 to 42" or "Glycinate 400".
  if (isOfVariants && candidate.quote === candidate.quantity.text) return true;
  return isAboutTheSame(quantity, candidate.quantity);
}

/** The roles do not exclude each other. */
function fits({ role }: QuantityStatement, candidate: FactQuantity): boolean {
  if (isParcel(candidate)) return role === "shipping weight";
  if (role === null || candidate.role === null || role === candidate.role) return true;
  if (sides.has(role) && sides.has(candidate.role)) return false;
  return alike.some((roles) => roles.has(role) && roles.has(candidate.role ?? ""));
}

export function isParcel({ fact, role }: FactQuantity): boolean {
  return fact.kind === "shipping_weight" || role === "shipping weight";
}

/** A round thing 19 in across is 19 in wide, where no fact says how wide it is. */
function otherSide(
  { role, part }: QuantityStatement,
  quantities: readonly FactQuantity[],
  same: readonly FactQuantity[],
): FactQuantity | undefined {
  if (role === null || !sides.has(role) || part !== undefined) return undefined;
  if (quantities.some((candidate) => candidate.role === role)) return undefined;
  return same.find((candidate) => candidate.role !== null && sides.has(candidate.role));
}

/** Several values of one fact together: "7 h and 23 h in the case" are 30 h, two of 560 g are 1.1 kg. */
function sumOf({ quantity, role }: QuantityStatement, quantities: readonly FactQuantity[]): FactQuantity | undefined {
  const [unit] = quantity.units;
  if (!unit || quantity.units.length > 1 || quantity.to) return undefined;
  const byFact = Map.groupBy(
    quantities.filter(
      (candidate) =>
        candidate.quantity.units.some((known) => known?.dimension === unit.dimension) &&
        (role === null || candidate.role === null || candidate.role === role) &&
        !isParcel(candidate),
    ),
    ({ fact }) => fact,
  );
  for (const [, members] of byFact) {
    const [first] = members;
    if (!first || members.length < 2 || members.length > 4 || summed.test(first.fact.value) === false) continue;
    const total = members.reduce((sum, member) => sum + (basesOf(member.quantity, unit.dimension)[0] ?? 0), 0);
    if (valuesOf(quantity).some((value) => isSameValue(quantity, value, unit, total, unit))) return first;
  }
  return undefined;
}

const summed = /[+&/]|\b(?:plus|and|und|et|y|e|och|og)\b/iu;

/** "35 to 90 cm" of several sizes: both ends are said. */
function spanOf(statement: QuantityStatement, quantities: readonly FactQuantity[]): FactQuantity | undefined {
  const { to, ...quantity } = statement.quantity;
  if (to === undefined) return undefined;
  const [low, high] = [quantity.values, to].map((values) =>
    quantities.find((candidate) => {
      const one = { ...statement, quantity: { ...quantity, values } };
      return isBacked(one, candidate) && fits(one, candidate);
    }),
  );
  if (low && high) return low;
  // "52–55 cm" over the sizes that one field has, however their letters are read.
  const ends = [quantity.values, to].map((values) =>
    quantities.filter((candidate) => isBacked({ ...statement, quantity: { ...quantity, values } }, candidate)),
  );
  return ends[0]?.find(({ fact }) => fact.kind === "attribute" && ends[1]?.some((one) => one.fact === fact));
}

/** A fact that is sure to say otherwise. */
function refutation(
  statement: QuantityStatement,
  quantities: readonly FactQuantity[],
  same: readonly FactQuantity[],
  locale: string | undefined,
): Comparison | null {
  const { role, quantity } = statement;
  if (quantity.values.length === 0) return null;
  if (quantity.units.every((unit) => unit === null)) return otherCount(statement, quantities, same, locale);
  const dimension = soleDimension(quantity);
  if (!dimension || isOneSided(quantity)) return null;
  const speaking = speakingOf(quantities, dimension, role);
  if (role?.startsWith("share of ")) return otherShare(statement, speaking, same, locale);
  const swapped = sameNumberOtherUnit(statement, speaking);
  if (swapped) return refuted(statement, swapped, swapped, locale);
  const ofRole = speaking.filter((candidate) => isOfRole(statement, candidate));
  const [first] = ofRole;
  if (first) return refuted(statement, first, ofRole.length === 1 && first.role === role ? first : null, locale);
  const running = role === "lasting" && same.length === 0 ? runningTime(quantity, speaking) : undefined;
  if (running) return refuted(statement, running, null, locale);
  const [heat] = speaking;
  if (role === null && dimension === "temperature" && heat && speaking.length === 1)
    return same.length > 0 ? null : refuted(statement, heat, null, locale);
  if (role !== null && role !== "temperature") return null;
  const about = speaking.filter(
    (candidate) =>
      (candidate.role === null || candidate.role === role) &&
      isAboutTheSame(quantity, candidate.quantity, "closely") &&
      !(dimension === "length" && isDistance(quantity)) &&
      !isPortion(quantity, dimension, candidate.quantity.near ?? []) &&
      !isRate(candidate),
  );
  const [named] = about;
  if (named) return refuted(statement, named, about.length === 1 ? named : null, locale);
  return onlyAmount(statement, speaking, locale);
}

/** Another value of what the words beside the number name. */
function otherNamed(
  statement: QuantityStatement,
  quantities: readonly FactQuantity[],
  same: readonly FactQuantity[],
): FactQuantity | undefined {
  const { role, quantity } = statement;
  const dimension = soleDimension(quantity);
  if (!dimension || quantity.values.length === 0 || dimension === "money" || isOneSided(quantity)) return undefined;
  const speaking = speakingOf(quantities, dimension, role);
  const mayBe = (candidate: FactQuantity) => fits(statement, candidate) && !isRate(candidate);
  return otherByName(statement, dimension, { speaking, same, mayBe });
}

/** The one dimension that its units have; "degrees" are those of a temperature, and "bar" is a unit rather than a place. */
function soleDimension({ units }: Quantity): Dimension | undefined {
  const dimensions = new Set(units.map((unit) => unit?.dimension ?? null));
  if (dimensions.has("temperature")) dimensions.delete("angle");
  if (dimensions.has("pressure")) dimensions.delete(null);
  const [dimension] = dimensions;
  return dimensions.size === 1 && dimension ? dimension : undefined;
}

/** It only bounds the value. */
function isOneSided({ bound }: Quantity): boolean {
  return bound === "at_least" || bound === "above" || bound === "below";
}

/** What the facts are sure of in one dimension. */
function speakingOf(quantities: readonly FactQuantity[], dimension: Dimension, role: string | null): FactQuantity[] {
  return quantities.filter(
    (candidate) =>
      candidate.fact.tier < 3 &&
      candidate.polarity === "affirmed" &&
      candidate.quantity.code === undefined &&
      candidate.quantity.units.some((unit) => unit?.dimension === dimension) &&
      (!isParcel(candidate) || role === "shipping weight"),
  );
}

const runs: ReadonlySet<string | null> = new Set(["lasting", "battery life", "burn time"]);
const longestRun = 604_800;
const widestRun = 12;

/** How long it goes on, where the facts know of one thing alone that does. */
function runningTime(quantity: Quantity, speaking: readonly FactQuantity[]): FactQuantity | undefined {
  const known = speaking.filter((candidate) => runs.has(candidate.role));
  const [first] = known;
  const [said = 0] = basesOf(quantity, "time");
  if (!first || new Set(known.map(({ fact }) => fact)).size > 1 || isRate(first)) return undefined;
  const values = basesOf(first.quantity, "time");
  const isAlike = values.some(
    (value) => value < longestRun && said < longestRun && said <= value * widestRun && said * widestRun >= value,
  );
  return isAlike ? first : undefined;
}

function isOfRole({ role, part = "" }: QuantityStatement, candidate: FactQuantity): boolean {
  if (role === null || isRate(candidate)) return false;
  if (candidate.role === role) return isSamePart(candidate.part ?? "", part);
  // A size without named sides says that a side is one of its numbers.
  return part === "" && boxSides.has(role) && candidate.role === "dimensions" && candidate.quantity.chain !== undefined;
}

function isSamePart(one: string, other: string): boolean {
  return one === other || (one !== "" && other !== "" && isSameNoun(one, other));
}

/** `560 g per shoe`: the whole has another. */
function isRate({ fact, quote }: FactQuantity): boolean {
  const at = fact.value.indexOf(quote);
  const behind = at === -1 ? "" : fact.value.slice(at + quote.length, at + quote.length + 12);
  return (
    /^[^\p{L}\p{N}]{0,3}(?:\/|per|pro|par|por|je|pr|à|each|na|za|każd|styck|a piece)(?![\p{L}])/iu.test(behind) ||
    /^(?:cada|je|per|pro)\s/iu.test(fact.name)
  );
}

/** `12 oz` of a fact is no `12 g`. */
function sameNumberOtherUnit(
  { role, quantity }: QuantityStatement,
  speaking: readonly FactQuantity[],
): FactQuantity | undefined {
  const [unit] = quantity.units;
  const [value = 0] = quantity.values;
  if (
    !unit ||
    quantity.units.length !== 1 ||
    value <= 2 ||
    quantity.to ||
    unit.dimension === "time" ||
    unit.dimension === "money"
  )
    return undefined;
  return speaking.find(({ quantity: known, role: knownRole }) => {
    const [knownUnit] = known.units;
    if (!knownUnit || known.units.length !== 1 || known.values[0] !== value || known.to) return false;
    const isOther = Math.abs(knownUnit.factor - unit.factor) > unit.factor * 0.05 || knownUnit.offset !== unit.offset;
    return isOther && (role === null || knownRole === null || role === knownRole);
  });
}

/** The same material with another share, or that share of another material. */
function otherShare(
  statement: QuantityStatement,
  speaking: readonly FactQuantity[],
  same: readonly FactQuantity[],
  locale: string | undefined,
): Comparison | null {
  const shares = speaking.filter((candidate) => candidate.role?.startsWith("share of "));
  const own = shares.filter((candidate) => candidate.role === statement.role);
  const [first] = own;
  if (first) return refuted(statement, first, own.length === 1 ? first : null, locale);
  const other = shares.find((candidate) => same.includes(candidate));
  return other ? refuted(statement, other, null, locale) : null;
}

/** A volume or a weight of no named role, where the facts know one alone. */
function onlyAmount(
  statement: QuantityStatement,
  speaking: readonly FactQuantity[],
  locale: string | undefined,
): Comparison | null {
  const { role, quantity } = statement;
  const [unit] = quantity.units;
  if (role !== null || !unit || (unit.dimension !== "volume" && unit.dimension !== "mass") || quantity.to) return null;
  const amounts = new Set(
    speaking.flatMap(({ quantity: known }) => basesOf(known, unit.dimension)).map((base) => base.toPrecision(6)),
  );
  const [first] = speaking;
  if (!first || amounts.size !== 1 || isRate(first) || first.quantity.times !== undefined) return null;
  if (!["weight", "contents", "capacity", null].includes(first.role)) return null;
  const [said = 0] = basesOf(quantity, unit.dimension);
  const ratio = said / Number([...amounts][0]);
  if (isPortion(quantity, unit.dimension, first.quantity.near ?? [])) return null;
  if (ratio > widestRatio || ratio < 1 / widestRatio) return null;
  return refuted(statement, first, speaking.length === 1 ? first : null, locale);
}

/** Another count of the whole, or more of a noun than the facts know. */
function otherCount(
  statement: QuantityStatement,
  quantities: readonly FactQuantity[],
  same: readonly FactQuantity[],
  locale: string | undefined,
): Comparison | null {
  const { role, quantity } = statement;
  if (same.length > 0 || quantity.to !== undefined) return null;
  const counts = quantities.filter(
    ({ fact, quantity: known, polarity }) =>
      fact.tier < 3 &&
      polarity === "affirmed" &&
      known.code === undefined &&
      known.to === undefined &&
      known.units.every((unit) => unit === null),
  );
  const ofRole = role !== null && wholeCounts.has(role) ? counts.filter((candidate) => candidate.role === role) : [];
  const [first] = ofRole;
  if (first && ofRole.every(({ quantity: known }) => known.values[0] === first.quantity.values[0]))
    return refuted(statement, first, ofRole.length === 1 ? first : null, locale);
  const [noun] = quantity.counted ?? [];
  if (noun === undefined || noun.length < 2) return null;
  const ofNoun = counts.filter(({ quantity: known }) => {
    const [own] = known.counted ?? [];
    return own !== undefined && isSameNoun(noun, own);
  });
  // Fewer of them may be some of them, two of its five shelves, and several kinds may be counted together.
  const sums = [...Map.groupBy(ofNoun, ({ fact }) => fact).values()].map((members) =>
    members.reduce((sum, candidate) => sum + (candidate.quantity.values[0] ?? 0), 0),
  );
  const known = sums.reduce((total, sum) => total + sum, 0);
  const [most] = ofNoun;
  if (!most || (quantity.values[0] ?? 0) <= known) return null;
  return refuted(statement, most, ofNoun.length === 1 ? most : null, locale);
}

function refuted(
  statement: QuantityStatement,
  by: FactQuantity,
  fixed: FactQuantity | null,
  locale: string | undefined,
): Comparison {
  return { verdict: "refuted", fact: by.fact, fix: fixed && fixOf(statement, fixed, locale) };
}
