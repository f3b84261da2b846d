import { factsOf } from "../../../../app/catalog/facts.ts";
import { assessText } from "../../../../app/quality/evidence/assess-text.ts";
import type { FactBook } from "../../../../app/quality/facts/fact-book.ts";
import { readFacts } from "../../../../app/quality/facts/fact-book.ts";
import type { Goods } from "./goods.ts";

/** The facts of invented goods, read as a shop's product is. */
export function bookOf({ locale, title, attributes = {}, options = {}, description = "" }: Goods): FactBook {
  const facts = factsOf({
    title,
    descriptionHtml: description,
    vendor: "",
    productType: "",
    variants: [],
    facts: {
      category: null,
      tags: [],
      options: Object.entries(options).map(([name, values]) => ({ name, values })),
      attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
      images: [],
    },
  });
  return readFacts({ ...facts, locale });
}

/** Whether a sentence blocks as a contradiction, is only marked, or is let pass; the examiner is off. */
export function verdictOf(
  book: FactBook,
  text: string,
  locale: string,
): "contradicted" | "blocked" | "marked" | "silent" {
  const { found } = assessText(book, { contentType: "desc", text, locale });
  if (found.some(({ code }) => code === "CONTRADICTED_FACT")) return "contradicted";
  if (found.some(({ severity }) => severity === "block")) return "blocked";
  return found.length > 0 ? "marked" : "silent";
}
