import type { Comparison, ContentStatement, FactStatement, MaterialStatement } from "../statement.ts";
import { canonical, implies } from "../words/implied.ts";
import { decide, proves, refutedBy, supportedBy, unknown } from "./verdicts.ts";

/** What is in the product and what it is made of: leather may be named as either. */
type Stuff = FactStatement & (ContentStatement | MaterialStatement);

function isStuff(one: FactStatement): one is Stuff {
  return one.kind === "content" || one.kind === "material";
}

function conceptOf(one: ContentStatement | MaterialStatement): string {
  return canonical(one.kind === "content" ? one.concept : one.material);
}

/** "Contains milk", "without nuts": a trace that may be there refutes a denial and supports nothing. */
export function compareContent(statement: ContentStatement, candidates: readonly FactStatement[]): Comparison {
  const found = comparePresence(statement, candidates.filter(isStuff));
  if (found.verdict !== "unknown" || statement.polarity !== "denied") return found;
  const property = candidates.find(
    (one) =>
      one.kind === "property" &&
      one.polarity === "affirmed" &&
      rulesOut[one.concept]?.has(statement.concept) &&
      proves(statement, one),
  );
  return property ? supportedBy(property) : found;
}

/** What is not in a thing of this property, whoever certifies it; allergens may still get into vegan food. */
const rulesOut: Readonly<Record<string, ReadonlySet<string>>> = {
  vegan: new Set(["animal products", "gelatin", "honey", "beeswax", "leather", "fur", "wool", "silk", "down"]),
  unscented: new Set(["perfume"]),
  "plastic-free": new Set(["plastic"]),
};

/** East Asian words of what gives a scent and of what gives a taste. */
const scentOrTaste = /香料|향료/u;

/** What the words of a statement may mean. */
function meaningsOf(statement: Stuff | ContentStatement | MaterialStatement): readonly string[] {
  const concept = conceptOf(statement);
  return concept === "perfume" && scentOrTaste.test(statement.quote) ? [concept, "flavourings"] : [concept];
}

function comparePresence(statement: ContentStatement | MaterialStatement, stuff: readonly Stuff[]): Comparison {
  const meanings = meaningsOf(statement);
  const agree: Stuff[] = [];
  const oppose: Stuff[] = [];
  for (const one of stuff) {
    const others = meaningsOf(one);
    const says = others.some((other) => meanings.some((meant) => implies(other, meant)));
    const isSaid = others.some((other) => meanings.some((meant) => implies(meant, other)));
    if (one.kind === "material" && one.form === "imitation") continue;
    if (statement.polarity === "denied") {
      if (one.polarity === "denied" && isSaid) agree.push(one);
      else if (one.polarity !== "denied" && says) oppose.push(one);
    } else if (one.polarity === "denied") {
      if (isSaid) oppose.push(one);
    } else if (says && (one.polarity === "affirmed" || statement.polarity === "possible")) agree.push(one);
  }
  return decide(statement, agree, oppose);
}

/** Forms that cannot both be true of one material. */
const conflicts: Readonly<Record<string, ReadonlySet<string | null>>> = {
  solid: new Set(["plated", "imitation", "veneer", "filled"]),
  plated: new Set(["solid"]),
  imitation: new Set(["solid"]),
  veneer: new Set(["solid"]),
  filled: new Set(["solid", "plated"]),
};

/** Forms of a fact that make the plain name of the material untrue: plated gold is no gold, faux leather no leather. */
const unlike: ReadonlySet<string | null> = new Set(["plated", "imitation", "filled"]);

/** Material, form and share. */
export function compareMaterial(statement: MaterialStatement, candidates: readonly FactStatement[]): Comparison {
  const stuff = candidates.filter(isStuff);
  if (statement.polarity === "denied") return comparePresence(statement, stuff);
  const facts = stuff.filter((one) => one.kind === "material" || one.kind === "content");
  const same = facts.filter((one) => one.polarity === "affirmed" && isSame(statement, one));
  const supporting = same.find((one) => supports(statement, one));
  if (supporting) return supportedBy(supporting);
  const denial = facts.filter((one) => one.polarity === "denied" && implies(conceptOf(statement), conceptOf(one)));
  if (denial.length > 0 && same.length === 0 && statement.form !== "imitation") return decide(statement, [], denial);
  const otherForm = same.find((one) => one.kind === "material" && hasOtherForm(statement, one));
  // "Oak" in a description leaves open what "solid oak" and "oak veneer" say.
  const isOpen = (one: Stuff) => statement.form !== null && one.kind === "material" && one.form === null && !one.whole;
  if (otherForm && same.every((one) => isOpen(one) || (one.kind === "material" && hasOtherForm(statement, one)))) {
    return refutedBy(otherForm, fixOfForm(statement, otherForm));
  }
  const otherShare = same.find((one) => one.kind === "material" && isOtherShare(statement, one, same));
  if (otherShare) return refutedBy(otherShare, fixOfShare(statement, otherShare));
  return otherMaterial(
    statement,
    facts.filter((one) => one.kind === "material"),
  );
}

function isSame(statement: MaterialStatement, one: Stuff): boolean {
  const [text, fact] = [conceptOf(statement), conceptOf(one)];
  return implies(fact, text) || (one.kind === "material" && one.form !== null && implies(text, fact));
}

function supports(statement: MaterialStatement, one: Stuff): boolean {
  if (!proves(statement, one) || !implies(conceptOf(one), conceptOf(statement))) return false;
  if (one.kind === "content") return statement.form === null && statement.percent === null;
  if (statement.percent !== null && one.percent !== statement.percent) {
    // Cotton is 100 % where it is the only material of the label.
    const isAll = statement.percent === 100 && one.percent === null && one.whole && one.form === null && isAlone(one);
    if (!isAll) return false;
  }
  if (statement.form === one.form) return true;
  if (statement.form === null) return !unlike.has(one.form);
  // 100 % cotton is real cotton.
  return statement.form === "solid" && one.percent === 100 && one.form === null;
}

/** A value that names no second material. */
function isAlone({ fact, quote }: { fact: { value: string }; quote: string }): boolean {
  return fact.value.trim().length <= quote.length + 2;
}

function hasOtherForm(statement: MaterialStatement, one: MaterialStatement): boolean {
  if (one.form === null) return false;
  if (statement.form === null)
    return unlike.has(one.form) && statement.percent !== null ? true : unlike.has(one.form) && statement.whole;
  return conflicts[statement.form]?.has(one.form) ?? false;
}

function isOtherShare(statement: MaterialStatement, one: MaterialStatement, same: readonly Stuff[]): boolean {
  if (statement.percent === null || one.percent === null || one.percent === statement.percent) return false;
  return same.every((other) => other.kind !== "material" || other.percent !== statement.percent);
}

/** "Oak veneer" for "solid oak", where the fact's value is nothing else. */
function fixOfForm(statement: MaterialStatement, one: Stuff): string | null {
  const value = one.fact.value.trim();
  return value === one.quote.trim() && value.length <= statement.quote.length * 3 ? value : null;
}

/** The fact's share in the text's words: `95%` for `100%`. */
function fixOfShare(statement: MaterialStatement, one: Stuff): string | null {
  if (one.kind !== "material" || one.percent === null || statement.percent === null) return null;
  const written = /\d{1,3}(?:[.,]\d{1,2})?/u.exec(statement.quote);
  if (!written) return null;
  const comma = /\d,\d/.test(statement.quote);
  const share = String(one.percent);
  return statement.quote.replace(written[0], comma ? share.replace(".", ",") : share);
}

/** "100 % cotton" or "made of oak" where the facts name what the whole is made of, and it is another. */
function otherMaterial(
  statement: MaterialStatement,
  facts: readonly (FactStatement & MaterialStatement)[],
): Comparison {
  if (statement.polarity !== "affirmed" || statement.form === "plated") return unknown;
  if (!statement.whole && statement.percent === null) return unknown;
  const others = facts.filter((one) => one.fact.tier === 1 && one.whole && one.polarity === "affirmed");
  const related = facts.some((one) => isSame(statement, one) || isOpenTo(statement, one, others));
  const first = others[0];
  if (!first || related) return unknown;
  // A share of a material that the list of shares does not have is one too many.
  const hasShares = others.some((one) => one.percent !== null);
  const isSure = statement.percent === 100 || statement.whole || hasShares;
  return isSure ? refutedBy(first) : unknown;
}

/** "Wood" may be maple, but not where it is the beech that the label names. */
function isOpenTo(
  statement: MaterialStatement,
  one: FactStatement & MaterialStatement,
  named: readonly (FactStatement & MaterialStatement)[],
): boolean {
  const [wanted, general] = [conceptOf(statement), conceptOf(one)];
  if (!implies(wanted, general)) return false;
  return !named.some((other) => conceptOf(other) !== general && implies(conceptOf(other), general));
}
