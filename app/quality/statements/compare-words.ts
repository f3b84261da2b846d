import { compareContent, compareMaterial } from "./compare/compare-materials.ts";
import { compareMember } from "./compare/compare-members.ts";
import { compareCompatibility, compareScheme, compareSuperlative } from "./compare/compare-names.ts";
import { compareOrigin } from "./compare/compare-origins.ts";
import { compareProperty } from "./compare/compare-properties.ts";
import { compareTerm } from "./compare/compare-terms.ts";
import { unknown } from "./compare/verdicts.ts";
import type { Comparison, FactStatement, Statement } from "./statement.ts";

/**
 * What the facts make of a statement in words. Refuted only where a fact surely says otherwise; in doubt unknown. Quantities and ages
 * are not compared here.
 * @param candidates what facts state, of any kind: those of other kinds are passed over
 * @param locale BCP-47 of the text, for the words of a fix; null: no fix
 */
export function compareWords(
  statement: Statement,
  candidates: readonly FactStatement[],
  locale: string | null = null,
): Comparison {
  const usable = candidates.filter(({ fact }) => fact.unusable === undefined);
  switch (statement.kind) {
    case "property":
      return compareProperty(statement, usable);
    case "content":
      return compareContent(statement, usable);
    case "material":
      return compareMaterial(statement, usable);
    case "origin":
      return compareOrigin(statement, usable, locale);
    case "scheme":
      return compareScheme(statement, usable);
    case "member":
      return compareMember(statement, usable);
    case "term":
      return compareTerm(statement, usable);
    case "compatibility":
      return compareCompatibility(statement, usable);
    case "superlative":
      return compareSuperlative(statement, usable);
    default:
      return unknown;
  }
}
