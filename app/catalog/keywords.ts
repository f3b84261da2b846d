import type { MetafieldNode } from "../shopify/operations/index.ts";
import { attributeKey } from "./attribute-key.ts";

/** Keyword group → terms or claims, as a product brings them. */
export type Keywords = Readonly<Record<string, readonly string[]>>;

/** The metafields of this namespace are keyword groups, each named by its key. */
const keywordNamespace = "keywords";
const maxGroups = 50;
export const maxTerms = 200;
export const maxTermChars = 1_000;

/** What could hide in a term: control, bidi and tag characters. Joiners stay, some scripts need them. */
const hidden = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]+/gu;
/** Not between the digits of a number: 1,5 l. */
const divider = /[,;،、，；](?!\d)|(?<!\d)[,;](?=\d)/u;
const claim = /^\s*['"‘’“”]?claim['"‘’“”]?\s*:/iu;

/** True for a metafield that holds keywords: it is a wish about texts, not a fact. */
export function isKeywordField({ namespace }: Pick<MetafieldNode, "namespace">): boolean {
  return namespace === keywordNamespace;
}

/**
 * The terms of a metafield: a list of texts entry by entry, a text by its lines. A text of one line is a list separated by
 * commas, unless it reads like a claim, whose spelling has commas of its own.
 * @returns empty for types that hold no words
 */
export function keywordTerms({ type, value }: Pick<MetafieldNode, "type" | "value">): string[] {
  if (type === "list.single_line_text_field") return tidyTerms(textsOf(value));
  return type === "single_line_text_field" || type === "multi_line_text_field" ? termsOfText(value) : [];
}

/** What a person typed as the terms of a group: one a line, or separated by commas in one line. */
export function termsOfText(text: string): string[] {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== "");
  const [only] = lines;
  if (lines.length !== 1 || only === undefined || claim.test(only)) return tidyTerms(lines);
  return tidyTerms(only.split(divider));
}

/** Trimmed, without what cannot be seen, empty ones and repetitions. */
export function tidyTerms(terms: readonly string[]): string[] {
  const tidy = terms.map((term) => term.replace(hidden, " ").replace(/\s+/gu, " ").trim().slice(0, maxTermChars));
  return [...new Set(tidy)].filter((term) => term !== "").slice(0, maxTerms);
}

/** Groups in a fixed order, or the digest would change with the order in which the shop lists metafields. */
export function keywordsFrom(groups: ReadonlyMap<string, string[]>): Record<string, string[]> | undefined {
  if (groups.size === 0) return undefined;
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.slice(0, maxGroups));
}

/** The shop's groups with the merchant's own: a group of the same name, in any spelling, takes the place of the shop's. */
export function layKeywordsOver(shops: Keywords | undefined, own: readonly OwnKeywords[]): Keywords | undefined {
  if (own.length === 0) return shops;
  const mine = new Set(own.map(({ name }) => attributeKey(name)));
  const kept = Object.entries(shops ?? {}).filter(([name]) => !mine.has(attributeKey(name)));
  return Object.fromEntries([...kept, ...own.map(({ name, terms }) => [name, terms] as const)]);
}

/** A keyword group that a person gave one product. */
export interface OwnKeywords {
  name: string;
  terms: string[];
}

function textsOf(value: string): string[] {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.filter((entry) => typeof entry === "string") : [];
  } catch {
    return [];
  }
}
