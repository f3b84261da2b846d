import type { Fact } from "../../app/quality/facts/fact.ts";
import { compareWords } from "../../app/quality/statements/compare-words.ts";
import { readWordStatements } from "../../app/quality/statements/read-words.ts";
import type { Comparison, FactStatement, Statement } from "../../app/quality/statements/statement.ts";

/** What a statement says in short: `gluten denied`, `PT made`, `cotton 95%`, `2 years warranty`. */
export function inShort(statement: Statement): string {
  const said = statement.polarity === "affirmed" ? "" : ` ${statement.polarity}`;
  switch (statement.kind) {
    case "property":
    case "content":
    case "superlative":
      return `${statement.concept}${said}`;
    case "material": {
      const share = statement.percent === null ? "" : ` ${statement.percent}%`;
      return `${statement.material}${statement.form ? ` ${statement.form}` : ""}${share}${said}`;
    }
    case "origin":
      return `${statement.place} ${statement.act}${said}`;
    case "scheme":
      return `${statement.scheme}${statement.number ? ` ${statement.number}` : ""}${said}`;
    case "member":
      return `${statement.set} ${statement.member}${said}`;
    case "term": {
      const time = statement.unlimited ? " lifetime" : statement.duration ? ` ${statement.duration.text.trim()}` : "";
      return `${statement.term}${time}${statement.free ? " free" : ""}${said}`;
    }
    case "compatibility":
      return `with ${statement.with}${said}`;
    default:
      return statement.kind;
  }
}

/** @returns the statements in words of a text, in short */
export function claimsOf(locale: string, text: string, name?: string): string[] {
  return readWordStatements(text, { locale, name }).map(inShort);
}

/** A fact with a name; tier 1 of an own attribute unless said otherwise. */
export function fact(name: string, value: string, over: Partial<Fact> = {}): Fact {
  return { id: "f1", path: `attributes.${name}`, name, value, kind: "attribute", tier: 1, ...over };
}

/** What facts state. @param facts without a name: sentences of a description, tier 2 */
export function statementsOf(locale: string, facts: readonly (Fact | string)[]): FactStatement[] {
  return facts.flatMap((one) => {
    const known = typeof one === "string" ? fact("Description", one, { kind: "description", tier: 2 }) : one;
    const name = typeof one === "string" ? undefined : one.name;
    return readWordStatements(known.value, { locale, name }).map((statement) => ({ ...statement, fact: known }));
  });
}

/** What facts make of the statements of a text, in their order. */
export function verdictsOf(locale: string, text: string, facts: readonly (Fact | string)[]): Comparison[] {
  const candidates = statementsOf(locale, facts);
  return readWordStatements(text, { locale }).map((statement) => compareWords(statement, candidates, locale));
}
