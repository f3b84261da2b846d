import type { Quantity } from "../../quantities/quantity.ts";
import { inBase } from "../../quantities/unit.ts";
import type { Comparison, FactStatement, TermStatement } from "../statement.ts";
import { decide, proves, refutedBy, supportedBy, unknown } from "./verdicts.ts";

type Term = FactStatement & TermStatement;

/** The same term for the same time supports; another time, "lifetime" for years, or a denial refutes. */
export function compareTerm(statement: TermStatement, candidates: readonly FactStatement[]): Comparison {
  const terms = candidates.filter((one): one is Term => one.kind === "term" && isSameTerm(statement, one));
  const opposite = terms.filter((one) => (one.polarity === "denied") !== (statement.polarity === "denied"));
  if (statement.polarity !== "affirmed" || opposite.length > 0) {
    return decide(
      statement,
      terms.filter((one) => one.polarity === statement.polarity && says(statement, one)),
      opposite,
    );
  }
  const support = terms.find((one) => proves(statement, one) && one.polarity === "affirmed" && says(statement, one));
  if (support) return supportedBy(support);
  const others = terms.filter((one) => one.polarity === "affirmed" && isOtherTime(statement, one));
  const [other] = others.sort((a, b) => a.fact.tier - b.fact.tier);
  return other ? refutedBy(other, fixOf(statement, other)) : unknown;
}

/** Money back is a return. */
function isSameTerm(statement: TermStatement, one: TermStatement): boolean {
  return (
    statement.term === one.term ||
    [statement.term, one.term].every((term) => term === "returns" || term === "money_back")
  );
}

function says(statement: TermStatement, one: TermStatement): boolean {
  if (statement.free && !one.free) return false;
  if (statement.unlimited) return one.unlimited;
  if (statement.duration === null) return true;
  return one.duration !== null && isSameTime(statement.duration, one.duration);
}

/** Both say how long, and it is not as long. Returns and shipping have several times: only warranties surely have one. */
function isOtherTime(statement: TermStatement, one: TermStatement): boolean {
  if (
    statement.term === "shipping" ||
    (statement.free && !one.free && statement.duration === null && !statement.unlimited)
  )
    return false;
  if (statement.unlimited) return one.duration !== null;
  if (statement.duration === null) return false;
  return one.unlimited || (one.duration !== null && !isSameTime(statement.duration, one.duration));
}

/** 24 months are 2 years; a month is 30 days for a shop. */
const tolerance = 0.035;

function isSameTime(one: Quantity, other: Quantity): boolean {
  const [times, others] = [secondsOf(one), secondsOf(other)];
  return times.some((time) => others.some((seconds) => Math.abs(time - seconds) <= seconds * tolerance));
}

function secondsOf({ values, units }: Quantity): number[] {
  return values.flatMap((value) => units.flatMap((unit) => (unit?.dimension === "time" ? [inBase(value, unit)] : [])));
}

/** The fact's time in the place of the text's. */
function fixOf(statement: TermStatement, one: TermStatement): string | null {
  if (!statement.duration || !one.duration || !statement.quote.includes(statement.duration.text)) return null;
  const hyphened = /\d-\p{L}/u.test(statement.duration.text);
  return hyphened ? null : statement.quote.replace(statement.duration.text, one.duration.text);
}
