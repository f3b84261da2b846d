import type { StoredFacts, StoredVariant } from "../db/schema/index.ts";
import { digestOf } from "../lib/digest.ts";
import { hiddenTextOfHtml } from "../lib/html/text-of-html.ts";
import { attributeKey } from "./attribute-key.ts";
import { describedFacts } from "./described-facts.ts";
import { descriptionText } from "./description-text.ts";
import { type Keywords, layKeywordsOver, type OwnKeywords } from "./keywords.ts";
import type { MachineWords } from "./machine-words.ts";
import { layOver, type OwnAttribute, type ProductAttribute } from "./own-attributes.ts";

/** What a text about a product may use. Given to the prompt as data and to the checks as evidence; never invented. */
export interface ProductFacts {
  title: string;
  /** plain text of the live description, one line a block */
  descriptionText: string;
  vendor: string;
  productType: string;
  category: string | null;
  tags: string[];
  options: { name: string; values: string[] }[];
  /** readable name and value, e.g. Material: 100% linen, those that the description names included */
  attributes: ProductAttribute[];
  variants: StoredVariant[];
  images: StoredFacts["images"];
  /** wishes about its texts rather than facts; absent when it has none */
  keywords?: Keywords | undefined;
  /** of its prices, ISO 4217; absent where nobody knows the shop's */
  currency?: string | undefined;
  /** BCP-47 of the shop's own language, which most of its data is in; absent where nobody knows it */
  locale?: string | undefined;
  /** hosts of the shop's own pages, lower case: links there are its own; absent where nobody knows them */
  ownHosts?: readonly string[] | undefined;
  /** words of the description's HTML that no reader of the page sees; absent when there are none */
  hiddenText?: string | undefined;
  /** what was taken out because it is evidence for nothing; absent where nobody looked or nothing was */
  machineWords?: readonly MachineWords[] | undefined;
}

/** The columns of a product that its facts come from. */
export interface FactSource {
  title: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  facts: StoredFacts;
  variants: StoredVariant[];
  /** what the merchant added to them or put right */
  ownAttributes?: readonly OwnAttribute[] | undefined;
  /** keyword groups that the merchant gave it */
  ownKeywords?: readonly OwnKeywords[] | undefined;
}

export function factsOf(product: FactSource): ProductFacts {
  const { category, tags, options, images } = product.facts;
  const keywords = layKeywordsOver(product.facts.keywords, product.ownKeywords ?? []);
  const text = descriptionText(product.descriptionHtml);
  const hiddenText = hiddenTextOfHtml(product.descriptionHtml);
  const attributes = withDescribed(
    layOver(product.facts.attributes, product.ownAttributes ?? []),
    describedFacts(product.descriptionHtml, text),
  );
  return {
    title: product.title,
    descriptionText: text,
    vendor: product.vendor,
    productType: product.productType,
    category,
    tags,
    options,
    attributes,
    variants: product.variants,
    images,
    ...(hiddenText === "" ? {} : { hiddenText }),
    ...(keywords ? { keywords } : {}),
  };
}

/** Values that only the description gives, under a name of its own. */
function withDescribed(attributes: ProductAttribute[], described: ProductAttribute[]): ProductAttribute[] {
  if (described.length === 0) return attributes;
  const known = new Set(attributes.map(({ name }) => attributeKey(name)));
  return [...attributes, ...described.filter(({ name }) => !known.has(attributeKey(name)))];
}

/**
 * Hash of the facts a text may use: when it changes, texts based on the old one are stale. The live title, description
 * and alt texts are left out, as are prices and codes: publishing one text must not make its neighbours stale, and an edit
 * of a live text behind our back is told by the version's base. Starts with the rule's version, so that a new rule makes
 * the next import write every product again.
 */
export function factsDigest(product: Pick<FactSource, "vendor" | "productType" | "facts" | "variants">): string {
  const { category, tags, options, keywords } = product.facts;
  // A text of ours that goes live must not make the texts of those stale that point to its product.
  // Who fills a metafield says how far it is trusted, not what it says.
  const attributes = product.facts.attributes.flatMap(({ source: _source, ...attribute }) =>
    attribute.ofProducts ? [] : [attribute],
  );
  const variants = product.variants.map((variant) => [variant.title, variant.weightGrams, variant.options]);
  const rest = keywords ? [variants, keywords] : [variants];
  return digestOf(
    JSON.stringify(["f1", product.vendor, product.productType, category, tags, options, attributes, ...rest]),
  );
}

/** What is known of a product beside its live description: that text is no evidence for itself. */
export function withoutDescription(facts: ProductFacts): ProductFacts {
  const { hiddenText: _hidden, ...rest } = facts;
  return {
    ...rest,
    descriptionText: "",
    attributes: facts.attributes.filter(({ source }) => source !== "description"),
  };
}
