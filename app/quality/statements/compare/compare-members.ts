import type { Comparison, FactStatement, MemberStatement } from "../statement.ts";
import { areNeighbours, isKnownColor } from "../words/implied.ts";
import { refutedBy, supportedBy, unknown } from "./verdicts.ts";

type Member = FactStatement & MemberStatement;

/** A colour or size that a text says is on offer: refuted only by an option or an own attribute whose values are all known and others. */
export function compareMember(statement: MemberStatement, candidates: readonly FactStatement[]): Comparison {
  const members = candidates.filter((one): one is Member => one.kind === "member" && one.set === statement.set);
  if (statement.polarity !== "affirmed") return unknown;
  const same = members.find((one) => one.member === statement.member);
  if (same) return supportedBy(same);
  const neighbour = members.find((one) => isNear(statement, one));
  if (neighbour) return statement.set === "color" ? supportedBy(neighbour) : unknown;
  const named = members.filter(
    (one) => one.fact.kind === "option" || (one.fact.tier === 1 && one.fact.kind === "attribute"),
  );
  const first = named.find((one) => one.fact.kind === "option") ?? named[0];
  if (!first || !statement.offered) return unknown;
  return named.every((one) => isSurelyOther(one)) ? refutedBy(first) : unknown;
}

function isNear(statement: MemberStatement, one: Member): boolean {
  return statement.set === "color"
    ? areNeighbours(one.member, statement.member)
    : one.member.includes(statement.member);
}

/** "Midnight" may be any colour. */
function isSurelyOther(one: Member): boolean {
  return one.set !== "color" || isKnownColor(one.member) || one.member.split(/\s/).some(isKnownColor);
}
