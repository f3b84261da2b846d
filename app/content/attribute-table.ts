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

/** Reviews stand under these names when the config names none. */
const defaultReviewNames = ["reviews"];

/**
 * Attributes and options under the labels of `client.field_map`, and the fields of the product for look-ups. Reviews are
 * left out: what a customer wrote is no fact.
 */
export function attributeTable(facts: ProductFacts, config: ContentConfig): AttributeTable {
  const labels = new Map(Object.entries(config.client?.field_map ?? {}).map(([key, label]) => [nameKey(key), label]));
  const isReview = reviewNames(config);
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
    const mapped = names.flatMap((name) => labels.get(nameKey(name)) ?? []);
    for (const key of [...names, ...mapped].map(nameKey)) {
      if (known.length > 0) byName.set(key, [...new Set([...(byName.get(key) ?? []), ...known])]);
    }
  }
  return {
    attributes: attributes.map(({ label, values }) => ({ label, values })),
    valuesOf: (name) => byName.get(nameKey(name)) ?? [],
  };
}

/** What customers wrote, from the attributes that `client.review_attributes` names. */
export function reviewsOf(facts: ProductFacts, config: ContentConfig): string[] {
  const isReview = reviewNames(config);
  return facts.attributes.filter(({ name }) => isReview(name)).map(({ value }) => value);
}

/** Facts without what customers wrote. */
export function withoutReviews(facts: ProductFacts, config: ContentConfig): ProductFacts {
  const isReview = reviewNames(config);
  const attributes = facts.attributes.filter(({ name }) => !isReview(name));
  return attributes.length === facts.attributes.length ? facts : { ...facts, attributes };
}

function reviewNames(config: ContentConfig): (name: string) => boolean {
  const labels = new Map(Object.entries(config.client?.field_map ?? {}).map(([key, label]) => [nameKey(key), label]));
  const names = new Set((config.client?.review_attributes ?? defaultReviewNames).map(nameKey));
  return (name) => names.has(nameKey(name)) || names.has(nameKey(labels.get(nameKey(name)) ?? ""));
}

/** `Long Product Name`, `long_product_name` and `Long-Product-Name` are one name; so are colour and color. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, " ")
    .replace(/\bcolour/g, "color")
    .trim();
}
