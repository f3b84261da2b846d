import type { Comparison, FactStatement, PropertyStatement } from "../statement.ts";
import { implies } from "../words/implied.ts";
import { decide, isOpposite } from "./verdicts.ts";

/** Contents that a property excludes: without any of them is what the property says. */
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
    if (statement.polarity === "affirmed" && isSomeProof(statement, one)) agree.push(one);
    else if (one.kind === "content" && one.polarity === "denied" && one.concept === withoutIs[statement.concept]) {
      if (statement.polarity === "affirmed") agree.push(one);
    } else if (one.kind === "property") sort(statement, one, { agree, oppose });
    else if (statement.polarity === "affirmed" && isExcluded(statement.concept, one)) oppose.push(one);
  }
  return decide(statement, agree, oppose);
}

/** Properties that make "safe" or "good for the environment" true of a product. */
const vague: Readonly<Record<string, ReadonlySet<string>>> = {
  safety: new Set(["non-toxic", "child-safe", "pet-safe", "food-safe", "pregnancy-safe"]),
  environment: new Set(["eco-friendly", "sustainable", "climate-neutral", "ocean plastic", "saves resources"]),
  test: new Set(),
  award: new Set(),
};

/** "Award-winning" and "tested" name no award and no test: any that the facts speak of makes them true. */
function isSomeProof({ concept, provable }: PropertyStatement, one: FactStatement): boolean {
  if (one.polarity !== "affirmed") return false;
  if (concept === "recommended") return one.kind === "scheme" && one.scheme === "recommended by doctors";
  if (!concept.startsWith("proof:") || provable === null) return false;
  if (one.kind === "scheme") return one.provable === provable;
  return one.kind === "property" && (vague[provable]?.has(one.concept) ?? false);
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

/** `Vegan: yes` says that there are no animal products in it, and "fragrance-free" that there is no perfume. */
export function saysWithout(one: FactStatement, content: string): boolean {
  return one.kind === "property" && one.polarity === "affirmed" && (excludes[one.concept]?.has(content) ?? false);
}

/** What a denial of a content says in one word: `Perfume: none` of "unscented". */
const withoutIs: Readonly<Record<string, string>> = { unscented: "perfume" };

function isExcluded(concept: string, one: FactStatement): boolean {
  if (one.polarity !== "affirmed" || one.fact.tier > 1) return false;
  const excluded = excludes[concept];
  if (one.kind === "content") return excluded?.has(one.concept) ?? false;
  return one.kind === "material" && one.form !== "imitation" && (excluded?.has(one.material) ?? false);
}
