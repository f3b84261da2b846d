import type { ProductFacts } from "../../../app/catalog/facts.ts";
import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "./facts.ts";

/** Sentences about one product, by what must become of them with the examiner off. */
export interface HeldProduct {
  /** BCP-47 */
  locale: string;
  /** `Name: value`, one a line */
  facts: string;
  /** `Name: value, value`, one a line; default: no options */
  options?: string;
  /** default: someFacts' own */
  vendor?: string;
  /** a fact says otherwise, or a shop must be able to prove it and no fact says so */
  blocked: readonly string[];
  /** true, or no claim */
  silent: readonly string[];
}

/** The sentences of a product that are judged otherwise than they must be, each with what was found of it. */
export function misjudged({ locale, facts, options: offered = "", vendor, blocked, silent }: HeldProduct): string[] {
  const options = fieldsOf(offered).map(({ name, value }) => ({ name, values: value.split(", ") }));
  const bare = { title: "N 7", descriptionText: "", productType: "", category: "", tags: [], options, images: [] };
  const given = { ...bare, attributes: fieldsOf(facts), ...(vendor === undefined ? {} : { vendor }) };
  const product: ProductFacts = { ...someFacts(given), locale };
  const book = readFacts(product);
  const found = (text: string) => assessText(book, { contentType: "desc", text, locale }).found;
  return [
    ...blocked.flatMap((text) =>
      found(text).some(({ severity = "block" }) => severity === "block")
        ? []
        : [`not blocked: ${text}${found(text).length > 0 ? " (marked)" : ""}`],
    ),
    ...silent.flatMap((text) => {
      const [first] = found(text);
      return first ? [`${first.severity ?? "block"}: ${text} [${first.quote ?? ""}]`] : [];
    }),
  ];
}

function fieldsOf(lines: string): { name: string; value: string }[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ name: line.slice(0, line.indexOf(":")), value: line.slice(line.indexOf(":") + 1).trim() }));
}
