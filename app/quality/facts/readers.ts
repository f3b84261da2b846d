import { readQuantities } from "../quantities/read-quantities.ts";
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
  quantities: (text) =>
    readQuantities(text).map((quantity): QuantityStatement => {
      const start = quantity.start ?? 0;
      const at = { start, end: start + quantity.text.length };
      return { kind: "quantity", quantity, role: null, at, quote: quantity.text, polarity: "affirmed", provable: null };
    }),
  words: readWordStatements,
};
