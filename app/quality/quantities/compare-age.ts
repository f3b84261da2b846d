import type { AgeStatement, Comparison, FactStatement } from "../statements/statement.ts";

type FactAge = AgeStatement & Pick<FactStatement, "fact">;

/** The ages of a text are supported by the same ages or by wider ones, and refuted by others. */
export function compareAge(statement: AgeStatement, candidates: readonly FactStatement[]): Comparison {
  const ages = candidates.filter(
    (candidate): candidate is FactAge => candidate.kind === "age" && candidate.fact.unusable === undefined,
  );
  const supporting =
    ages.find((age) => isWithin(statement, age)) ?? spanned(statement, ages) ?? ofSizes(statement, candidates);
  if (supporting) return { verdict: "supported", fact: supporting.fact, fix: null };
  const sure = ages.filter(({ fact, polarity }) => fact.tier < 3 && polarity === "affirmed");
  const [first] = sure;
  if (!first) return { verdict: "unknown", fact: null, fix: null };
  const isOneForm = statement.quote.replace(/\d+/g, "") === first.quote.replace(/\d+/g, "");
  return { verdict: "refuted", fact: first.fact, fix: sure.length === 1 && isOneForm ? first.quote : null };
}

/** The text's ages are those of the fact, or among them. */
function isWithin({ fromMonths, toMonths }: AgeStatement, age: FactAge): boolean {
  if (fromMonths === age.fromMonths && (toMonths === null || toMonths === age.toMonths)) return true;
  if (fromMonths === null) return toMonths === age.toMonths;
  if (toMonths === null) return false;
  return fromMonths >= (age.fromMonths ?? 0) && toMonths <= (age.toMonths ?? Number.POSITIVE_INFINITY);
}

/** Sizes by age, "2 years" to "8 years", are values of an option. */
function ofSizes(
  { fromMonths, toMonths }: AgeStatement,
  candidates: readonly FactStatement[],
): FactStatement | undefined {
  const sizes = candidates.filter(({ fact }) => fact.kind === "option" || fact.kind === "variant");
  const at = (months: number | null) => sizes.find((size) => months !== null && monthsOf(size).includes(months));
  const low = at(fromMonths);
  const high = at(toMonths);
  return (fromMonths === null || low) && (toMonths === null || high) ? (low ?? high) : undefined;
}

const month = 2_629_800;

function monthsOf(statement: FactStatement): number[] {
  if (statement.kind !== "quantity") return [];
  const { values, to = [], units } = statement.quantity;
  const unit = units.find((one) => one?.dimension === "time");
  return unit && unit.factor >= month
    ? [...values, ...to].map((value) => Math.round((value * unit.factor) / month))
    : [];
}

/** "2 to 8 years" of several sizes: both ends are said. */
function spanned({ fromMonths, toMonths }: AgeStatement, ages: readonly FactAge[]): FactAge | undefined {
  const low = ages.find((age) => fromMonths !== null && age.fromMonths === fromMonths);
  const high = ages.find((age) => toMonths !== null && age.toMonths === toMonths);
  return low && high ? low : undefined;
}
