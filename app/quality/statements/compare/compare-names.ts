import { authorities } from "../../language/data/schemes.ts";
import type {
  Comparison,
  CompatibilityStatement,
  FactStatement,
  SchemeStatement,
  SuperlativeStatement,
} from "../statement.ts";
import { decide, isOpposite, proves, refutedBy, supportedBy, unknown } from "./verdicts.ts";

type Scheme = FactStatement & SchemeStatement;
type Compatibility = FactStatement & CompatibilityStatement;

/** The same scheme with the same number supports; another number, or another body of the same kind, refutes. */
export function compareScheme(statement: SchemeStatement, candidates: readonly FactStatement[]): Comparison {
  const schemes = candidates.filter((one): one is Scheme => one.kind === "scheme" && one.polarity !== "possible");
  const same = schemes.filter((one) => one.scheme === statement.scheme);
  const opposite = same.filter((one) => isOpposite(one.polarity, statement.polarity));
  if (opposite.length > 0 || statement.polarity !== "affirmed") {
    return decide(
      statement,
      same.filter((one) => one.polarity === statement.polarity),
      opposite,
    );
  }
  const support = same.find((one) => proves(statement, one) && isSameNumber(statement, one));
  if (support) return supportedBy(support);
  const numbered = same.filter((one) => one.number !== null);
  const [other] = numbered;
  // Norms are many, and a product may meet several: only the number of one certificate is one.
  if (other && statement.number !== null && numbered.length === 1) return refutedBy(other, fixOf(statement, other));
  const kind = authorities.find((names) => names.includes(statement.scheme));
  const body =
    kind && schemes.find((one) => one.polarity === "affirmed" && one.fact.tier === 1 && kind.includes(one.scheme));
  if (body && same.length === 0) return refutedBy(body);
  const proof = candidates.find((one) => isProofOf(statement, one) && proves(statement, one));
  return proof ? supportedBy(proof) : anyCertificate(statement, schemes);
}

/** Words that say that there is an award, a test or a recommendation, without a name for it. */
function isProofOf({ scheme, provable }: SchemeStatement, one: FactStatement): boolean {
  if (one.kind !== "property" || one.polarity !== "affirmed") return false;
  if (scheme === "award") return one.concept === "proof:award";
  if (scheme === "recommended by doctors") return one.concept === "proof:recommended";
  return provable === "test" && scheme === "clinically proven" && one.concept === "proof:test";
}

function isSameNumber(statement: SchemeStatement, one: SchemeStatement): boolean {
  if (statement.number !== null && one.number !== null && isLicence(statement.number) !== isLicence(one.number))
    return true;
  return (
    statement.number === null ||
    statement.number === one.number ||
    (one.number?.startsWith(`${statement.number}-`) ?? false)
  );
}

function isLicence(number: string): boolean {
  return /[A-Z]|\d{6,}|\d-\d{3,}/.test(number);
}

/** "Certified" is true of what has any certificate, "award-winning" of what has any award. */
function anyCertificate(statement: SchemeStatement, schemes: readonly Scheme[]): Comparison {
  if (statement.scheme !== "certificate" && statement.scheme !== "award") return unknown;
  const kind = statement.scheme === "award" ? "award" : "certificate";
  const one = schemes.find(
    (other) => other.provable === kind && other.polarity === "affirmed" && proves(statement, other),
  );
  return one ? supportedBy(one) : unknown;
}

function fixOf(statement: SchemeStatement, { number }: SchemeStatement): string | null {
  if (statement.number === null || number === null) return null;
  return statement.quote.replace(statement.number, number);
}

/** All words of the name in the fact's name support; the same make with another number refutes. */
export function compareCompatibility(
  statement: CompatibilityStatement,
  candidates: readonly FactStatement[],
): Comparison {
  const all = candidates.filter((one): one is Compatibility => one.kind === "compatibility");
  const words = wordsOf(statement.with);
  const same = all.filter((one) => words.every((word) => wordsOf(one.with).includes(word)));
  const agree = same.filter((one) => one.polarity === statement.polarity);
  const oppose = same.filter((one) => isOpposite(one.polarity, statement.polarity));
  if (same.length > 0) return decide(statement, agree, oppose);
  if (statement.polarity !== "affirmed" || !/\d/.test(statement.with)) return unknown;
  const other = all.find(
    (one) => one.polarity === "affirmed" && one.fact.tier === 1 && isOtherModel(words, wordsOf(one.with)),
  );
  return other ? refutedBy(other) : unknown;
}

function wordsOf(name: string): string[] {
  return name.split(/[\s/-]+/u).filter((word) => word !== "");
}

/** `iPhone 15` and `iPhone 14`: the same name, and numbers that differ. */
function isOtherModel(words: readonly string[], others: readonly string[]): boolean {
  return (
    words[0] === others[0] &&
    words.length > 1 &&
    words.slice(1).some((word) => /\d/.test(word) && !others.includes(word)) &&
    others.slice(1).some((word) => /\d/.test(word))
  );
}

/** Only the merchant's own words back what compares with all others. */
export function compareSuperlative(statement: SuperlativeStatement, candidates: readonly FactStatement[]): Comparison {
  const same = candidates.find(
    (one) => one.kind === "superlative" && one.concept === statement.concept && one.fact.tier < 3,
  );
  return same ? supportedBy(same) : unknown;
}
