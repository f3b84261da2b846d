import type { MetafieldNode } from "../shopify/operations/index.ts";
import { metafieldWords } from "./metafield-words.ts";
import { type NameOf, noNames } from "./reference-names.ts";

export interface Attribute {
  name: string;
  value: string;
  /** the value is made of titles of products, which are texts and no facts of this one */
  ofProducts?: true | undefined;
  /** `app:` and the namespace, where another app fills it; absent on the shop's own */
  source?: string | undefined;
}

const ofProducts = /^(?:list\.)?(?:product|variant)_reference$/;
const maxValueChars = 2_000;
// Legacy SEO fields are live texts, and ratings are what buyers say: neither is a fact about the product.
const notFacts = /^(global\.(title_tag|description_tag)|reviews\..+)$/;

// Where Shopify and merchants keep what describes a product, without a definition too.
const ownNamespaces = new Set(["custom", "descriptors", "facts", "my_fields", "shopify", "specs"]);

/**
 * A metafield as a fact with a name people read: its definition's, or `custom.care_guide` → "Care guide". Null for a value
 * that tells nothing about the product in words and for what apps keep for themselves.
 */
export function attributeOf(metafield: MetafieldNode, nameOf: NameOf = noNames): Attribute | null {
  const { namespace, key, definition } = metafield;
  if (namespace.startsWith("app--") || namespace.startsWith("$app") || notFacts.test(`${namespace}.${key}`))
    return null;
  const words = metafieldWords(metafield, nameOf);
  if (!words) return null;
  return {
    name: definition?.name || readable(key),
    value: words.slice(0, maxValueChars),
    ...(ofProducts.test(metafield.type) ? { ofProducts: true } : {}),
    ...(definition || ownNamespaces.has(namespace) ? {} : { source: `app:${namespace}` }),
  };
}

function readable(key: string): string {
  const words = key.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
