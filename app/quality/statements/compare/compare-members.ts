import type { Comparison, FactStatement, MemberStatement } from "../statement.ts";
import { areNeighbours, isKnownColor } from "../words/implied.ts";
import { refutedBy, supportedBy, unknown } from "./verdicts.ts";

type Member = FactStatement & MemberStatement;

/** A colour or size that a text says is on offer: refuted only by an option or an own attribute whose values are all known and others. */
export function compareMember(statement: MemberStatement, candidates: readonly FactStatement[]): Comparison {
  const members = candidates.filter((one): one is Member => one.kind === "member" && one.set === statement.set);
  if (statement.polarity === "denied") return unknown;
  const same = members.find((one) => one.member === statement.member);
  if (same) return supportedBy(same);
  const neighbour = members.find((one) => isNear(statement, one));
  if (neighbour) return statement.set === "color" ? supportedBy(neighbour) : unknown;
  const options = members.filter((one) => one.fact.kind === "option");
  const own = members.filter((one) => one.fact.tier === 1 && one.fact.kind === "attribute");
  const named = options.length > 0 && statement.set === "size" ? options : [...options, ...own];
  const [first] = named;
  if (!first || !statement.offered || statement.polarity !== "affirmed") return unknown;
  const isSure = statement.set === "size" ? isOtherSize(statement, named) : named.every((one) => isColor(one, named));
  return isSure ? refutedBy(first) : unknown;
}

function isNear(statement: MemberStatement, one: Member): boolean {
  return statement.set === "color"
    ? areNeighbours(one.member, statement.member)
    : one.member.includes(statement.member);
}

/** "Midnight" may be any colour; "azul medio" holds one that is known. */
function isColor(one: Member, all: readonly Member[]): boolean {
  if (one.set !== "color" || isKnownColor(one.member) || one.member.split(/\s/).some(isKnownColor)) return true;
  return all.some((other) => other.fact === one.fact && isKnownColor(other.member) && one.quote.includes(other.quote));
}

const letters = /^(?:[2-6]?x{0,5}[sl]|m|[2-6]xl)$/;

/** A size in letters among sizes in letters: `XXL` and "36" may be the same. */
function isOtherSize(statement: MemberStatement, named: readonly Member[]): boolean {
  return letters.test(statement.member) && named.every((one) => letters.test(one.member));
}
