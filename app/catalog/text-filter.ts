import { firstAddedBit, missingBit } from "../db/schema/index.ts";
import { maxTextMetafields } from "../shopify/operations/index.ts";
import { type Condition, join } from "./condition.ts";
import type { TargetPlace } from "./target-place.ts";
import { missingCondition } from "./target-texts.ts";

/**
 * What may be true of one text of a product. `missing`, `review`, `approved`, `thin` and `live` leave each other out, so that
 * they are the parts of a whole: no live text and nothing waits; a draft waits for a review; an approved one for its
 * publishing; the live text is very short; a live text of some length. The others may be true beside them.
 */
export const textStates = [
  "missing", "review", "approved", "thin", "live", "outdated", "duplicate", "contradicted", "found",
] as const; // biome-ignore format: a list of names
export type TextState = (typeof textStates)[number];

/** How an address names a text: `added_` and the slot of one that the shop added. */
export type AddressedText =
  | "title"
  | "description"
  | "bullets"
  | "seo_title"
  | "seo_description"
  | "alt_text"
  | `added_${number}`;

/** Products with a text of this state. */
export interface TextFilter {
  state: TextState;
  text: AddressedText;
}

const bits: Readonly<Record<string, number>> = {
  title: missingBit.title,
  description: missingBit.desc,
  bullets: missingBit.bullets,
  seo_title: missingBit.seo_title,
  seo_description: missingBit.seo_desc,
  alt_text: missingBit.image_alt,
};

/** @returns null for what is no text */
export function parseAddressedText(name: unknown): AddressedText | null {
  if (typeof name !== "string") return null;
  if (Object.hasOwn(bits, name)) return name as AddressedText;
  const slot = /^added_(?<slot>\d\d?)$/.exec(name)?.groups?.slot;
  return slot !== undefined && Number(slot) < maxTextMetafields ? (name as AddressedText) : null;
}

/** `thin.description`, as an address has it; null for what means nothing. */
export function parseTextFilter(given: unknown): TextFilter | null {
  if (typeof given !== "string") return null;
  const [name = "", ...rest] = given.split(".");
  const state = textStates.find((known) => known === name);
  const text = parseAddressedText(rest.join("."));
  return state && text ? { state, text } : null;
}

export function writeTextFilter({ state, text }: TextFilter): string {
  return `${state}.${text}`;
}

/** The text's bit of `missingBit`. */
export function bitOfText(text: AddressedText): number {
  return bits[text] ?? firstAddedBit << Number(text.slice("added_".length));
}

/** How an address names the text of a bit; null for a bit that is none of a text. */
export function textOfBit(bit: number): AddressedText | null {
  const own = Object.keys(bits).find((name) => bits[name] === bit);
  if (own !== undefined) return own as AddressedText;
  const slot = Math.log2(bit / firstAddedBit);
  return parseAddressedText(`added_${slot}`);
}

const waiting = "(coalesce(t.draft, 0) | coalesce(t.approved, 0))";

/** The products that have a text of one of these states for the target, as rows to start from. */
export function textRows(shop: string, place: TargetPlace, filters: readonly TextFilter[]): Condition {
  const { sql, params } = join(
    filters.map((filter) => textCondition(place, filter)),
    "OR",
  );
  return {
    sql: `SELECT p.row_id FROM products AS p INDEXED BY products_by_update
      LEFT JOIN product_texts AS t ON t.shop = p.shop AND t.target = ? AND t.product_row = p.row_id
      WHERE p.shop = ? AND (${sql})`,
    params: [place.number ?? -1, shop, ...params],
  };
}

/** On `products AS p` and its `product_texts AS t`, which it may have none of. */
function textCondition(place: TargetPlace, { state, text }: TextFilter): Condition {
  const bit = bitOfText(text);
  const missing = missingCondition(place, bit);
  const waits = { sql: `${waiting} & ? <> 0`, params: [bit] };
  switch (state) {
    case "missing":
      return both(missing, not(waits));
    case "approved":
      return { sql: "(t.approved & ? <> 0 AND t.draft & ? = 0)", params: [bit, bit] };
    case "review":
      return { sql: "t.draft & ? <> 0", params: [bit] };
    case "thin":
      return both(both({ sql: "t.thin & ? <> 0", params: [bit] }, not(missing)), not(waits));
    case "live":
      return both(both({ sql: "coalesce(t.thin, 0) & ? = 0", params: [bit] }, not(missing)), not(waits));
    case "outdated":
    case "duplicate":
    case "contradicted":
    case "found":
      return { sql: `t.${state} & ? <> 0`, params: [bit] };
  }
}

function both(one: Condition, other: Condition): Condition {
  return { sql: `(${one.sql} AND ${other.sql})`, params: [...one.params, ...other.params] };
}

function not({ sql, params }: Condition): Condition {
  return { sql: `NOT (${sql})`, params };
}
