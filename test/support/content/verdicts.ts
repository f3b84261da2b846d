import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { StoredVariant } from "../../../app/db/schema/index.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { compareQuantity } from "../../../app/quality/quantities/compare-quantity.ts";
import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";
import { compareWords } from "../../../app/quality/statements/compare-words.ts";
import { readWordStatements } from "../../../app/quality/statements/read-words.ts";

/** A product of which nothing is known but its title and these facts. */
export function bareFacts(changes: Partial<ProductFacts> = {}): ProductFacts {
  return {
    ...{ title: "Thing", descriptionText: "", vendor: "", productType: "", category: null },
    ...{ tags: [], options: [], attributes: [], variants: [], images: [] },
    ...changes,
  };
}

export function someVariant(changes: Partial<StoredVariant> = {}): StoredVariant {
  const nothing = { sku: null, barcode: null, price: null, weightGrams: null, options: [] };
  return { id: "1", position: 1, title: "One", ...nothing, ...changes };
}

/** What the facts make of each number of a text, in its order. */
export function numberVerdicts(text: string, changes: Partial<ProductFacts>, locale = "en"): string[] {
  const book = readFacts(bareFacts(changes));
  return readQuantityStatements(text, { locale }).map(
    (statement) => compareQuantity(statement, book.candidates(statement), locale).verdict,
  );
}

/** What the facts make of each statement in words of a text, in its order. */
export function wordVerdicts(text: string, changes: Partial<ProductFacts>, locale = "en"): string[] {
  const book = readFacts(bareFacts(changes));
  return readWordStatements(text, { locale }).map(
    (statement) => compareWords(statement, book.candidates(statement), locale).verdict,
  );
}
