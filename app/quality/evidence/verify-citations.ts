import { spansOf } from "../../lib/html/spans-of-words.ts";
import type { Fact } from "../facts/fact.ts";
import type { FactBook } from "../facts/fact-book.ts";
import type { Span, Statement } from "../statements/statement.ts";
import type { Citation } from "./citation.ts";
import { contentWords, wordSet } from "./content-words.ts";
import { agreesWith } from "./quoted-fact.ts";
import { compareStatement, readStatements } from "./readers.ts";

/** A citation whose words stand in the text. */
export interface PlacedCitation {
  quote: string;
  spans: Span[];
  /** null: the fact does not say so, so the words are doubtful */
  fact: Fact | null;
  /** statements in these words that the cited fact itself says */
  said: readonly Statement[];
}

/** More than a writer needs; a hostile one may send thousands. */
const maxCitations = 60;

/**
 * What the writer's citations count for. The fact is one that counts, its numbers, units and polarity agree with the words, and
 * both share a word or a statement. Citations whose words the text does not hold are left out.
 * @param statements of the text, in its order
 */
export function verifyCitations(
  book: Pick<FactBook, "byId" | "facts">,
  {
    citations,
    text,
    statements,
    locale,
  }: { citations: readonly Citation[]; text: string; statements: readonly Statement[]; locale: string },
): PlacedCitation[] {
  return citations.slice(0, maxCitations).flatMap(({ quote, fact: id }) => {
    const spans = spansOf(text, quote);
    if (spans.length === 0) return [];
    const fact = book.byId(id);
    const inside = statements.filter(({ at }) => spans.some(({ start, end }) => at.start >= start && at.end <= end));
    const said = fact && !fact.unusable ? backedBy(book, { fact, quote, inside, locale }) : null;
    return [{ quote, spans, fact: (said && fact) ?? null, said: said ?? [] }];
  });
}

/** null: the fact does not say so */
function backedBy(
  book: Pick<FactBook, "facts">,
  { fact, quote, inside, locale }: { fact: Fact; quote: string; inside: readonly Statement[]; locale: string },
): Statement[] | null {
  const said = readStatements(fact.value, book.facts.locale ?? locale, { name: fact.name }).map((statement) => ({
    ...statement,
    fact,
  }));
  const words = `${fact.name} ${fact.value}`;
  const supported: Statement[] = [];
  for (const statement of inside) {
    const { verdict } = compareStatement(statement, said, locale);
    if (verdict === "refuted" || (verdict === "unknown" && !agreesWith(statement, said, words))) return null;
    if (verdict === "supported") supported.push(statement);
  }
  if (supported.length > 0) return supported;
  const set = wordSet(contentWords(words, locale));
  return [...contentWords(quote, locale)].some((word) => set.has(word)) ? [] : null;
}
