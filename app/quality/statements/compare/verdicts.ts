import type { Fact } from "../../facts/fact.ts";
import type { Comparison, FactStatement, Polarity, Statement } from "../statement.ts";

export const unknown: Comparison = { verdict: "unknown", fact: null, fix: null };

export function supportedBy({ fact }: { fact: Fact }): Comparison {
  return { verdict: "supported", fact, fix: null };
}

/** @param fix words that put the statement right in its place */
export function refutedBy({ fact }: { fact: Fact }, fix: string | null = null): Comparison {
  return { verdict: "refuted", fact, fix };
}

/** Reviews and what apps fill in prove nothing that a shop must be able to prove. */
export function proves(statement: Statement, { fact }: FactStatement): boolean {
  return statement.provable === null || fact.tier < 3;
}

export function isOpposite(one: Polarity, other: Polarity): boolean {
  return (one === "denied") !== (other === "denied");
}

/**
 * Of facts that agree and facts that do not, which count: the merchant's own words before a description. Equal ones that contradict
 * each other settle nothing.
 */
export function decide(
  statement: Statement,
  agree: readonly FactStatement[],
  oppose: readonly FactStatement[],
  fix: string | null = null,
): Comparison {
  const yes = best(agree.filter((one) => proves(statement, one)));
  const no = best(oppose);
  if (yes && (!no || yes.fact.tier < no.fact.tier)) return supportedBy(yes);
  if (no && (!yes || no.fact.tier < yes.fact.tier)) return refutedBy(no, fix);
  return unknown;
}

function best(statements: readonly FactStatement[]): FactStatement | undefined {
  return statements.reduce<FactStatement | undefined>(
    (found, one) => (found === undefined || one.fact.tier < found.fact.tier ? one : found),
    undefined,
  );
}
