import type { QuantityStatement } from "../statements/statement.ts";
import type { FactQuantity } from "./fact-quantity.ts";
import { basesOf, isSameValue } from "./same-value.ts";
import type { Unit } from "./unit.ts";

/** A pair is two of what a fact gives for each. */
const pair = 2;
const mostPieces = 1_000;
const day = 86_400;
const exact = 1e-9;

/**
 * A fact whose numbers give that of the text: five shelves of 15 kg each carry 75 kg, 900 g in portions of 30 g are thirty of
 * them, 5 × 7 feet cover 35 square feet. Only what is said for each piece is multiplied, and only portions and days are divided.
 */
export function reckoned(
  { quantity, role }: QuantityStatement,
  candidates: readonly FactQuantity[],
): FactQuantity | undefined {
  const [unit = null] = quantity.units;
  const [value = 0] = quantity.values;
  if (quantity.to || quantity.units.length !== 1 || (unit === null && value < pair)) return undefined;
  const known = candidates.filter(({ fact, quantity: { code, to } }) => isOfGoods(fact.kind) && !code && !to);
  if (unit === null) return role === "servings" ? portions(value, known) : undefined;
  if (unit.dimension === "area") return covered({ quantity }, unit, known);
  if (unit.dimension === "time")
    return unit.factor === day ? (portions(value, known) ?? known.find(isCountOfServings(value))) : undefined;
  const counts = known.filter(isCount).flatMap(({ quantity: { values } }) => values);
  return known.find((each) => {
    if (!isForEach(each) || !each.quantity.units.some((one) => one?.dimension === unit.dimension)) return false;
    const [base = 0] = basesOf(each.quantity, unit.dimension);
    return [pair, ...counts].some((count) => isSameValue(quantity, value, unit, base * count, unit));
  });
}

function isOfGoods(kind: FactQuantity["fact"]["kind"]): boolean {
  return kind !== "shipping_weight" && kind !== "price" && kind !== "code";
}

function isCount({ quantity: { units, values } }: FactQuantity): boolean {
  const [value = 0] = values;
  return units.every((unit) => unit === null) && Number.isInteger(value) && value > 1 && value <= mostPieces;
}

function isCountOfServings(value: number): (one: FactQuantity) => boolean {
  return ({ role, quantity: { values } }) => role === "servings" && values.includes(value);
}

const forEach =
  /(?<!\p{L})(?:per|pro|par|por|je|pr|each|cada|na|za|chacune?|ciascun[oa]|à|每|1つあたり|あたり|당)(?!\p{L})/iu;

/** `560 g per shoe`, or a field `Load per shelf`. */
function isForEach({ fact, quote }: FactQuantity): boolean {
  const at = fact.value.indexOf(quote);
  const behind = at === -1 ? "" : fact.value.slice(at + quote.length, at + quote.length + 12);
  return /^\s?\//u.test(behind) || forEach.test(behind) || forEach.test(fact.name);
}

/** So many portions are in the whole: two amounts of one dimension, one of them a part of the other. */
function portions(value: number, known: readonly FactQuantity[]): FactQuantity | undefined {
  const amounts = known.flatMap((one) =>
    (["mass", "volume"] as const).flatMap((dimension) =>
      basesOf(one.quantity, dimension).map((base) => ({ one, dimension, base })),
    ),
  );
  return amounts.find((whole) =>
    amounts.some(
      (part) => part.dimension === whole.dimension && Math.abs(whole.base - part.base * value) <= whole.base * exact,
    ),
  )?.one;
}

/** Width × length of one size. */
function covered(
  { quantity }: Pick<QuantityStatement, "quantity">,
  unit: Unit,
  known: readonly FactQuantity[],
): FactQuantity | undefined {
  const sides = known.filter(({ quantity: { chain } }) => chain !== undefined && /^[^x]+x[^x]+$/.test(chain));
  for (const one of sides) {
    const other = sides.find(
      (each) => each !== one && each.fact === one.fact && each.quantity.chain === one.quantity.chain,
    );
    const [width = 0] = basesOf(one.quantity, "length");
    const [length = 0] = other ? basesOf(other.quantity, "length") : [];
    const area = (width * length) / squareMetre;
    if (area > 0 && quantity.values.some((value) => isSameValue(quantity, value, unit, area, unit))) return one;
  }
  return undefined;
}

/** In mm². */
const squareMetre = 1e6;
