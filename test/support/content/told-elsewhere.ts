import { assessText } from "../../../app/quality/evidence/assess-text.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "./facts.ts";

/** A product with texts about it in other languages than its own. */
export interface ToldProduct {
  /** BCP-47 of its facts */
  locale: string;
  title?: string;
  description?: string;
  /** `Name: value` */
  facts: readonly string[];
  /** locale and a true text */
  said: readonly [string, string][];
  /** locale and one that no fact backs */
  denied: readonly [string, string][];
}

/** What is found of each text with the examiner off. */
export function outcomesOf(
  { locale, title = "N 7", description = "", facts }: Omit<ToldProduct, "said" | "denied">,
  texts: readonly [string, string][],
) {
  const attributes = facts.map((line) => {
    const at = line.indexOf(":");
    return { name: line.slice(0, at), value: line.slice(at + 1).trim() };
  });
  const bare = { productType: "", category: "", tags: [], options: [], images: [], variants: [] };
  const book = readFacts({ ...someFacts({ ...bare, title, descriptionText: description, attributes }), locale });
  return texts.map(([language, text]) => {
    const { found } = assessText(book, { contentType: "desc", text, locale: language });
    return {
      text,
      found: found.map(({ code, quote = "" }) => `${code} ${quote}`),
      blocks: found.some(({ severity = "block" }) => severity === "block"),
    };
  });
}
