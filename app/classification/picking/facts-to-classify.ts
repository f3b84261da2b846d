import { factsOf } from "../../catalog/facts.ts";
import type { Product } from "../../catalog/product.ts";
import { digestOf } from "../../lib/digest.ts";
import { listFacts } from "../../quality/facts/list-facts.ts";
import { withoutMachineWords } from "../../quality/facts/without-machine-words.ts";
import type { ProductToClassify } from "../shortlist/read-product.ts";

/** What is read of a product to classify it. */
export interface ClassifiedFacts {
  product: ProductToClassify;
  /** in reading order; what a quote has to stand in */
  facts: readonly { name: string; value: string }[];
  /** digest of all of this: when it changes, a proposal is outdated */
  basis: string;
}

/** Codes and prices say nothing of a kind, and the category that the product has must not vouch for itself. */
const unread: ReadonlySet<string> = new Set(["category", "variant", "code", "price"]);
const mostFacts = 80;
const factChars = 400;

/** @param locale BCP-47 of the shop's own texts */
export function factsToClassify(product: Product, locale: string): ClassifiedFacts {
  const usable = withoutMachineWords(factsOf(product));
  const facts = listFacts(usable)
    .flatMap(({ fact }) => (fact.unusable || unread.has(fact.kind) ? [] : [fact]))
    .slice(0, mostFacts)
    .map(({ name, value }) => ({ name, value: value.slice(0, factChars) }));
  return withBasis({
    facts,
    product: {
      title: usable.title,
      type: usable.productType,
      vendor: usable.vendor,
      tags: usable.tags,
      description: usable.descriptionText,
      options: usable.options.map(({ name }) => name),
      locale,
    },
  });
}

export function withBasis(read: Omit<ClassifiedFacts, "basis">): ClassifiedFacts {
  return { ...read, basis: digestOf(JSON.stringify(["c1", read.product, read.facts])) };
}
