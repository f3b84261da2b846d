import type { QuantityStatement } from "../statements/statement.ts";
import { namingWords } from "./fact-names.ts";
import type { FactQuantity } from "./fact-quantity.ts";
import { basesOf, isSameValue } from "./same-value.ts";
import { isNamedBy } from "./same-words.ts";
import type { Dimension } from "./unit.ts";

/** Of a product with more numbers of a kind, some two of them give any value. */
const mostAmounts = 10;
const composing: ReadonlySet<Dimension> = new Set(["length", "mass", "volume", "time"]);

/**
 * Whether two amounts of the facts give that of the text together or by their difference: a blade of 20 cm and a handle of 13 cm
 * are 33 cm, and 7 cm lie between them; a seat that goes from 42 to 54 cm moves by 12 cm.
 * @param candidates of the same product; other dimensions are passed over
 * @param how `named`: only amounts that the words beside the number name, and those of the whole, which have no name
 */
export function isComposed(
  { quantity }: QuantityStatement,
  candidates: readonly FactQuantity[],
  how: "named" | "any" = "any",
): boolean {
  const [unit] = quantity.units;
  if (!unit || quantity.to || !composing.has(unit.dimension)) return false;
  const known = candidates.filter(
    ({ fact, quantity: { units } }) =>
      fact.kind !== "shipping_weight" && fact.tier < 3 && units.some((one) => one?.dimension === unit.dimension),
  );
  if (known.length > mostAmounts) return false;
  const { near = [] } = quantity;
  const amounts = new Set<number>();
  for (const one of known) {
    const names = how === "named" ? namingWords(one, unit.dimension, known) : [];
    if (names.length > 0 && !names.some((name) => near.some((word) => isNamedBy(word, name)))) continue;
    const { to = [], times = 1 } = one.quantity;
    const ends = basesOf({ ...one.quantity, values: to }, unit.dimension);
    for (const base of [...basesOf(one.quantity, unit.dimension), ...ends]) amounts.add(base).add(base * times);
  }
  const all = [...amounts];
  const is = (base: number) =>
    base > 0 && quantity.values.some((value) => isSameValue(quantity, value, unit, base, unit));
  return all.some((one, at) => all.slice(at + 1).some((two) => is(one + two) || is(Math.abs(one - two))));
}
