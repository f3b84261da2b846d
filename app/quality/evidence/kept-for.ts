import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { ofPeople } from "../quantities/ages.ts";
import type { AgeStatement, Statement } from "../statements/statement.ts";

const month = 2_629_800;

/**
 * The fact that says as long a time where a span of years is read as an age on one side only and no word names people: "keeps for
 * five to eight years" of `Cellaring: 5 to 8 years`.
 */
export function durationBehind(book: FactBook, statement: Statement, sentence: string): Fact | null {
  const said = spanOf(statement);
  if (!said || statement.polarity !== "affirmed" || ofPeople.test(sentence)) return null;
  const kind = statement.kind === "age" ? "quantity" : "age";
  for (const one of book.statements(kind)) {
    const known = one.fact.tier > 2 || one.polarity !== "affirmed" ? null : spanOf(one);
    if (known?.from === said.from && known.to === said.to && !ofPeople.test(`${one.fact.name} ${one.fact.value}`))
      return one.fact;
  }
  return null;
}

/** In months. */
function spanOf(statement: Statement): { from: number; to: number } | null {
  if (statement.kind === "age") return ofAge(statement);
  if (statement.kind !== "quantity") return null;
  const { values, to, units } = statement.quantity;
  const unit = units.find((each) => each?.dimension === "time" && each.factor >= month);
  const [from] = values;
  if (!unit || from === undefined) return null;
  const months = (value: number) => Math.round((value * unit.factor) / month);
  return { from: months(from), to: months(to?.[0] ?? from) };
}

function ofAge({ fromMonths, toMonths }: AgeStatement): { from: number; to: number } | null {
  return fromMonths === null ? null : { from: fromMonths, to: toMonths ?? fromMonths };
}
