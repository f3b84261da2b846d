import { spansOf } from "../../lib/html/spans-of-words.ts";
import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { yesNoOf } from "../language/yes-no.ts";
import { polarityAt } from "../statements/read-words.ts";
import type { Statement } from "../statements/statement.ts";

/** Longer facts are texts of their own, read sentence by sentence. */
const maxChars = 600;
/** Of a product with thousands of facts so many are looked through. */
const maxFacts = 300;
const shortestQuote = 2;

/**
 * The fact that says the very words of a statement which no reader of its language understands: the same words, meant the same
 * way. What a fact names among other things is a material of the product only where the merchant's own fields say so.
 * @returns null where no usable fact does; numbers and ages are never compared by their letters
 */
export function sayingFact(statement: Statement, book: FactBook, locale: string): Fact | null {
  const { kind, quote, polarity } = statement;
  if (kind === "quantity" || kind === "age" || kind === "member" || quote.length < shortestQuote) return null;
  for (const fact of book.list.slice(0, maxFacts)) {
    if (fact.unusable || fact.tier > 2 || fact.kind === "code" || fact.kind === "vendor") continue;
    if (fact.value.length > maxChars || (kind === "material" && fact.kind !== "attribute")) continue;
    const words = fact.kind === "attribute" ? `${fact.name}: ${fact.value}` : fact.value;
    const [span] = spansOf(words, quote);
    if (!span || yesNoOf(fact.value)?.says === "no") continue;
    if (polarityAt(words, span, book.facts.locale ?? locale) === polarity) return fact;
  }
  return null;
}
