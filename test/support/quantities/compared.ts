import type { Fact } from "../../../app/quality/facts/fact.ts";
import { compareQuantity } from "../../../app/quality/quantities/compare-quantity.ts";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";
import type { FactStatement } from "../../../app/quality/statements/statement.ts";

/**
 * What facts make of the quantities of a text.
 * @param facts `Name: value; Name: value`
 */
export function compared(facts: string, text: string): { verdicts: string[]; fixes: (string | null)[] } {
  const candidates = facts.split("; ").flatMap((words, i): FactStatement[] => {
    const [name = "", ...rest] = words.split(": ");
    const fact = factOf(`f${i + 1}`, name, rest.join(": "));
    return readQuantityStatements(fact.value, { locale: "en", name }).map((statement) => ({ ...statement, fact }));
  });
  const locale = /[äöüß]|\bEs\b/.test(text) ? "de" : /\p{Script=Han}/u.test(text) ? "ja" : "en";
  const comparisons = readQuantityStatements(text, { locale }).map((statement) =>
    compareQuantity(statement, candidates, locale),
  );
  return {
    verdicts: comparisons.map(({ verdict }) => verdict),
    fixes: comparisons.filter(({ verdict }) => verdict === "refuted").map(({ fix }) => fix),
  };
}

function factOf(id: string, name: string, value: string): Fact {
  return { id, path: `attributes.${name}`, name, value, kind: "attribute", tier: 1 };
}
