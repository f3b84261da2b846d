import { readQuantityStatements } from "../quantities/read-quantity-statements.ts";
import { readWordStatements } from "../statements/read-words.ts";
import type { AgeStatement, QuantityStatement, Statement } from "../statements/statement.ts";

/** How the words of a fact are read. */
export interface ReadOptions {
  /** BCP-47 of the product's data */
  locale: string;
  /** what the words are the value of */
  name?: string | undefined;
}

/** The readers of statements, the same for facts and for texts. */
export interface Readers {
  quantities(text: string, options: ReadOptions): (QuantityStatement | AgeStatement)[];
  words(text: string, options: ReadOptions): Statement[];
}

export const readers: Readers = {
  // Names and values of one product are often of two languages: those of a field are read in all.
  quantities: (text, { locale, name }) =>
    readQuantityStatements(text, name === undefined ? { locale } : { name, own: locale }),
  words: readWordStatements,
};
