import type { Comparison, FactStatement, PropertyStatement, SchemeStatement } from "../statement.ts";
import { implies } from "../words/implied.ts";
import { ratingConcept } from "../words/ratings.ts";
import { compareRating } from "./compare-ratings.ts";
import { decide, isOpposite } from "./verdicts.ts";

/** Words of a waterproof thing that in their languages are said of a water-resistant one as well. */
const keepsWaterOut = /^(?:防水|방수|vízálló|водоустойчив)/iu;

const byMachine: ReadonlySet<string> = new Set(["dishwasher-safe", "machine-washable"]);

/** Contents that a property excludes. */
const excludes: Readonly<Record<string, ReadonlySet<string>>> = {
  vegan: new Set("milk|lactose|egg|honey|gelatin|beeswax|fish|shellfish|molluscs|leather|wool|merino|silk|down|fur|cashmere|alpaca|mohair|suede|animal products|collagen".split("|")),
  vegetarian: new Set(["gelatin", "fish", "shellfish", "molluscs"]),
  unscented: new Set(["perfume", "essential oils"]),
}; // biome-ignore format: a table

/** The same property with the same polarity supports, with the opposite one refutes; what implies it supports as well. */
export function compareProperty(statement: PropertyStatement, candidates: readonly FactStatement[]): Comparison {
  if (statement.concept === ratingConcept) return compareRating(statement, candidates);
  const agree: FactStatement[] = [];
  const oppose: FactStatement[] = [];
  for (const one of candidates) {
    if (statement.polarity === "affirmed" && isSomeProof(statement, one)) agree.push(one);
    else if (one.kind === "property") sort(statement, one, { agree, oppose });
    else if (one.kind === "scheme") {
      if (statement.polarity === "affirmed" && isProvenBy(statement.concept, one)) agree.push(one);
    } else if (isSaidByLack(statement, one)) agree.push(one);
    else if (statement.polarity === "affirmed" && isExcluded(statement.concept, one)) oppose.push(one);
  }
  return decide(statement, agree, oppose);
}

/** Properties that make "safe" or "good for the environment" true of a product. */
const vague: Readonly<Record<string, ReadonlySet<string>>> = {
  "proof:safety": new Set(["non-toxic", "child-safe", "pet-safe", "food-safe", "pregnancy-safe"]),
  "proof:environment": new Set(["eco-friendly", "sustainable", "climate-neutral", "ocean plastic", "saves resources"]),
};

/** "Recommended" and "safe" name nobody and nothing: any such thing that the facts speak of makes them true. */
function isSomeProof({ concept }: PropertyStatement, one: FactStatement): boolean {
  if (one.polarity !== "affirmed") return false;
  if (one.kind === "scheme") return concept === "proof:recommended" && one.scheme === "recommended by doctors";
  return one.kind === "property" && (vague[concept]?.has(one.concept) ?? false);
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
        : implies(one.concept, statement.concept) || isKeptOut(statement, one);
    if (says) agree.push(one);
    return;
  }
  // What must not go in the machine is washed by hand.
  if (statement.concept === "hand-wash" && byMachine.has(one.concept)) agree.push(one);
  const denies =
    statement.polarity === "denied" ? implies(one.concept, statement.concept) : implies(statement.concept, one.concept);
  if (denies && statement.polarity !== "possible") oppose.push(one);
}

function isKeptOut({ concept, quote }: PropertyStatement, one: PropertyStatement): boolean {
  return concept === "waterproof" && one.concept === "water-resistant" && keepsWaterOut.test(quote);
}

/** What a certificate of this name certifies. */
const certifies: Readonly<Record<string, readonly string[]>> = {
  organic: ["gots", "ecocert", "demeter", "bioland", "naturland", "soil association", "usda organic", "eu organic", "bdih", "cosmos"],
  vegan: ["vegan society"],
  "cruelty-free": ["leaping bunny", "peta"],
  recycled: ["grs", "rcs"],
  sustainable: ["fsc", "pefc", "msc", "asc", "rainforest alliance", "bci", "bluesign", "cradle to cradle", "ecolabel"],
  "eco-friendly": ["ecolabel", "cradle to cradle", "bluesign"],
  "non-toxic": ["oeko-tex"],
  "saves energy": ["energy star"],
}; // biome-ignore format: a table

/** A word that only gives a kind of claim away is true of what has a test or an award by name. */
function isProvenBy(concept: string, { scheme, polarity, provable }: SchemeStatement): boolean {
  if (polarity !== "affirmed") return false;
  return (certifies[concept]?.includes(scheme) ?? false) || concept === `proof:${provable}`;
}

/** Unscented is what has no perfume. */
function isSaidByLack(statement: PropertyStatement, one: FactStatement): boolean {
  const lacks = statement.concept === "unscented" ? "perfume" : statement.concept === "plastic-free" ? "plastic" : null;
  if (one.kind !== "content" && one.kind !== "material") return false;
  const concept = one.kind === "content" ? one.concept : one.material;
  return lacks === concept && statement.polarity === "affirmed" && one.polarity === "denied";
}

function isExcluded(concept: string, one: FactStatement): boolean {
  if (one.polarity !== "affirmed" || one.fact.tier > 1) return false;
  const excluded = excludes[concept];
  if (one.kind === "content") return excluded?.has(one.concept) ?? false;
  return one.kind === "material" && one.form !== "imitation" && (excluded?.has(one.material) ?? false);
}
