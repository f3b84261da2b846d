import type { ProductFacts } from "../catalog/facts.ts";
import type { ContentConfig } from "./content-config.ts";

/** A named property of a product, under the name that the config gives it. */
export interface NamedAttribute {
  label: string;
  values: string[];
}

/** A product's properties by name: `brand`, `Brand` and what `client.field_map` calls it lead to the same. */
export interface AttributeTable {
  attributes: NamedAttribute[];
  /** @returns the values of that name, empty when the product has none */
  valuesOf(name: string): string[];
}

/** Reviews are looked for under these names when the config names none. */
const defaultReviewNames = ["reviews"];

/** A product's table is asked for by each step of its texts: facts and config are never changed in place. */
const tables = new WeakMap<ProductFacts, WeakMap<ContentConfig, AttributeTable>>();

/**
 * Attributes and options under the labels of `client.field_map`, and the fields of the product for look-ups. Reviews are
 * left out: what a customer wrote is no fact.
 */
export function attributeTable(facts: ProductFacts, config: ContentConfig): AttributeTable {
  let ofFacts = tables.get(facts);
  if (!ofFacts) {
    ofFacts = new WeakMap();
    tables.set(facts, ofFacts);
  }
  const kept = ofFacts.get(config);
  if (kept) return kept;
  const table = buildTable(facts, config);
  ofFacts.set(config, table);
  return table;
}

function buildTable(facts: ProductFacts, config: ContentConfig): AttributeTable {
  const { labels, isReview } = namesOf(config);
  const attributes = [...facts.options, ...facts.attributes.map(({ name, value }) => ({ name, values: [value] }))]
    .filter(({ name }) => !isReview(name))
    .map(({ name, values }) => ({ name, label: labels.get(nameKey(name)) ?? name, values }));
  const byName = new Map<string, string[]>();
  const fields: [string[], string[]][] = [
    ...attributes.map(({ name, label, values }): [string[], string[]] => [[name, label], values]),
    [["product_name", "title", "name"], [facts.title]],
    [["brand", "vendor"], [facts.vendor]],
    [["product_type"], [facts.productType]],
    [["category"], facts.category ? [facts.category] : []],
    [["tags"], facts.tags],
    [["product_description", "description"], [facts.descriptionText]],
  ];
  for (const [names, values] of fields) {
    const known = values.filter((value) => value.trim() !== "");
    if (known.length === 0) continue;
    const mapped = names.flatMap((name) => labels.get(nameKey(name)) ?? []);
    for (const key of new Set([...names, ...mapped].map(nameKey))) {
      byName.set(key, [...new Set([...(byName.get(key) ?? []), ...known])]);
    }
  }
  return {
    attributes: attributes.map(({ label, values }) => ({ label, values })),
    valuesOf: (name) => byName.get(nameKey(name)) ?? [],
  };
}

/** What customers wrote, from the attributes that `client.review_attributes` names. */
export function reviewsOf(facts: ProductFacts, config: ContentConfig): string[] {
  const { isReview } = namesOf(config);
  return facts.attributes.filter(({ name }) => isReview(name)).map(({ value }) => value);
}

/** Names under which `client.review_attributes` asks for the reviews that the shop imported. */
const importedNames = { all: "reviews", positive: "positive reviews" };

/** Which of the imported reviews are material for texts; null: none. */
export function importedReviewsOf(config: ContentConfig): "all" | "positive" | null {
  const { isReview } = namesOf(config);
  return isReview(importedNames.all) ? "all" : isReview(importedNames.positive) ? "positive" : null;
}

/** Facts without what customers wrote. */
export function withoutReviews(facts: ProductFacts, config: ContentConfig): ProductFacts {
  const { isReview } = namesOf(config);
  const attributes = facts.attributes.filter(({ name }) => !isReview(name));
  return attributes.length === facts.attributes.length ? facts : { ...facts, attributes };
}

/** What the config calls a name of the product's data. */
export function labelOf(name: string, config: ContentConfig): string {
  return namesOf(config).labels.get(nameKey(name)) ?? name;
}

/** What a config makes of names. */
interface Names {
  /** key of a name → what `client.field_map` calls it */
  labels: ReadonlyMap<string, string>;
  isReview(name: string): boolean;
}

const namesOfConfig = new WeakMap<ContentConfig, Names>();

function namesOf(config: ContentConfig): Names {
  const kept = namesOfConfig.get(config);
  if (kept) return kept;
  const labels = new Map(Object.entries(config.client?.field_map ?? {}).map(([key, label]) => [nameKey(key), label]));
  const reviews = new Set((config.client?.review_attributes ?? defaultReviewNames).map(nameKey));
  const names: Names = {
    labels,
    isReview(name) {
      const key = nameKey(name);
      const label = labels.get(key);
      return reviews.has(key) || (label !== undefined && reviews.has(nameKey(label)));
    },
  };
  namesOfConfig.set(config, names);
  return names;
}

/** Products of a shop share their attributes' names; the longest are not worth keeping. */
const keys = new Map<string, string>();
const maxKeys = 2_000;
const longestKept = 100;

/** `Long Product Name`, `long_product_name` and `Long-Product-Name` are one name; so are colour and color. */
export function nameKey(name: string): string {
  const kept = keys.get(name);
  if (kept !== undefined) return kept;
  const key = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, " ")
    .replace(/\bcolour/g, "color")
    .trim();
  if (name.length > longestKept) return key;
  if (keys.size >= maxKeys) keys.clear();
  keys.set(name, key);
  return key;
}
