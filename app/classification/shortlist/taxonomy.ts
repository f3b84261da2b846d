/** A category of a taxonomy, with what is known of it in data. */
export interface Category {
  /** bare, without the prefix of Shopify's global id: "aa-1-13-7" */
  id: string;
  /** null for a root */
  parentId: string | null;
  /** English */
  name: string;
  /** names in other languages by language: "de" → "Hemden" */
  names: Readonly<Record<string, string>>;
  /** what Google calls the category that this one maps to, without the path to it; null where it maps to none */
  googleName: string | null;
  /** attributes by their handle, in the taxonomy's order */
  attributes: readonly string[];
}

export interface Attribute {
  handle: string;
  /** English */
  name: string;
  /** English names of the permitted values, in the taxonomy's order */
  values: readonly string[];
}

/** Parents stand in `categories` as well as their children, in any order. */
export interface Taxonomy {
  categories: readonly Category[];
  attributes: ReadonlyMap<string, Attribute>;
}
