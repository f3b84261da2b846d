import type { QuantityStatement } from "../statements/statement.ts";
import { namingWords, ownWords } from "./fact-names.ts";
import type { FactQuantity } from "./fact-quantity.ts";
import type { Quantity } from "./quantity.ts";
import { basesOf } from "./same-value.ts";
import { isNamedBy } from "./same-words.ts";
import type { Dimension } from "./unit.ts";

interface Named {
  candidate: FactQuantity;
  /** the text has its name beside the number */
  said: number;
  words: readonly string[];
}

/** A value that is so many times another is of something else. */
const widestRatio = 6;
const spaced = /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+$/u;
/** These are given in portions of something else: "250 ml water", "30 g of oats". */
const partitive: ReadonlySet<Dimension> = new Set(["mass", "volume"]);

/**
 * The fact that says otherwise of what the text names: "The strap is 120 cm" where the facts have `Strap length: 105 cm`, whatever
 * else is 120 cm. Undefined where the number is that of a field that the words may mean as well, or where they name nothing.
 * @param same the facts that have that number
 * @param mayBe whether the roles of both go together
 */
export function otherByName(
  statement: QuantityStatement,
  dimension: Dimension,
  {
    speaking,
    same,
    mayBe,
  }: {
    speaking: readonly FactQuantity[];
    same: readonly FactQuantity[];
    mayBe: (candidate: FactQuantity) => boolean;
  },
): FactQuantity | undefined {
  const { beside = [], touching = [], chain } = statement.quantity;
  if (beside.length === 0 || chain !== undefined) return undefined;
  const names = speaking.map((candidate) => namingWords(candidate, dimension, speaking));
  const named = speaking.map((candidate, at): Named => {
    const all = names[at] ?? [];
    const words = ownWords(
      all,
      names.filter((_, place) => place !== at),
    );
    return { candidate, words, said: saidOf(words, beside) };
  });
  const best = Math.max(0, ...named.map(({ said }) => said));
  const top = named.filter(({ said, candidate }) => said > 0 && said === best && mayBe(candidate));
  const near = top.filter(({ candidate }) => isNear(statement, candidate, dimension));
  const [first] = near.length > 0 ? near : top;
  if (!first || new Set(near.map(({ candidate }) => candidate.role)).size > 1) return undefined;
  if (top.some(({ candidate }) => same.includes(candidate))) return undefined;
  // "With hose and cable it reaches 20 m" names two of them.
  if (same.length > 0 && new Set(named.filter(({ said }) => said > 0).map((one) => one.candidate.fact)).size > 1)
    return undefined;
  // A fact has that very value: only the other one's own name directly beside the number makes it that one's.
  if (same.length > 0 && !touching.some((word) => first.words.some((name) => isNamedBy(word, name)))) return undefined;
  for (const one of same) {
    if (isSpokenOf(one, touching)) return undefined;
    const own = named.find(({ candidate }) => candidate === one);
    // Nobody knows what a number without a name is of, and the words may mean this one as well; `Weight` is that of the whole.
    const isAlone = speaking.every((other) => other === one || other.fact !== one.fact);
    const isOfWhole =
      isAlone && one.fact.kind === "attribute" && one.role === "weight" && first.candidate.role === "weight";
    if (!own || (own.words.length === 0 && !isOfWhole) || own.said > 0) return undefined;
  }
  if (same.length === 0) {
    if (isPortion(statement.quantity, dimension, first.words)) return undefined;
    if (near.length === 0 || (dimension === "length" && isDistance(statement.quantity))) return undefined;
  }
  return first.candidate;
}

/** The words beside the number are those beside it in the fact's value: the discs of `Not for: models with 312 mm discs`. */
function isSpokenOf({ fact, quote }: FactQuantity, touching: readonly string[]): boolean {
  const rest = fact.value.replace(quote, " ").toLowerCase().match(letters) ?? [];
  return touching.some((word) => rest.some((other) => isNamedBy(word, other)));
}

const letters = /[\p{L}\p{M}]{3,}/gu;

/** So many times the value of the fact or less. */
function isNear({ quantity }: QuantityStatement, { quantity: known }: FactQuantity, dimension: Dimension): boolean {
  const [said = 0] = basesOf(quantity, dimension);
  const values = [...basesOf(known, dimension), ...basesOf({ ...known, values: known.to ?? [] }, dimension)];
  return values.some((value) => said <= value * widestRatio && said >= value / widestRatio);
}

/** "500 ml milk" is a portion of something else than the thing that the words name. */
export function isPortion({ after = [] }: Quantity, dimension: Dimension, words: readonly string[]): boolean {
  const [next] = after;
  return (
    partitive.has(dimension) && next !== undefined && spaced.test(next) && !words.some((word) => isNamedBy(next, word))
  );
}

const apart: ReadonlySet<string> = new Set(
  "away apart distance abstand entfernt entfernung weg entfernung distance distancia lejos distanza lontano lontana lontani afstand vandaan distância longe odległość odległości daleko od avstånd ifrån bort afstand avstand unna etäisyys etäisyydellä päässä vzdálenost vzdálenosti vzdialenosť vzdialenosti расстояние расстоянии от відстань відстані távolság távolságra distanță distanța udaljenost udaljenosti oddaljenost razdalja razstoji разстояние απόσταση uzaklık uzaklıkta uzakta مسافة بعيدا מרחק".split(
    " ",
  ),
);

/** How tall somebody is who wears it. */
export function isOfWearer({ units, beside = [] }: Quantity): boolean {
  return (
    units.some((unit) => unit?.dimension === "length") &&
    beside.some((word) => /身長|身高|신장|모델|モデル/u.test(word))
  );
}

/** How far the thing is from another. */
export function isDistance({ units, beside = [] }: Quantity): boolean {
  return (
    units.some((unit) => unit?.dimension === "length") &&
    beside.some((word) => apart.has(word) || /[離离距]|떨어|거리/u.test(word))
  );
}

/** How many of the words that name a number are beside the text's; 0 unless all of two are, or most of more. */
function saidOf(words: readonly string[], beside: readonly string[]): number {
  if (words.length === 0) return 0;
  const said = words.filter((word) => beside.some((other) => isNamedBy(other, word))).length;
  return said >= Math.max(Math.min(words.length, 2), words.length - 1) ? said : 0;
}
