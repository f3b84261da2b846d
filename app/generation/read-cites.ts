import { isRecord } from "../lib/json.ts";
import type { Citation } from "../quality/evidence/citation.ts";
import type { FactBook } from "../quality/facts/fact-book.ts";
import { takeOut } from "./take-out.ts";

/** The field of an answer that names facts beside the texts. It is no text, whatever is in it. */
export const citesName = "cites";

const mostCites = 60;
const maxQuoteChars = 300;

/** What stands in the product's data under a name instead of an id. */
const paths: Readonly<Record<string, string>> = {
  title: "title",
  brand: "vendor",
  product_type: "product_type",
  category: "category",
};

/** An answer without the lists of citations that it holds, and these. Whatever else is in it stays as it is. */
export function splitCites(json: unknown): { rest: unknown; cites: unknown[] } {
  const { rest, taken } = takeOut(json, (name, value) => name.toLowerCase() === citesName && Array.isArray(value));
  return { rest, cites: taken.filter(Array.isArray).flatMap((list: unknown[]) => list.slice(0, mostCites)) };
}

/**
 * What a model says of its texts, as far as it can be read: `["words of a text", "f3"]`, or an object that names both. What
 * cannot is left out; what names no fact of the product stays, as a claim that none backs.
 */
export function readCites(cites: readonly unknown[], book: Pick<FactBook, "byPath">): Citation[] {
  return cites.slice(0, mostCites).flatMap((one): Citation[] => {
    const [quote, fact] = Array.isArray(one) ? one : isRecord(one) ? [one.quote ?? one.text, one.fact ?? one.id] : [];
    if (typeof quote !== "string" || typeof fact !== "string") return [];
    const words = quote.trim();
    if (words === "" || words.length > maxQuoteChars) return [];
    return [{ quote: words, fact: idOf(fact.trim(), book) }];
  });
}

/** `f3`, also with its name behind it as the product's data has it. */
function idOf(fact: string, book: Pick<FactBook, "byPath">): string {
  const id = /^f\d{1,5}(?!\S)/.exec(fact)?.[0];
  if (id !== undefined) return id;
  const path = Object.hasOwn(paths, fact) ? paths[fact] : undefined;
  return (path === undefined ? undefined : book.byPath(path)?.id) ?? fact.slice(0, 20);
}
