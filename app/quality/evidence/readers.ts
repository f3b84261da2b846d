import type { Fact } from "../facts/fact.ts";
import type { Comparison, FactStatement, Statement } from "../statements/statement.ts";

/** Reads texts and compares what they say: for every kind of statement and every language, in one place. Pure. */
export interface Readers {
  /**
   * @param locale BCP-47
   * @param name of the fact whose value it is; left out for a text
   * @returns in the order of the text
   */
  read(text: string, locale: string, name?: string): Statement[];
  /** @param candidates what facts say of the same kind of thing */
  compare(statement: Statement, candidates: readonly FactStatement[]): Comparison;
}

/** The facts of one product, as statements are held to them. */
export interface ReadFacts {
  facts: readonly Fact[];
  /** what usable facts say of the same kind of thing */
  candidates(statement: Statement): readonly FactStatement[];
}
