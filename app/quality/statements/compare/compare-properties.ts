import type { Comparison, FactStatement, PropertyStatement } from "../statement.ts";
import { implies } from "../words/implied.ts";
import { decide, isOpposite } from "./verdicts.ts";

/** Contents that a property excludes. */
const excludes: Readonly<Record<string, ReadonlySet<string>>> = {
  vegan: new Set("milk|lactose|egg|honey|gelatin|beeswax|fish|shellfish|molluscs|leather|wool|merino|silk|down|fur|cashmere|alpaca|mohair|suede|animal products|collagen".split("|")),
  vegetarian: new Set(["gelatin", "fish", "shellfish", "molluscs"]),
  unscented: new Set(["perfume", "essential oils"]),
}; // biome-ignore format: a table

/** The same property with the same polarity supports, with the opposite one refutes; what implies it supports as well. */
export function compareProperty(statement: PropertyStatement, candidates: readonly FactStatement[]): Comparison {
  const agree: FactStatement[] = [];
  const oppose: FactStatement[] = [];
  for (const one of candidates) {
    if (one.kind === "property") sort(statement, one, { agree, oppose });
    else if (statement.polarity === "affirmed" && isExcluded(statement.concept, one)) oppose.push(one);
  }
  return decide(statement, agree, oppose);
}

function sort(
  statement: PropertyStatement,
  one: FactStatement & PropertyStatement,
  { agree, oppose }: { agree: FactStatement[]; oppose: FactStatement[] },
): void {
  if (one.polarity === "possible") {
    if (statement.polarity === "possible" && one.concept === statement.concept) agree.push(one);
    return;
  }
  if (!isOpposite(statement.polarity, one.polarity)) {
    // Affirmed goes from the stronger to the weaker, denied the other way.
    const says =
      statement.polarity === "denied"
        ? implies(statement.concept, one.concept)
        : implies(one.concept, statement.concept);
    if (says) agree.push(one);
    return;
  }
  const denies =
    statement.polarity === "denied" ? implies(one.concept, statement.concept) : implies(statement.concept, one.concept);
  if (denies && statement.polarity !== "possible") oppose.push(one);
}

function isExcluded(concept: string, one: FactStatement): boolean {
  if (one.polarity !== "affirmed" || one.fact.tier > 1) return false;
  const excluded = excludes[concept];
  if (one.kind === "content") return excluded?.has(one.concept) ?? false;
  return one.kind === "material" && one.form !== "imitation" && (excluded?.has(one.material) ?? false);
}
